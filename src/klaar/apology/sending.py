"""Sending a letter is recording it: sorry was said, and what it promises is followed from now on."""

from collections.abc import Iterator
from datetime import date, datetime
from hashlib import blake2b, sha256
from typing import NamedTuple

from klaar.apology.model import ApologyError, Facts, Letter
from klaar.apology.showing.text import letter_text
from klaar.clauses.model import Side
from klaar.ledger.model import Duty, Event, Evidence


class Sending(NamedTuple):
    """The events to add to the ledger, and the promises to follow: the repair, and the next word."""

    events: tuple[Event, ...]
    duties: tuple[Duty, ...]


def sending(
    letter: Letter,
    facts: Facts,
    duty: Duty,
    *,
    who: str,
    moment: datetime,
    written: datetime,
    occurrence: str = "",
) -> Sending:
    """What to keep when `letter` about `duty` was sent at `moment` by `who` of the side that owed it.

    The same letter gives the same ids, so that sending it twice is kept once. A status update says no sorry:
    it only promises the next word. `written` is when the ledger gets it. Raises
    `ApologyError("not_ready")` with what is still open.
    """
    if not letter.ready:
        raise ApologyError("not_ready", fields="; ".join(_missing(letter)))
    text = letter_text(letter)
    duties = tuple(_duties(letter, facts, duty))
    if letter.form == "update":
        return Sending((), duties)
    data = {
        "form": letter.form,
        "variant": letter.variant,
        "language": letter.language,
        "subject": letter.title,
        "occurrence": occurrence,
        "promises": " ".join(each.id for each in duties),
    }
    event = Event(
        _name(duty.id, occurrence, text),
        duty.id,
        "apologised",
        who,
        duty.bearer,
        moment,
        written,
        (Evidence(sha256=sha256(text.encode()).hexdigest(), name=letter.title),),
        tuple(sorted((key, value) for key, value in data.items() if value)),
    )
    return Sending((event,), duties)


def _missing(letter: Letter) -> Iterator[str]:
    yield from (each.ask for each in letter.open)
    yield from (each.text for each in letter.advice if each.blocks)


def _duties(letter: Letter, facts: Facts, duty: Duty) -> Iterator[Duty]:
    keys = {part.key: part.text for part in letter.parts}
    if "repair" in keys and facts.repair_by and letter.form != "update":
        yield _promise(duty, facts.repair, facts.repair_by, duty.beneficiary)
    if "change" in keys and facts.change_by:
        yield _promise(duty, facts.change, facts.change_by, duty.beneficiary)
    if "next" in keys and facts.next_word:
        yield _promise(duty, keys["next"], facts.next_word, duty.beneficiary)


def _promise(duty: Duty, words: str, due: date, to: Side) -> Duty:
    plain = " ".join(words.split())
    return Duty(_name(duty.id, plain, due.isoformat()), duty.bearer, to, "obligation", plain, due)


def _name(*parts: str) -> str:
    """Twelve hexadecimal digits of the words themselves, as promises have."""
    return blake2b("|".join(parts).encode(), digest_size=6).hexdigest()

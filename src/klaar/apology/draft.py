"""The letter: its parts in the order of its form, filled with the facts."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from klaar.apology.advice import advice
from klaar.apology.fields import failed, subject, values
from klaar.apology.fill import fill
from klaar.apology.model import Facts, Failure, Form, Letter, Open, Part, Variant
from klaar.ledger.calendar import zone_of
from klaar.text.data import load_words

_USUAL: dict[str, Failure] = dict.fromkeys(("status", "update", "ended"), "outage")


def draft(
    facts: Facts,
    form: Form,
    language: str,
    *,
    now: datetime,
    variant: Variant = "full",
    zone: str = "Europe/Amsterdam",
) -> Letter:
    """A letter in `language` ("nl", "en") from `facts`; `now` is the moment of writing.

    It takes responsibility first and offers repair, since these count most; it never asks to be forgiven. A
    fact that is not known is not invented but left open, and the letter is then not `ready`. Raises
    `LedgerError("unknown_zone")` for a time zone that does not exist.
    """
    words = load_words(language, "apology")
    facts = facts._replace(failure=facts.failure or _USUAL.get(form, "broken"))
    known = values(facts, now, language, zone_of(zone))
    names, went_wrong = (f"{form}_{variant}", variant, form, "all"), failed(facts, form, variant, language)
    drafted = []
    for key in words["parts"][form]:
        sentences = _sentences(key, words["text"][key], facts, names)
        said = [each.replace("{failed}", went_wrong) for each in sentences]
        drafted.append(_part(key, form, said, words, known))
    parts = tuple(part for part in drafted if part.paragraphs)
    title = fill([subject(facts, form, variant, language)], known, words["ask"])[0]
    asked = [piece.field for piece in title if piece.field]
    asked += [piece.field for part in parts for line in part.paragraphs for piece in line if piece.field]
    missing = tuple(Open(field, words["ask"][field]) for field in dict.fromkeys(asked))
    told = advice(facts, missing, variant, language, now.astimezone(zone_of(zone)).date())
    return Letter(form, variant, language, title, parts, missing, told)


def _sentences(key: str, texts: Mapping[str, Any], facts: Facts, names: Sequence[str]) -> list[str]:
    """The text of a part under the first of `names` that it has; of the other side only what is known."""
    if key == "others" and not facts.others:
        return []
    found: list[str] = next((texts[name] for name in names if name in texts), [])
    return found


def _part(
    key: str, form: Form, sentences: list[str], words: Mapping[str, Any], known: Mapping[str, str]
) -> Part:
    heading = words.get(f"heading_{form}", {}).get(key, words["heading"][key])
    return Part(key, heading, fill(sentences, known, words["ask"]), words["text"][key]["source"])

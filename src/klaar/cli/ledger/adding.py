"""`klaar ledger add`: one event from options, or many from a file."""

import json
from argparse import Namespace
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path
from uuid import uuid4

from klaar.cli.around import Around
from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.inputs import read_bytes
from klaar.cli.ledger.lines import write_lines
from klaar.cli.ledger.place import Place, ledger_of
from klaar.cli.words import Words
from klaar.documents.limits import DEFAULT_LIMITS
from klaar.ledger.calendar import zone_of
from klaar.ledger.errors import LedgerError
from klaar.ledger.model import YEARS, Calendar, Event, Evidence
from klaar.ledger.record import event_of
from klaar.ledger.showing.teller import Teller, error_message
from klaar.ledger.sound import check_event, find_promise, is_later
from klaar.ledger.store.settings import calendar_of
from klaar.ledger.turns import turns


def add(asked: Namespace, words: Words, around: Around) -> int:
    """Keep what happened; when this says so, it is on the disk."""
    folder = ledger_of(asked)
    zone = folder.settings().zone
    now = datetime.now(UTC).replace(microsecond=0)
    teller = Teller(words.language, Calendar(zone))
    if not asked.from_:
        event = _event(asked, folder, now, zone)
        return _told([*kept_lines(folder.add_all([event]), folder, now, teller)], asked, around)
    events, left = _read(asked.from_, around, now)
    lines = [*kept_lines(folder.add_all(events), folder, now, teller)]
    for number, error in left:
        message = error_message(error, words.language)
        lines.append(teller.say("add", "line", line=number, message=message))
    _told(lines, asked, around)
    return Exit.NOT_READ if left else Exit.DONE


def _told(lines: list[str], asked: Namespace, around: Around) -> int:
    return write_lines(lines, around, asked.output)


def kept_lines(kept: list[tuple[Event, bool]], folder: Place, now: datetime, teller: Teller) -> Iterator[str]:
    """What became of each event, in a line or two."""
    known = {duty.id for duty in folder.duties()}
    for event, new in kept:
        yield teller.say("add", "kept" if new else "twice", id=event.id)
        if new and is_later(event, now):
            yield f"  {teller.say('add', 'future')}"
        if new and event.promise not in known:
            yield f"  {teller.say('add', 'unknown')}"


def _event(asked: Namespace, folder: Place, now: datetime, zone: str) -> Event:
    duties = folder.duties()
    promise = find_promise(asked.promise, [duty.id for duty in duties])
    data = {key: value for key, _, value in (pair.partition("=") for pair in asked.data)}
    if "on" in data:
        data["on"] = find_promise(data["on"], [duty.id for duty in duties])
    event = Event(
        asked.id or uuid4().hex,
        promise,
        asked.event,
        asked.who,
        asked.side,
        _moment(asked.happened, now, zone),
        now,
        tuple(_evidence(each) for each in asked.evidence),
        tuple(sorted(data.items())),
    )
    duty = next(duty for duty in duties if duty.id == promise)
    own = [each for each in folder.events() if each.promise == promise]
    calendar = calendar_of(folder.settings(), [duty], now.date())
    check_event(event, duties, [turn.name for turn in turns(duty, own, max(now, event.happened), calendar)])
    return event


def _moment(said: str, now: datetime, zone: str) -> datetime:
    """A day counts as its noon on the clocks of the agreement, a moment without a zone as on those clocks."""
    if not said:
        return now
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        moment = datetime.min
    if moment.year not in YEARS:
        raise CommandError(Exit.MISUSE, "wrong_date", name="--happened", value=said)
    moment = moment.replace(hour=12) if len(said) == 10 else moment
    return moment if moment.tzinfo else moment.replace(tzinfo=zone_of(zone))


def _evidence(said: str) -> Evidence:
    """A link as it is; a file by its name and hash, so that a change of it shows; else a measurement."""
    if said.startswith(("https://", "http://")):
        return Evidence(link=said)
    path = Path(said)
    if path.is_file():
        with path.open("rb") as file:
            return Evidence(sha256=file_digest(file, "sha256").hexdigest(), name=path.name)
    return Evidence(measurement=said)


def _read(name: str, around: Around, now: datetime) -> tuple[list[Event], list[tuple[int, LedgerError]]]:
    """The events in a file, and the lines that are none; what lacks when it was written was written now."""
    text = read_bytes(name, around, DEFAULT_LIMITS.size).decode("utf-8", "replace")
    events, left = [], []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                events.append(event_of({"written": now.isoformat(), **_object(line)}))
            except LedgerError as error:
                left.append((number, error))
    return events, left


def _object(line: str) -> dict[str, object]:
    try:
        read = json.loads(line)
    except ValueError:
        raise LedgerError("not_an_event", detail="JSON") from None
    if not isinstance(read, dict):
        raise LedgerError("not_an_event", detail="{}")
    return read

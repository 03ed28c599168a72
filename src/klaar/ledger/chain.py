"""Each event carries the hash of the one before: whatever is changed afterwards shows."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from klaar.ledger.canonical import digest
from klaar.ledger.errors import LedgerError
from klaar.ledger.model import Event
from klaar.ledger.record import event_line, event_record, read_event

FaultCode = Literal["unreadable", "changed", "missing", "order", "twice", "unfinished", "shortened"]


class Fault(NamedTuple):
    """What is wrong with a chain, and at which line (from 1).

    `changed`: the line is not what was written; `missing`: something before it was removed or replaced;
    `order`: it does not follow on the line before (it was moved, or something was put in between); `twice`:
    its id was there; `unfinished`: the last line broke off; `shortened`: lines were taken from the end.
    """

    line: int
    code: FaultCode
    event: str = ""


def chained(event: Event, previous: str) -> Event:
    """`event` as the next of a chain whose last hash is `previous` ("" for the first).

    The hash is the SHA-256 of its canonical JSON (RFC 8785), in which `previous` stands too.
    """
    linked = event._replace(previous=previous, hash="")
    return linked._replace(hash=digest(event_record(linked)))


def verify(lines: Iterable[str], head: str = "") -> list[Fault]:
    """What is wrong with the lines of a chain; nothing where each is as it was written, in that order.

    `head` is a hash that is known to have been in the chain: a chain in which it is not was shortened. Where
    none is given, lines taken from the end cannot show.
    """
    read = list(lines)
    events = [_event(line) for line in read]
    known = {event.hash for event in events if event}
    faults, last, seen = [], "", set[str]()
    for number, (line, event) in enumerate(zip(read, events, strict=True), 1):
        if event is None:
            faults.append(Fault(number, "unreadable"))
            last = "?"
            continue
        faults += _faults(number, line, event, last, known)
        faults += [Fault(number, "twice", event.id)] * (event.id in seen)
        seen.add(event.id)
        last = event.hash
    return [*faults, *_shortened(head, known, read)]


def _event(line: str) -> Event | None:
    try:
        return read_event(line)
    except LedgerError:
        return None


def _faults(number: int, line: str, event: Event, last: str, known: set[str]) -> list[Fault]:
    if event.hash != digest(event_record(event)) or line != event_line(event):
        return [Fault(number, "changed", event.id)]
    if last in (event.previous, "?"):
        return []
    code: FaultCode = "order" if event.previous in known or not event.previous else "missing"
    return [Fault(number, code, event.id)]


def _shortened(head: str, known: set[str], read: Sequence[str]) -> list[Fault]:
    return [Fault(len(read) + 1, "shortened")] if head and head not in known else []

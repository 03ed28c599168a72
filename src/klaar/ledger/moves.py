"""The dates that a promise was moved to."""

from collections.abc import Iterable
from datetime import date, datetime

from klaar.ledger.model import YEARS, Event, Move


def moves(events: Iterable[Event], due: date | None) -> tuple[Move, ...]:
    """Each move in order; what it moved from is what was due until then, unless the event names it."""
    found = []
    for event in events:
        new = day(event.get("to")) if event.kind == "moved" else None
        if new is not None:
            old = day(event.get("from")) or due
            why = event.get("why") or event.get("reason")
            found.append(
                Move(event.happened, old, new, why, event.side, event.get("asked_by") or event.side, event.id)
            )
            due = new
    return tuple(found)


def day(text: str) -> date | None:
    """A day ("2027-03-01") or a moment with its zone, in one of `YEARS`; None for anything else."""
    try:
        found = date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    except ValueError:
        return None
    if found.year not in YEARS or (isinstance(found, datetime) and found.tzinfo is None):
        return None
    return found

"""Rows with a moment of opening become tickets."""

from datetime import datetime

from klaar.ledger.levels.errors import LevelError
from klaar.ledger.levels.imports.moments import Clock
from klaar.ledger.levels.imports.sheet import Row, Sheet
from klaar.ledger.levels.model import Note, Stretch, Ticket

MOMENTS = ("opened", "answered", "solved", "paused", "resumed")
"""The columns of a ticket that hold a moment each; `pauses` holds several, "from/to; from/to"."""


def read_tickets(sheet: Sheet, clock: Clock) -> tuple[tuple[Ticket, ...], list[Note]]:
    """The tickets in `sheet`; rows with the same id are one ticket with several pauses.

    A pause without an end goes on. What cannot be, such as an answer before the question, makes a ticket
    `wrong`. Raises `LevelError`: "no_moment", "no_opened".
    """
    found: dict[str, Ticket] = {}
    twice = 0
    for row in sheet.rows:
        ticket = _ticket(row, clock)
        name = ticket.id or f"{row.number}"
        if name not in found:
            found[name] = ticket._replace(id=name)
        elif ticket.pauses and ticket[1:4] == found[name][1:4]:
            found[name] = found[name]._replace(pauses=(*found[name].pauses, *ticket.pauses))
        elif ticket[1:7] == found[name][1:7]:
            twice += 1
        else:
            raise LevelError("ticket_twice", row=row.number, id=name)
    return tuple(found.values()), [Note("tickets_twice", (("count", twice),))] if twice else []


def _ticket(row: Row, clock: Clock) -> Ticket:
    if not row.get("opened"):
        raise LevelError("no_opened", row=row.number)
    opened, answered, solved = (_moment(row, key, clock) for key in ("opened", "answered", "solved"))
    assert opened
    pauses, unsound = _pauses(row, clock)
    wrong = unsound or any(end is not None and end < opened for end in (answered, solved))
    return Ticket(row.get("id"), opened, answered, solved, pauses, row.get("kind"), row.number, wrong)


def _moment(row: Row, key: str, clock: Clock) -> datetime | None:
    return clock.read(row.get(key), row.number) if row.get(key) else None


def _pauses(row: Row, clock: Clock) -> tuple[tuple[Stretch, ...], bool]:
    """The pauses, and whether one ends before it starts."""
    pairs = [tuple(pair.strip().split("/")) for pair in row.get("pauses").split(";") if pair.strip()]
    if row.get("paused"):
        pairs.append((row.get("paused"), row.get("resumed")))
    found = []
    for start, *end in pairs:
        stops = clock.read(end[0].strip(), row.number) if end and end[0].strip() else _NEVER
        found.append(Stretch(clock.read(start.strip(), row.number), stops))
    sound = tuple(each for each in found if each.start <= each.end)
    return sound, len(sound) < len(found)


_NEVER = datetime.fromisoformat("9999-01-01T00:00:00+00:00")

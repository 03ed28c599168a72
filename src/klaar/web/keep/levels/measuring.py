"""From a file of measurements to a level for each period."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from klaar.ledger.levels import (
    Level,
    LevelError,
    Measured,
    MeasuredTimes,
    Note,
    days_off,
    measure_all,
    measure_tickets,
    periods,
    read_hours,
    read_level,
)
from klaar.ledger.levels.imports.read import Measurements, Reading, read_measurements


class Asked(NamedTuple):
    """What is measured, and how: the level in words, the service hours, the maintenance, the clocks."""

    level: str
    hours: str
    maintenance: str
    zone: str
    country: str


def measure_file(
    data: bytes, asked: Asked, until: datetime
) -> tuple[Sequence[Measured | MeasuredTimes], tuple[Note, ...]]:
    """A level for each period in which something was measured, the last one last; and what must be said of it.

    How long a period is the level itself says, else it is a month. Raises `LevelError` for what cannot be
    read or measured, `LedgerError` for a time zone that does not exist.
    """
    level = read_level(asked.level)
    found = read_measurements(data, Reading(asked.zone, until=until))
    _fitting(level, found)
    first, last = _extent(found)
    spans = periods(level.per or "P1M", first, max(first, min(last, until)), asked.zone)
    closed = (
        frozenset(days_off(asked.country, spans[0].start.year, spans[-1].end.year + 1))
        if asked.country
        else frozenset()
    )
    hours = read_hours(asked.hours, asked.zone, closed)
    if found.source == "tickets":
        return [
            measure_tickets(level, found.tickets, each, hours, until=until) for each in spans
        ], found.notes
    windows = read_hours(asked.maintenance, asked.zone) if asked.maintenance else None
    return measure_all(level, found.intervals, spans, hours, until=until, windows=windows), found.notes


def _fitting(level: Level, found: Measurements) -> None:
    if level.within is not None and found.source != "tickets":
        raise LevelError("needs_tickets", words=level.words)
    if level.within is None and found.source == "tickets":
        raise LevelError("needs_intervals", words=level.words)


def _extent(found: Measurements) -> tuple[datetime, datetime]:
    if found.source == "tickets":
        opened = [ticket.opened for ticket in found.tickets]
        return min(opened), max(opened)
    own = [each for each in found.intervals if each.state in ("up", "down")] or found.intervals
    return min(each.start for each in own), max(each.end for each in own)

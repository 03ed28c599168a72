"""The turns of a promise: each month's report, each invoice that is paid, or the one time that it is done."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from klaar.ledger.calendar import after, end_of, length_of, local, zone_of
from klaar.ledger.model import Calendar, Duty, Event
from klaar.ledger.moves import day
from klaar.text.times import Duration, add

GENERAL = frozenset({"confirmed", "questioned", "answered", "corrected", "withdrawn", "waiting"})
"""What is said of a promise as a whole, and so of each of its turns, where it names none."""


class Turn(NamedTuple):
    """One turn: its name, the day it is due (None where that is not known yet) and when it began to count."""

    name: str
    due: date | None
    began: datetime | None = None


def turns(duty: Duty, events: Sequence[Event], today: date, calendar: Calendar) -> list[Turn]:
    """The turns of `duty` that have begun by `today`, with those that `events` (in order) name besides.

    A monthly duty from 1 January is due on the last day of each month; with `within` that long after it.
    A duty that counts from an event has a turn for each `started`, named by its occurrence.
    """
    found = {turn.name: turn for turn in _periods(duty, today, calendar)}
    recurs = bool(found)
    for event in events:
        name = event.occurrence
        if event.kind == "started" and (name not in found or found[name].began is None):
            known = found[name].due if name in found else duty.due
            due = after(event.happened, duty.within, duty.business, calendar) if duty.within else known
            found[name] = Turn(name, due, event.happened)
        elif name not in found and (name or (recurs and event.kind not in GENERAL)):
            found[name] = Turn(name, _named(name))
    if not found or ("" not in found and not recurs and not duty.within):
        found[""] = Turn("", duty.due)
    return list(found.values())


def _named(name: str) -> date | None:
    """The due day of a turn that only an event names: its name, where that is a day."""
    return day(name) if len(name) == 10 else None


def _periods(duty: Duty, today: date, calendar: Calendar) -> Iterator[Turn]:
    """Each period counts from the first day anew, so that 31 January, 28 February, 31 March do not drift."""
    if not duty.each or duty.first is None:
        return
    length = _length(duty.each)
    last = _last_day(duty, today, calendar)
    begin, count = duty.first, 0
    while begin <= last:
        count += 1
        following = _add(duty.first, Duration(*(part * count for part in length)), duty, calendar)
        if following <= begin:
            return
        end = following - timedelta(days=1)
        noon = datetime.combine(end, time(12), zone_of(calendar.zone))
        due = after(noon, duty.within, duty.business, calendar) if duty.within else end
        yield Turn(end.isoformat(), due)
        begin = following


def _add(first: date, length: Duration, duty: Duty, calendar: Calendar) -> date:
    return add(first, length, business=duty.business and bool(length.days), holidays=calendar.closed)


def _last_day(duty: Duty, today: date, calendar: Calendar) -> date:
    here = local(end_of(today, calendar), calendar).date() - timedelta(days=not isinstance(today, datetime))
    return min(here, duty.last) if duty.last else here


def _length(each: str) -> Duration:
    """A rhythm in whole days; one of hours ("every four hours") has no days to be due on: none."""
    length = length_of(each)
    return Duration(length.years, length.months, length.weeks, length.days)

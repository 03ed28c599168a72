"""When service hours are: local clocks, closed days and the nights in which the clock changes."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from klaar.ledger.calendar import zone_of
from klaar.ledger.levels.model import Hours, Stretch
from klaar.ledger.levels.stretches import clipped, merged

_DAY = timedelta(days=1)


def service(hours: Hours, start: datetime, end: datetime) -> tuple[Stretch, ...]:
    """The service hours between two moments.

    Raises `LedgerError("unknown_zone")` for a time zone that does not exist.
    """
    return clipped(merged(_stretches(hours, start, end)), start, end)


def _stretches(hours: Hours, start: datetime, end: datetime) -> Iterator[Stretch]:
    zone = zone_of(hours.zone)
    day = start.astimezone(zone).date() - _DAY
    last = end.astimezone(zone).date()
    while day <= last:
        if day not in hours.closed:
            for opens, closes in hours.week[day.weekday()]:
                yield Stretch(moment(day, opens, zone), moment(day, closes, zone, ends=True))
        day += _DAY


def moment(day: date, minutes: int, zone: ZoneInfo, *, ends: bool = False) -> datetime:
    """The moment (UTC) at which the clock shows so many minutes after midnight of `day`.

    A time that the clock skips is the moment of the skip. A time that it shows twice is the first of the two
    for a beginning and the second for an end, so that no service hour is lost.
    """
    wall = datetime.combine(day, time()) + timedelta(minutes=minutes)
    first, second = (wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    if second < first:
        return _skip(second, first, zone)
    return second if ends else first


def _skip(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The first second after `before` on which the clock has gone forward."""
    new = after.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) // 2
        middle = middle.replace(microsecond=0)
        if middle <= before:
            break
        if middle.astimezone(zone).utcoffset() == new:
            after = middle
        else:
            before = middle
    return after


def clock_changes(start: datetime, end: datetime, zone_name: str) -> tuple[tuple[date, timedelta], ...]:
    """The days between two moments on which the clock changes, each with by how much."""
    zone, found = zone_of(zone_name), []
    day, last = start.astimezone(zone).date(), end.astimezone(zone).date()
    while day < last:
        length = moment(day + _DAY, 0, zone) - moment(day, 0, zone)
        if length != _DAY:
            found.append((day, _DAY - length))
        day += _DAY
    return tuple(found)


def touched(hours: Hours, day: date) -> bool:
    """Whether the clock change on `day` makes service hours longer or shorter than their clock times say."""
    zone = zone_of(hours.zone)
    return any(
        moment(each, closes, zone, ends=True) - moment(each, opens, zone) != timedelta(minutes=closes - opens)
        for each in (day - _DAY, day)
        if each not in hours.closed
        for opens, closes in hours.week[each.weekday()]
    )

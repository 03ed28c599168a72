"""The periods over which a level counts: months, quarters, years, weeks, days, and windows that roll on."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from klaar.ledger.calendar import zone_of
from klaar.ledger.levels.errors import LevelError
from klaar.ledger.levels.model import Period
from klaar.ledger.levels.service import moment
from klaar.text.times import parse_duration

_MONTHS = (1, 2, 3, 4, 6, 12)
_NAME = re.compile(r"(\d{4})(?:-(?:Q([1-4])|W(\d\d)|(\d\d)(?:-(\d\d))?))?")
_DAY = timedelta(days=1)
YEARS = range(1970, 2200)
"""Years of a period; outside them no calendar of an agreement reaches."""


def periods(each: str, start: datetime, end: datetime, zone: str) -> tuple[Period, ...]:
    """The calendar periods (`each`: P1D, P1W, P1M, P3M, P1Y) that `start` to `end` lies in, in order.

    A quarter begins in January, April, July or October. Raises `LevelError("not_a_period")` for another
    length, `LedgerError("unknown_zone")` for a time zone that does not exist.
    """
    clock = zone_of(zone)
    day = _begin(each, start.astimezone(clock).date())
    found: list[Period] = []
    while not found or found[-1].end < end:
        found.append(_period(each, day, zone))
        day = _next(each, day)
    return tuple(found)


def named_period(name: str, zone: str) -> Period:
    """The period "2027-03", "2027-Q1", "2027", "2027-W09" or "2027-03-01"; raises `LevelError` for others."""
    match = _NAME.fullmatch(name)
    try:
        if match is None or int(match[1]) not in YEARS:
            raise ValueError
        year, quarter, week, month, day = match.groups()
        if week:
            return _period("P1W", date.fromisocalendar(int(year), int(week), 1), zone)
        first = date(int(year), int(quarter) * 3 - 2 if quarter else int(month or 1), int(day or 1))
    except ValueError:
        raise LevelError("no_such_period", name=name) from None
    return _period("P3M" if quarter else "P1D" if day else "P1M" if month else "P1Y", first, zone)


def rolling(each: str, start: datetime, end: datetime, zone: str) -> Iterator[Period]:
    """A window of the length `each` (P30D, P1M) that ends with each day from `start` to `end`.

    The first is the first that lies whole after `start`; where none does, one window that ends on the last
    day.
    """
    clock = zone_of(zone)
    first, last = start.astimezone(clock).date(), (end - timedelta(microseconds=1)).astimezone(clock).date()
    day, found = first, False
    while day <= last:
        window = _window(each, day, zone)
        if window.start >= moment(first, 0, clock) or (day == last and not found):
            found = True
            yield window
        day += _DAY


def _window(each: str, last: date, zone: str) -> Period:
    length, clock, end = _length(each), zone_of(zone), last + _DAY
    begin = _months(end, -length[0]) if length[0] else end - timedelta(days=length[1])
    return Period(f"{begin}/{last}", moment(begin, 0, clock), moment(end, 0, clock))


def _length(each: str) -> tuple[int, int]:
    """Months and days."""
    try:
        read = parse_duration(each)
        months, days = int(read.years) * 12 + int(read.months), int(read.weeks) * 7 + int(read.days)
    except ValueError:
        raise LevelError("not_a_period", value=each) from None
    if bool(months) == bool(days) or read.hours or read.minutes or read.seconds:
        raise LevelError("not_a_period", value=each)
    return months, days


def _begin(each: str, day: date) -> date:
    months, days = _length(each)
    if months in _MONTHS:
        return date(day.year, (day.month - 1) // months * months + 1, 1)
    if (months, days) == (0, 7):
        return day - timedelta(days=day.weekday())
    if (months, days) != (0, 1):
        raise LevelError("not_a_period", value=each)
    return day


def _next(each: str, day: date) -> date:
    months, days = _length(each)
    return _months(day, months) if months else day + timedelta(days=days)


def _months(day: date, months: int) -> date:
    """The same day of another month, or the last where that is shorter."""
    count = day.year * 12 + day.month - 1 + months
    first = date(count // 12, count % 12 + 1, 1)
    after = date((count + 1) // 12, (count + 1) % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), after - _DAY)


def _period(each: str, day: date, zone: str) -> Period:
    clock = zone_of(zone)
    end = _next(each, day)
    return Period(_name(each, day), moment(day, 0, clock).astimezone(UTC), moment(end, 0, clock))


def _name(each: str, day: date) -> str:
    months, days = _length(each)
    if months == 12:
        return f"{day.year}"
    if months == 3:
        return f"{day.year}-Q{(day.month + 2) // 3}"
    if months:
        return f"{day:%Y-%m}" if months == 1 else f"{day:%Y-%m}/{_months(day, months - 1):%Y-%m}"
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}" if days == 7 else day.isoformat()

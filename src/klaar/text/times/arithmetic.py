"""A date and a duration make a date."""

from calendar import monthrange
from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from math import ceil
from typing import TypeVar

from klaar.text.times.iso import Duration, parse_duration

Moment = TypeVar("Moment", bound=date)

_DAYS_A_MONTH = 30
OFFICE_HOURS = (time(9), time(17))
"""Office hours where nobody says otherwise."""


def add(
    start: Moment,
    duration: Duration | str,
    *,
    business: bool = False,
    holidays: Collection[date] = (),
    hours: tuple[time, time] = OFFICE_HOURS,
    back: bool = False,
) -> Moment:
    """The day (or moment) that lies `duration` after `start`, or with `back` before it.

    "binnen 30 dagen na 1 maart 2027" → add(date(2027, 3, 1), "P30D") is 31 March 2027.

    Months end on the same day of the month, or on its last day where that day does not exist: 31 January and
    a month is 28 or 29 February. Source: Regulation (EEC, Euratom) No 1182/71, art. 3(2)(c); in English law
    the corresponding date rule, Dodds v Walker [1981] 1 WLR 1027 (HL). A fraction of a month counts in months
    of 30 days. An end on a Saturday, Sunday or holiday stays where it is: whether it moves on is for the
    agreement to say.

    With `business`, days skip Saturdays, Sundays and `holidays`, and hours count only within `hours`, for
    which `start` must be a datetime; on a bare date business hours end on that day or the next business day.
    Raises ValueError for a text that is no ISO 8601 duration, OverflowError beyond the years of `date`.
    """
    length = parse_duration(duration) if isinstance(duration, str) else duration
    sign = -1 if back else 1
    months, part = divmod(length.years * 12 + length.months, 1)
    moved = _add_months(start, sign * int(months))
    days = length.weeks * 7 + length.days + part * _DAYS_A_MONTH
    seconds = float(length.hours * 3600 + length.minutes * 60 + length.seconds)
    if not business:
        return moved + sign * timedelta(days=float(days), seconds=seconds)
    closed = frozenset(holidays)
    moved = _add_business_days(moved, ceil(days), sign, closed)
    return _add_business_time(moved, seconds, sign, closed, hours) if seconds else moved


def _add_months(start: Moment, months: int) -> Moment:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"no such year: {year}")
    return start.replace(year=year, month=month + 1, day=min(start.day, monthrange(year, month + 1)[1]))


def _add_business_days(start: Moment, days: int, sign: int, closed: frozenset[date]) -> Moment:
    if not closed and days > 5:
        weeks, days = divmod(days - 1, 5)
        while start.weekday() > 4:
            start -= sign * timedelta(days=1)
        start, days = start + sign * timedelta(weeks=weeks), days + 1
    while days:
        start += sign * timedelta(days=1)
        days -= _is_open(start, closed)
    return start


def _is_open(day: date, closed: frozenset[date]) -> bool:
    bare = day.date() if isinstance(day, datetime) else day
    return day.weekday() < 5 and bare not in closed


def _add_business_time(
    start: Moment, seconds: float, sign: int, closed: frozenset[date], hours: tuple[time, time]
) -> Moment:
    opens, closes = (timedelta(hours=t.hour, minutes=t.minute, seconds=t.second) for t in hours)
    if not isinstance(start, datetime):
        days = ceil(seconds / (closes - opens).total_seconds()) - 1
        return _add_business_days(start, days + (not _is_open(start, closed)), sign, closed)
    rest = timedelta(seconds=seconds)
    moment: datetime = start
    while True:
        midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
        lower, upper = midnight + opens, midnight + closes
        inside = min(max(moment, lower), upper)
        room = (upper - inside) if sign > 0 else (inside - lower)
        if _is_open(moment, closed) and rest <= room and (rest or room):
            return inside + sign * rest  # type: ignore[return-value]
        rest -= room if _is_open(moment, closed) else timedelta()
        moment = midnight + timedelta(days=1) if sign > 0 else midnight - timedelta(microseconds=1)

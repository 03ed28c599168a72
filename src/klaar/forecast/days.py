"""Dates as numbers of days, and back."""

import math
from datetime import date, datetime, timedelta

MINUTE = 1 / 1440
_LAST = date.max.toordinal()


def day_number(day: date) -> float:
    """Days since the year 0; a datetime counts with its time: noon is half a day further."""
    if not isinstance(day, datetime):
        return float(day.toordinal())
    seconds = day.hour * 3600 + day.minute * 60 + day.second
    return day.toordinal() + seconds / 86_400


def has_time(day: date | None) -> bool:
    """Whether `day` says a time of day other than midnight."""
    return isinstance(day, datetime) and (day.hour, day.minute, day.second) != (0, 0, 0)


def whole_day(number: float) -> date:
    """The day by whose end `number` is reached; the last day that a calendar has where it lies beyond."""
    return date.fromordinal(min(_LAST, max(1, math.ceil(number - 1e-9))))


def moment(number: float) -> datetime:
    """`number` as a day with its time, to the minute."""
    whole = math.floor(number)
    return datetime.fromordinal(whole) + timedelta(minutes=round((number - whole) * 1440))

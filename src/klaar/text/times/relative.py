"""Times that count from today: morgen, next week, twee weken geleden, 30 days from today."""

from datetime import date, timedelta

from klaar.text.times.arithmetic import add
from klaar.text.times.day import Day, span_of
from klaar.text.times.durations import Read, read_unit
from klaar.text.times.model import Kind, Time
from klaar.text.times.number import Number
from klaar.text.times.tokens import View
from klaar.text.times.units import Unit


def read_relative(view: View, index: int) -> tuple[Time, ...]:
    """The day, week, month or year that `view.today` gives to "morgen", "volgende week", "next month"."""
    try:
        return _relative(view, index, view.today) if view.today else ()
    except (OverflowError, ValueError):  # before the year 1 or behind 9999
        return ()


def _relative(view: View, index: int, today: date) -> tuple[Time, ...]:
    word = view.at(index).word
    if word.days_away is not None:
        return (view.found(index, index + 1, "date", str(today + timedelta(days=word.days_away))),)
    step = 1 if "next" in word.roles else -1 if "last" in word.roles else 0
    named = view.at(index + 1).word
    if named.weekday:
        day = today + timedelta(days=_days_to(today, named.weekday, step))
        return (view.found(index, index + 2, "date", str(day), certain=False),)
    unit = read_unit(view, index + 1, Number(1, index + 1))
    if unit is None or unit.next != index + 2 or unit.unit.business:
        return ()
    kind, value = _calendar_unit(today, unit.unit, step)
    return (view.found(index, index + 2, kind, value),) if value else ()


def from_today(view: View, duration: Time, end: int) -> Read:
    """The date of "twee weken geleden" or "30 days from today"; any other duration as it is."""
    roles = view.at(end).word.roles
    if view.today is None or not roles & {"ago", "from_now"}:
        return duration, end
    try:
        day = add(view.today, str(duration.value), business=duration.business, back="ago" in roles)
    except (OverflowError, ValueError):
        return duration, end
    return Time(duration.start, view.at(end).end, "date", str(day), certain=duration.certain), end + 1


def _days_to(today: date, weekday: int, step: int) -> int:
    """The next such day after today, the last one before it, or the one in this week."""
    away = weekday - today.isoweekday()
    if step == 0:
        return away
    return away % 7 or 7 if step > 0 else -(-away % 7 or 7)


def _calendar_unit(today: date, unit: Unit, step: int) -> tuple[Kind, str]:
    if unit.letter == "D":
        return "date", str(today + timedelta(days=step))
    if unit.letter == "W" and unit.size == 1:
        monday = today + timedelta(days=7 * step + 1 - today.isoweekday())
        return "period", f"{monday}/{monday + timedelta(days=6)}"
    if unit.letter == "Y" and unit.size == 1:
        return "date", str(today.replace(year=today.year + step, day=1).year)
    if unit.letter != "M":
        return "date", ""
    parts = (today.year * 12 + today.month - 1) // unit.size + step
    year, month = divmod(parts * unit.size, 12)
    first, last = Day(year, month + 1), Day(year, month + unit.size)
    return ("date", str(first)) if unit.size == 1 else ("period", span_of(first, last))

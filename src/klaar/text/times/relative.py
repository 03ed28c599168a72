"""Times that count from today: morgen, next week, vrijdag, twee weken geleden, 30 days from today."""

from collections.abc import Callable
from datetime import date, timedelta

from klaar.text.times.arithmetic import add
from klaar.text.times.day import Day, span_of
from klaar.text.times.durations import Read, read_unit
from klaar.text.times.model import Kind, Time
from klaar.text.times.number import Number
from klaar.text.times.tokens import View
from klaar.text.times.units import Unit

_STEPS = {"next": 1, "this": 0, "last": -1}


def read_relative(view: View, index: int) -> tuple[Time, ...]:
    """The day, week, month or year that `view.today` gives to "morgen", "volgende week", "next month"."""
    return _in_calendar(_relative, view, index)


def lone_weekday(view: View, index: int) -> tuple[Time, ...]:
    """A weekday without a date: the next one, or the one of "Friday next week"; nothing without today."""
    return _in_calendar(_weekday, view, index)


def from_today(view: View, duration: Time, end: int) -> Read:
    """The date of "twee weken geleden", "30 days from today", "over 3 weken"; others stay durations."""
    roles = view.at(end).word.roles
    before = view.word_before(duration.start)
    ahead = "within" in view.lexicon.word(before).roles
    if view.today is None or not (ahead or roles & {"ago", "from_now"}):
        return duration, end
    try:
        day = add(view.today, str(duration.value), business=duration.business, back="ago" in roles)
    except (OverflowError, ValueError):
        return duration, end
    if roles & {"ago", "from_now"}:
        return Time(duration.start, view.at(end).end, "date", str(day), certain=duration.certain), end + 1
    start = view.low.rfind(before, 0, duration.start)
    return Time(start, duration.end, "date", str(day), certain=duration.certain), end


def _in_calendar(
    read: Callable[[View, int, date], tuple[Time, ...]], view: View, index: int
) -> tuple[Time, ...]:
    try:
        return read(view, index, view.today) if view.today else ()
    except (OverflowError, ValueError):  # before the year 1 or behind 9999
        return ()


def _weekday(view: View, index: int, today: date) -> tuple[Time, ...]:
    weekday = view.at(index).word.weekday
    step = _step(view.at(index + 1).word.roles)
    if step is not None and _is_week(view.at(index + 2).word.unit):
        day = _monday(today, step) + timedelta(days=weekday - 1)
        return (view.found(index, index + 3, "date", str(day)),)
    day = today + timedelta(days=_days_to(today, weekday, 1))
    return (view.found(index, index + 1, "date", str(day), certain=False),)


def _relative(view: View, index: int, today: date) -> tuple[Time, ...]:
    word = view.at(index).word
    if word.days_away is not None:
        return (view.found(index, index + 1, "date", str(today + timedelta(days=word.days_away))),)
    step = _step(word.roles)
    if step is None:
        return ()
    named = view.at(index + 1).word
    if named.weekday:
        day = today + timedelta(days=_days_to(today, named.weekday, step))
        return (view.found(index, index + 2, "date", str(day), certain=False),)
    if _is_week(named.unit):
        return _week(view, index, today, step)
    unit = read_unit(view, index + 1, Number(1, index + 1))
    if unit is None or unit.next != index + 2 or unit.unit.business:
        return ()
    kind, value = _calendar_unit(today, unit.unit, step)
    return (view.found(index, index + 2, kind, value),) if value else ()


def _week(view: View, index: int, today: date, step: int) -> tuple[Time, ...]:
    """volgende week, next week on Friday."""
    monday = _monday(today, step)
    at = index + 2 + ("on" in view.at(index + 2).word.roles)
    weekday = view.at(at).word.weekday
    if weekday:
        return (view.found(index, at + 1, "date", str(monday + timedelta(days=weekday - 1))),)
    return (view.found(index, index + 2, "period", f"{monday}/{monday + timedelta(days=6)}"),)


def _step(roles: frozenset[str]) -> int | None:
    return next((step for role, step in _STEPS.items() if role in roles), None)


def _is_week(unit: Unit | None) -> bool:
    return unit is not None and unit.letter == "W" and unit.size == 1 and not unit.business


def _monday(today: date, step: int) -> date:
    return today + timedelta(days=7 * step + 1 - today.isoweekday())


def _days_to(today: date, weekday: int, step: int) -> int:
    """The next such day after today, the last one before it, or the one in this week."""
    away = weekday - today.isoweekday()
    if step == 0:
        return away
    return away % 7 or 7 if step > 0 else -(-away % 7 or 7)


def _calendar_unit(today: date, unit: Unit, step: int) -> tuple[Kind, str]:
    if unit.letter == "D":
        return "date", str(today + timedelta(days=step))
    if unit.letter == "Y" and unit.size == 1:
        return "date", str(today.replace(year=today.year + step, day=1).year)
    if unit.letter != "M":
        return "date", ""
    parts = (today.year * 12 + today.month - 1) // unit.size + step
    year, month = divmod(parts * unit.size, 12)
    first, last = Day(year, month + 1), Day(year, month + unit.size)
    return ("date", str(first)) if unit.size == 1 else ("period", span_of(first, last))

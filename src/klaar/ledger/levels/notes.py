"""What must be said with a figure, so that nobody reads more in it than is there."""

from collections.abc import Iterator
from datetime import datetime

from klaar.ledger.calendar import zone_of
from klaar.ledger.levels.model import Hours, Note, Period, Stretch
from klaar.ledger.levels.service import clock_changes, touched
from klaar.ledger.levels.stretches import length


def calendar_notes(period: Period, hours: Hours) -> Iterator[Note]:
    """The clock changes that change the sum, and the closed days that would have service hours."""
    for day, change in clock_changes(period.start, period.end, hours.zone):
        if touched(hours, day):
            yield Note("clock_forward" if change.days >= 0 else "clock_back", (("date", day.isoformat()),))
    zone = zone_of(hours.zone)
    first, last = period.start.astimezone(zone).date(), period.end.astimezone(zone).date()
    days = sorted(day for day in hours.closed if first <= day < last and hours.week[day.weekday()])
    if days:
        yield Note("closed", (("dates", " ".join(day.isoformat() for day in days)),))


def until_notes(period: Period, until: datetime | None) -> Iterator[Note]:
    """That the period is not over yet, or has not begun."""
    if until and until < period.end:
        code = "so_far" if until > period.start else "to_come"
        yield Note(code, (("moment", until.isoformat()),))


def length_note(code: str, stretches: tuple[Stretch, ...]) -> Iterator[Note]:
    """How long something is that there should not be; nothing where it is not there."""
    if stretches:
        yield Note(code, (("length", str(length(stretches).total_seconds()).removesuffix(".0")),))

"""The days of the promises, a year at a time: one row a side, one column a month."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from klaar.web.store.models import Promise, Version
from klaar.web.table.lanes import Lane

MONTHS = 12
_MOST = 3


class Day(NamedTuple):
    """A day on which a promise falls; `number` are all promises of that side on it."""

    day: date
    key: str
    number: int


class Cell(NamedTuple):
    """One month of one side: its first days, and how many promises more stand in it."""

    month: date
    days: tuple[Day, ...]
    more: int


class Row(NamedTuple):
    """The months of one side."""

    lane: Lane
    cells: tuple[Cell, ...]


class Timeline(NamedTuple):
    """A year of days; `before` and `after` are months to start from instead, None where nothing is there."""

    months: tuple[date, ...]
    rows: tuple[Row, ...]
    before: date | None
    after: date | None


def build_timeline(version: Version, lanes: Sequence[Lane], start: str, today: date) -> Timeline | None:
    """The timeline from month `start` ("2027-03"; "": now, or the first day there is); None without any day."""
    dated = Promise.objects.filter(version=version, is_struck=False, due__isnull=False)
    found = list(dated.order_by("due", "position").values_list("due", "bearer", "key"))
    if not found:
        return None
    days = [(due, bearer, key) for due, bearer, key in found if due]
    months = _months(_first(start, days[0][0], days[-1][0], today))
    earlier = [due for due, _, _ in days if due < months[0]]
    end = _later(months[0], MONTHS)
    return Timeline(
        months=tuple(months),
        rows=tuple(Row(lane, _cells(months, lane, days)) for lane in lanes),
        before=_later(months[0], -MONTHS) if earlier else None,
        after=end if days[-1][0] >= end else None,
    )


def _first(start: str, first: date, last: date, today: date) -> date:
    if start:
        return date.fromisoformat(f"{start}-01")
    chosen = today if first <= today <= last else first
    return chosen.replace(day=1)


def _later(month: date, months: int) -> date:
    years, index = divmod(month.year * 12 + month.month - 1 + months, 12)
    return date(min(max(years, 1), 9999), index + 1, 1)


def _months(first: date) -> list[date]:
    return [_later(first, step) for step in range(MONTHS)]


def _cells(months: Sequence[date], lane: Lane, days: Sequence[tuple[date, str, str]]) -> tuple[Cell, ...]:
    found: dict[date, dict[date, Day]] = defaultdict(dict)
    for due, bearer, key in days:
        if bearer in lane.bearers:
            month = found[due.replace(day=1)]
            known = month.get(due)
            month[due] = known._replace(number=known.number + 1) if known else Day(due, key, 1)
    return tuple(_cell(month, list(found[month].values())) for month in months)


def _cell(month: date, days: Sequence[Day]) -> Cell:
    return Cell(month, tuple(days[:_MOST]), sum(day.number for day in days[_MOST:]))

"""Cases as columns of numbers, as they were given."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

import numpy as np

from klaar.forecast.arrays import Flags, Numbers, Places
from klaar.forecast.days import MINUTE, day_number
from klaar.forecast.model import Case


class Columns(NamedTuple):
    """One row a case, in days: NaN for an `end`, a `seen` or a `progress` that is not there.

    `group` and `kind` are numbers; a case without a group is one of its own. `grain` is the precision: 1 for
    whole days, a minute where any case tells a time of day.
    """

    start: Numbers
    promised: Numbers
    end: Numbers
    seen: Numbers
    progress: Numbers
    group: Places
    kind: Places
    grain: float

    @property
    def done(self) -> Flags:
        """Whether each case is finished."""
        return ~np.isnan(self.end)

    def rows(self, chosen: Flags | Places) -> "Columns":
        """The same columns with only the `chosen` rows."""
        return _from([column[chosen] for column in _arrays(self)], self.grain)


def columns(cases: Sequence[Case]) -> Columns:
    """`cases` in columns, in their order."""
    start, promised, end, group, kind, seen, progress = zip(*cases, strict=True) if cases else ((),) * 7
    days = [_days(each) for each in (start, promised, end, seen)]
    named = any(group)
    groups = (
        _numbered([name or number for number, name in enumerate(group)]) if named else np.arange(len(cases))
    )
    timed = any((each % 1 > 0).any() for each in days)
    shares = np.array(progress, dtype=float)
    return Columns(
        days[0],
        days[1],
        days[2],
        days[3],
        shares,
        groups,
        _numbered(kind),
        MINUTE if timed else 1.0,
    )


def _days(dates: Sequence[date | None]) -> Numbers:
    kinds = set(map(type, dates))
    if kinds == {date}:
        return np.fromiter(map(date.toordinal, dates), dtype=float, count=len(dates))  # type: ignore[arg-type]
    if kinds == {type(None)}:
        return np.full(len(dates), np.nan)
    if datetime in kinds:
        return np.array([np.nan if day is None else day_number(day) for day in dates])
    return np.array([np.nan if day is None else day.toordinal() for day in dates], dtype=float)


def _numbered(names: Sequence[object]) -> Places:
    if len(names) and len(set(names)) == 1:
        return np.zeros(len(names), dtype=np.int64)
    numbers = {name: number for number, name in enumerate(dict.fromkeys(names))}
    return np.array([numbers[name] for name in names], dtype=np.int64)


def in_order(rows: Columns) -> Columns:
    """The rows by their days and the groups numbered in that order, whatever the order of the file was."""
    order = np.lexsort((np.nan_to_num(rows.end, nan=np.inf), rows.promised, rows.start))
    rows = rows.rows(order)
    first = np.full(int(rows.group.max(initial=-1)) + 1, len(order))
    np.minimum.at(first, rows.group, np.arange(len(order)))
    place = np.empty_like(first)
    place[np.argsort(first, kind="stable")] = np.arange(len(first))
    return rows._replace(group=place[rows.group])


def together(one: Columns, other: Columns) -> Columns:
    """The rows of both, with the numbers of groups and kinds that they have."""
    pairs = zip(_arrays(one), _arrays(other), strict=True)
    return _from([np.concatenate(pair) for pair in pairs], min(one.grain, other.grain))


def _arrays(rows: Columns) -> list[np.ndarray[Any, Any]]:
    return list(rows[:-1])


def _from(arrays: list[np.ndarray[Any, Any]], grain: float) -> Columns:
    start, promised, end, seen, progress, group, kind = arrays
    return Columns(start, promised, end, seen, progress, group, kind, grain)


def project_numbers(rows: Columns) -> Places:
    """For each row the number of its project: the first of the rows of its group where those are one project.

    They are one when all end on the same day, or none has: the weekly promise of one release. The rows of a
    group with ends of their own (the tickets of a team) are each a project.
    """
    project = np.arange(len(rows.start), dtype=np.int64)
    order, first = sorted_groups(rows.group)
    if len(first) == len(order):
        return project
    end = np.where(rows.done, rows.end, np.inf)[order]
    same = np.minimum.reduceat(end, first) == np.maximum.reduceat(end, first)
    sizes = np.diff(first, append=len(order))
    one = np.repeat(same & (sizes > 1), sizes)
    project[order[one]] = np.repeat(order[first], sizes)[one]
    return project


def sorted_groups(group: Places) -> tuple[Places, Places]:
    """The rows sorted by group, in their order within it, and where each group begins among them."""
    order = np.argsort(group, kind="stable")
    if not len(order):
        return order, order
    return order, np.flatnonzero(np.diff(group[order], prepend=group[order[0]] - 1))

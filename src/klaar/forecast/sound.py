"""Which cases of a history can be used, and what is wrong with the others: said, never guessed over."""

from typing import NamedTuple

import numpy as np

from klaar.forecast.arrays import Flags
from klaar.forecast.columns import Columns, project_numbers

REASONS = ("duplicate", "after_done", "done_before_start", "no_term", "promised_before_start", "not_begun")
"""Why a case is left out, in the order in which it is looked at; keys under [left_out] in forecast.toml."""


class Sound(NamedTuple):
    """The usable cases in their order, how many others there were by reason, and what day it counts as.

    `as_of` is the day on which the unfinished
    ones were known to be open; `same_day` counts the cases that were ready on the day they began: they count
    as half a day.
    """

    rows: Columns
    left_out: tuple[tuple[str, int], ...]
    as_of: float
    same_day: int


def sound(rows: Columns, today: float | None = None) -> Sound:
    """Sort out cases; without `today` unfinished ones were open on the last day that the history names.

    Left out: what is said twice with the same group and days; in a project with several promises what was
    said once it was ready; what was ready before it began; a promise for the day it was made or before,
    unless it is one of several of its project (an overdue date that still stands); what begins after `today`.
    """
    as_of = _last_day(rows) if today is None else today
    rows = rows._replace(end=np.where(rows.end <= as_of, rows.end, np.nan))
    free, counts = np.ones(len(rows.start), dtype=bool), []
    for reason, wrong in zip(REASONS, _wrong(rows, as_of), strict=True):
        counts.append((reason, int((wrong & free).sum())))
        free &= ~wrong
    kept = rows.rows(free)
    same = int((kept.end == kept.start).sum())
    return Sound(kept, tuple(count for count in counts if count[1]), as_of, same)


def _last_day(rows: Columns) -> float:
    """The last day that is surely past: of a start, an end, or of being seen."""
    days = np.concatenate([rows.start, rows.end, rows.seen])
    return float(np.nanmax(days)) if len(rows.start) else 0.0


def _wrong(rows: Columns, as_of: float) -> tuple[Flags, ...]:
    """For each of `REASONS` the rows that it holds for."""
    start, end = rows.start, rows.end
    project = several_days(rows)
    return (
        _again(rows),
        project & (end <= start),
        end < start,
        (rows.promised == start) & ~project,
        (rows.promised < start) & ~project,
        (start > as_of) | ((start == as_of) & ~rows.done),
    )


def several_days(rows: Columns) -> Flags:
    """Whether each row is one of several promises of its project, made on different days."""
    project = project_numbers(rows)
    size = np.bincount(project, minlength=len(project))
    if not len(project) or size.max() < 2:
        return np.zeros(len(project), dtype=bool)
    low, high = np.full(len(project), np.inf), np.full(len(project), -np.inf)
    np.minimum.at(low, project, rows.start)
    np.maximum.at(high, project, rows.start)
    return np.asarray((low < high)[project])


def _again(rows: Columns) -> Flags:
    """Whether an earlier row of the same group says the same days."""
    again = np.zeros(len(rows.start), dtype=bool)
    if len(again) < 2 or len(np.unique(rows.group)) == len(again):
        return again
    parts = np.column_stack([rows.group, rows.start, rows.promised, np.nan_to_num(rows.end, nan=-1.0)])
    order = np.lexsort((*parts.T[::-1],))
    same = (parts[order][1:] == parts[order][:-1]).all(axis=1)
    again[order[1:][same]] = True
    return again


def sound_firsts(rows: Columns, today: float | None = None) -> Sound:
    """As `sound`, and of each project with several promises only the first."""
    past = sound(rows, today)
    return past._replace(rows=first_promises(past.rows))


def first_promises(rows: Columns) -> Columns:
    """Of each project with several promises only the first; all other cases as they are."""
    project = project_numbers(rows)
    order = np.lexsort((np.arange(len(project)), rows.start, project))
    first = np.ones(len(project), dtype=bool)
    first[order[1:]] = np.diff(project[order]) != 0
    return rows.rows(first & (rows.promised > rows.start))

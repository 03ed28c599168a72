"""The successive promises of one project: when it began, its first date, how often the date moved."""

from typing import NamedTuple

import numpy as np

from klaar.forecast.arrays import Numbers, Places
from klaar.forecast.columns import Columns, project_numbers


class Histories(NamedTuple):
    """For each row: days since its project began, its first planned duration, moves before it, the project.

    `many` tells that most rows are one of several promises of a project.
    """

    elapsed: Numbers
    unit: Numbers
    moves: Places
    project: Places
    many: bool


def histories(rows: Columns) -> Histories:
    """What went before each row in its project; rows that begin on the same day keep their order."""
    project, count = project_numbers(rows), len(rows.start)
    order = np.lexsort((np.arange(count), rows.start, project))
    sorted_project = project[order]
    begins = np.ones(count, dtype=bool)
    begins[1:] = sorted_project[1:] != sorted_project[:-1]
    first = order[np.flatnonzero(begins)[np.cumsum(begins) - 1]]
    moved = np.diff(rows.promised[order], prepend=0.0) != 0
    total = np.cumsum(moved & ~begins)
    elapsed, unit, moves = np.zeros(count), np.zeros(count), np.zeros(count, dtype=np.int64)
    elapsed[order] = rows.start[order] - rows.start[first]
    unit[order] = rows.promised[first] - rows.start[first]
    moves[order] = total - total[np.flatnonzero(begins)][np.cumsum(begins) - 1]
    several = np.bincount(project, minlength=count)[project] > 1 if count else begins
    return Histories(elapsed, unit, moves, project, int(several.sum()) * 2 > count)

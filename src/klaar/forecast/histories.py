"""The successive promises of one project: when it began, its first date, how often the date moved."""

from typing import NamedTuple

import numpy as np

from klaar.forecast.arrays import Flags, Numbers, Places


class Histories(NamedTuple):
    """For each row: days since its project began, its first planned duration, moves before it, the project.

    `many` tells that most rows are one of several promises of a project.
    """

    elapsed: Numbers
    unit: Numbers
    moves: Places
    project: Places
    many: bool


def histories(start: Numbers, promised: Numbers, end: Numbers, done: Flags, group: Places) -> Histories:
    """What went before each row in its group, where the rows of the group are promises of one project.

    They are that when all end on the same day: a weekly promise of one release. Rows of a group that end on
    days of their own (the tickets of a team) are each a project. Rows that begin on the same day keep the
    order in which they were given.
    """
    first, unit, moves = start.copy(), promised - start, np.zeros(len(start), dtype=np.int64)
    project = np.arange(len(start), dtype=np.int64)
    several = 0
    order = np.lexsort((start, group))
    for rows in np.split(order, np.flatnonzero(np.diff(group[order])) + 1):
        if len(rows) > 1 and _one_end(end[rows], done[rows]):
            several += len(rows)
            project[rows], first[rows], unit[rows] = rows[0], start[rows[0]], unit[rows[0]]
            moves[rows[1:]] = np.cumsum(np.diff(promised[rows]) != 0)
    return Histories(start - first, unit, moves, project, several * 2 > len(start))


def _one_end(end: Numbers, done: Flags) -> bool:
    return bool((end == end[0]).all() and (done == done[0]).all())

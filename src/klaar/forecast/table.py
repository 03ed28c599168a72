"""Cases as columns of numbers: what was known of each when its date was promised, and how it went."""

from typing import NamedTuple

import numpy as np

from klaar.forecast.arrays import Flags, Numbers, Places
from klaar.forecast.columns import Columns
from klaar.forecast.histories import Histories, histories

_PHASES = (0.25, 0.5, 0.75, 0.9, 0.9999)
FEWEST = 3
"""Finished cases below which a history tells no chance."""
FEW = 10
"""Finished cases below which the log-normal speaks instead of the cases themselves."""
_MANY = 50
_YOUNG = 0.1
_FLOOR = 0.05
"""Least part of the whole term that a remaining term counts as: near its date a promise says little."""


class Table(NamedTuple):
    """Cases in columns, one row a promised date, all times in days.

    `start` is when the date was promised, `promised` that date, `end` the day of done, or, where `done` is
    false, the last day on which it was still open. `group` numbers the groups as they were given, `project`
    what shares one end: the successive promises of one project, else the row itself. `unit` is the planned
    duration at the first promise of its project, in which losses are told. `scale` is the remaining term that
    `rest` (the time until `end`) is compared with, `pace` the time left at the pace so far (NaN where no
    progress was told). `place` is the class it is compared in, `moves` how often the date had moved by then
    (0, 1 for once or twice, 2 for more often). `many` tells that projects have several rows, `grain` the
    precision (1: whole days).
    """

    start: Numbers
    promised: Numbers
    end: Numbers
    done: Flags
    group: Places
    project: Places
    unit: Numbers
    scale: Numbers
    pace: Numbers
    place: Places
    moves: Places
    many: bool
    grain: float

    @property
    def rest(self) -> Numbers:
        """The time from the promise to the end, at least half of the precision."""
        return np.maximum(self.end - self.start, self.grain / 2)

    def rows(self, chosen: Flags | Places) -> "Table":
        """The same table with only the `chosen` rows."""
        columns = [c[chosen] if isinstance(c, np.ndarray) else c for c in self]
        return Table(*columns)  # type: ignore[arg-type]

    def cases(self, weight: Numbers | None = None) -> float:
        """How many independent finished cases the (weighted) rows are worth: (Σw)² / Σw² over projects."""
        return _independent(self.project, self.done if weight is None else weight * self.done)

    @property
    def tells(self) -> bool:
        """Whether a chance can be told from it: three finished cases, and one in ten of all that began."""
        finished = self.cases()
        return finished >= FEWEST and finished >= _YOUNG * _independent(self.project, np.ones(len(self.done)))

    def known(self, day: float) -> "Table":
        """What was known on `day`: dates promised before it, and whether they were done by then."""
        begun = self.rows(self.start < day)
        done = begun.done & (begun.end <= day)
        return begun._replace(done=done, end=np.where(done, begun.end, np.minimum(begun.end, day)))


def without_stopped(table: Table) -> Table:
    """`table` without what is open for more than twice as long, for its term, as the slowest that finished.

    Such cases were stopped, or nobody wrote down that they were done; with fewer than ten finished ones that
    cannot be told. Where most are finished, the slowest is the slowest but for one in fifty.
    """
    if table.done.all() or table.cases() < FEW:
        return table
    ratio, finished = table.rest / table.scale, int(table.done.sum())
    settled = finished >= _MANY and finished >= 2 * (len(ratio) - finished)
    slowest = np.quantile(ratio[table.done], 0.98 if settled else 1.0)
    return table.rows(table.done | (ratio <= 2 * slowest))


def _independent(project: Places, weight: Numbers | Flags) -> float:
    each = np.bincount(project, weight) if len(project) else np.zeros(1)
    total = float(each.sum())
    return total**2 / float((each**2).sum()) if total else 0.0


def build_table(rows: Columns, as_of: float) -> Table:
    """Cases as a table; those that are not done were still open when last seen, or on `as_of` (in days)."""
    past, rest = histories(rows), rows.promised - rows.start
    last = np.where(np.isnan(rows.seen), as_of, rows.seen)
    end = np.maximum(np.where(rows.done, rows.end, last), rows.start)
    unit = np.where(past.unit > 0, past.unit, np.maximum(rest, 1.0))
    whole = np.maximum(past.elapsed + np.maximum(rest, 0.0), unit)
    scale = np.maximum(rest, _FLOOR * whole)
    place = _phases(past, rest) if past.many else rows.kind
    moves = np.digitize(past.moves, (1, 3))
    days = rows.start, rows.promised, end, rows.done, rows.group, past.project, unit, scale
    return Table(*days, _pace(past.elapsed, rows.progress), place, moves, past.many, rows.grain)


def _phases(past: Histories, rest: Numbers) -> Places:
    """How far along each promise was made; where all are of the first day, which in the row it was."""
    if not past.elapsed.any():
        return np.minimum(past.moves, len(_PHASES))
    whole = np.maximum(past.elapsed + np.maximum(rest, 0.0), 1e-9)
    return np.digitize(past.elapsed / whole, _PHASES)


def _pace(elapsed: Numbers, progress: Numbers) -> Numbers:
    """What is left at the pace so far: half done in 40 days leaves 40 days."""
    usable = (progress > 0) & (progress < 1) & (elapsed > 0)
    return np.where(usable, elapsed * (1 - progress) / np.where(usable, progress, 0.5), np.nan)

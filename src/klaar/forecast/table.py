"""Cases as columns of numbers: what was known of each when its date was promised, and how it went."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from klaar.forecast.arrays import Flags, Numbers, Places
from klaar.forecast.days import day_number, has_time
from klaar.forecast.histories import Histories, histories
from klaar.forecast.model import Case

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


def build_table(cases: Sequence[Case], as_of: float) -> Table:
    """`cases` in columns; those that are not done were still open on `as_of` (days, as `day_number`)."""
    start = np.array([day_number(case.start) for case in cases])
    promised = np.array([day_number(case.promised) for case in cases])
    done = np.array([case.done is not None for case in cases], dtype=bool)
    last = [case.done or case.seen for case in cases]
    end = np.array([as_of if day is None else day_number(day) for day in last])
    timed = any(has_time(day) for case in cases for day in (case.start, case.done))
    group = group_numbers(cases)
    past = histories(start, promised, end, done, group)
    rest = promised - start
    unit = np.where(past.unit > 0, past.unit, np.maximum(rest, 1.0))
    whole = np.maximum(past.elapsed + np.maximum(rest, 0.0), unit)
    scale = np.maximum(rest, _FLOOR * whole)
    place = _places(past, rest, cases)
    grain = 1 / 1440 if timed else 1.0
    moves = np.digitize(past.moves, (1, 3))
    columns = start, promised, np.maximum(end, start), done, group, past.project, unit, scale
    return Table(*columns, _pace(past.elapsed, cases), place, moves, past.many, grain)


def _pace(elapsed: Numbers, cases: Sequence[Case]) -> Numbers:
    """What is left at the pace so far: half done in 40 days leaves 40 days."""
    done = np.array([np.nan if case.progress is None else case.progress for case in cases], dtype=float)
    usable = (done > 0) & (done < 1) & (elapsed > 0)
    return np.where(usable, elapsed * (1 - done) / np.where(usable, done, 0.5), np.nan)


def _places(past: Histories, rest: Numbers, cases: Sequence[Case]) -> Places:
    """The class of each row: how far along where projects have several rows, else its kind."""
    if not past.many:
        return kind_numbers(cases)
    if not past.elapsed.any():
        return np.minimum(past.moves, len(_PHASES))
    phase = past.elapsed / np.maximum(past.elapsed + np.maximum(rest, 0.0), 1e-9)
    return np.digitize(phase, _PHASES)


def group_numbers(cases: Sequence[Case]) -> Places:
    """A number for each group; a case without a group is one of its own."""
    numbers: dict[str | int, int] = {}
    return np.array(
        [numbers.setdefault(c.group or i, len(numbers)) for i, c in enumerate(cases)], dtype=np.int64
    )


def kind_numbers(cases: Sequence[Case]) -> Places:
    """A number for each kind."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(case.kind, len(numbers)) for case in cases], dtype=np.int64)

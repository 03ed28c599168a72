"""A history forecast from itself: each case from the others, or each from what was known before it."""

from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

import numpy as np

from klaar.forecast.arrays import Numbers
from klaar.forecast.choose import choose, curves
from klaar.forecast.losses import averaged, costs
from klaar.forecast.methods import Method, fit
from klaar.forecast.model import LEVELS, RELIABILITY, Loss
from klaar.forecast.table import Table, without_stopped

Split = Literal["project", "time"]
"""By project: each group is forecast from all others. In time: each promise from what was known that day."""

_MOST_FOLDS = 100
_MOST_DAYS = 200
_GROWN = 1.2


class Backtest(NamedTuple):
    """How a history would have been forecast.

    `n` rows were forecast and are finished, of `groups` groups; `open` rows were forecast and are not
    finished, of which `open_past` are already beyond their 50, 80 and 90 % date. `early` rows had too little
    history before them. `by_group` is the loss with each group counting once. `methods` counts the rows that
    each method forecast. None where nothing could be forecast.
    """

    split: Split
    n: int
    groups: int
    open: int
    open_past: tuple[int, int, int]
    early: int
    forecast: Loss | None
    promise: Loss | None
    by_group: Loss | None
    reliability: tuple[tuple[float, float], ...]
    methods: tuple[tuple[str, int], ...]


class _Part(NamedTuple):
    """Rows of the table that are forecast from one history."""

    rows: Table
    history: Table


def backtest(table: Table, split: Split) -> Backtest:
    """Forecast every row of `table` that can be, and score those that are finished."""
    made, told, used, early = [], [], Counter[str](), 0
    method: Method | None = None
    cases = 0.0
    for rows, whole in _by_time(table) if split == "time" else _by_group(table):
        part = _Part(rows, without_stopped(whole))
        if not part.history.tells:
            early += len(rows.start)
            continue
        now = part.history.cases()
        if split == "project" or method is None or now >= _GROWN * cases:
            method, cases = choose(part.history), now
        made.append(part.rows)
        told.append(_told(part, method))
        used[method.name] += len(part.rows.start)
    return _scored(split, made, told, used, early)


def _by_group(table: Table) -> Iterator[_Part]:
    """Each group with all others; with very many groups some together."""
    folds = table.group % _MOST_FOLDS
    for fold in np.unique(folds):
        yield _Part(table.rows(folds == fold), table.rows(folds != fold))


def _by_time(table: Table) -> Iterator[_Part]:
    """The promises of each day with what was known before it; with very many days some together."""
    days = np.unique(table.start)
    first = days[:: max(1, -(-len(days) // _MOST_DAYS))]
    for day, until in zip(first, np.append(first[1:], np.inf)[: len(first)], strict=True):
        yield _Part(table.rows((table.start >= day) & (table.start < until)), table.known(day))


def _told(part: _Part, method: Method) -> Numbers:
    """For each row, in days from its start: the hundred outcomes, the dates of `LEVELS`, of `RELIABILITY`."""
    fitted = fit(part.history, method, part.rows)
    levels = np.array([*LEVELS, *RELIABILITY])
    return np.concatenate([curves(fitted, part.rows), curves(fitted, part.rows, levels)], axis=1)


def _scored(split: Split, made: list[Table], told: list[Numbers], used: Counter[str], early: int) -> Backtest:
    if not made:
        return Backtest(split, 0, 0, 0, (0, 0, 0), early, None, None, None, (), ())
    rows, told_all = joined(made), np.concatenate(told)
    curve, dates = told_all[:, :100], _whole(told_all[:, 100:], rows)
    rest = rows.end - rows.start
    met = rest[:, None] <= dates
    done = rows.done
    past = tuple(int(x) for x in (~met[~done, :3]).sum(axis=0))
    methods = tuple(sorted(used.items()))
    if not done.any():
        return Backtest(split, 0, 0, len(done), past, early, None, None, None, (), methods)  # type: ignore[arg-type]
    each = costs(curve, dates[:, :3], rest, rows.unit)[done]
    promise = _promise_costs(rows)[done]
    counts = np.bincount(rows.group[done])[rows.group[done]]
    shares = met[done, 3:].mean(axis=0)
    return Backtest(
        split,
        int(done.sum()),
        len(np.unique(rows.group[done])),
        int((~done).sum()),
        past,  # type: ignore[arg-type]
        early,
        averaged(each),
        averaged(promise),
        averaged(each, 1 / counts),
        tuple((level, float(share)) for level, share in zip(RELIABILITY, shares, strict=True)),
        methods,
    )


def joined(tables: list[Table]) -> Table:
    """The rows of several tables as one."""
    columns = [
        np.concatenate(column) if isinstance(column[0], np.ndarray) else column[0]
        for column in zip(*tables, strict=True)
    ]
    return Table(*columns)  # type: ignore[arg-type]


def _whole(days: Numbers, rows: Table) -> Numbers:
    """The dates as they are shown: whole days, where the history has whole days."""
    return np.ceil(days - 1e-9) if rows.grain == 1.0 else days


def _promise_costs(rows: Table) -> Numbers:
    """The same for the promised date taken as a forecast."""
    said, rest = rows.promised - rows.start, rows.end - rows.start
    return costs(np.repeat(said[:, None], 100, axis=1), np.repeat(said[:, None], 3, axis=1), rest, rows.unit)

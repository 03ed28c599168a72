"""Finished work, and when the next so many items will be done."""

from datetime import date
from typing import NamedTuple

from klaar.forecast.model import Note


class Item(NamedTuple):
    """One work item: begun on `start`, finished on `done` (None while it is not)."""

    start: date | None
    done: date | None


class ItemsForecast(NamedTuple):
    """When `wanted` more items will be done: the days by which they are in 50, 80 and 90 of 100 runs.

    `chance` is that of `wished`, `by_wished` how many items are done by then in half, in 80 and in 90 of 100
    runs (fewer each time). `weeks` of history are behind it with `finished` items, `per_week` on average.
    `tried` are earlier days at which the same was asked, `coverage` how often the 50, 80 and 90 % dates held.
    """

    wanted: int
    today: date
    wished: date | None
    chance: float | None = None
    by_wished: tuple[int, int, int] | None = None
    p50: date | None = None
    p80: date | None = None
    p90: date | None = None
    weeks: int = 0
    finished: int = 0
    per_week: float = 0.0
    open: int = 0
    runs: int = 0
    seed: int = 0
    curve: tuple[float, ...] = ()
    tried: int = 0
    coverage: tuple[float, float, float] | None = None
    notes: tuple[Note, ...] = ()

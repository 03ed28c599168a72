"""What goes into a forecast and what comes out: cases of earlier promises, and the chances of a date."""

from datetime import date
from typing import NamedTuple

LEVELS = (0.5, 0.8, 0.9)
"""The dates that are always given: met in 50, 80 and 90 of 100 such cases."""

RELIABILITY = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
"""The levels of the reliability picture."""


class Case(NamedTuple):
    """One earlier promise: "started 1 March, promised for 1 June, ready on 20 July".

    `done` is None while it is not finished. `group` is what belongs together (the project of a weekly
    promise); several cases of one group with the same `done` are one project under way. `kind` is the class
    that it is compared in ("migration"). `seen` is the last day on which an unfinished case was known to be
    open, where that is not the day of the whole history. `progress` is the share that was done on `start`,
    for a promise made under way. A `datetime` counts with its time of day.
    """

    start: date
    promised: date
    done: date | None = None
    group: str = ""
    kind: str = ""
    seen: date | None = None
    progress: float | None = None


class Move(NamedTuple):
    """A promised date as it was said on a day: on 5 May, "it will be ready on 1 September"."""

    said: date
    promised: date


class Note(NamedTuple):
    """Something that a reader of the forecast must know; `code` is a key under [notes] in forecast.toml."""

    code: str
    fields: tuple[tuple[str, str | int], ...] = ()

    @classmethod
    def of(cls, code: str, **fields: str | int) -> "Note":
        """Note.of("few", n=4)."""
        return cls(code, tuple(fields.items()))


class Dot(NamedTuple):
    """An earlier case, laid on this start and this wish: when it would have been ready.

    `finished` is false for one that is still open: it lies at least so far.
    """

    day: date
    finished: bool


class Forecast(NamedTuple):
    """The chances of a date: "1 March is met in 3 of 10 such cases; 8 of 10 are ready by 20 May".

    `chance` is that of `wished` (None where there is no wish or nothing can be told); `p50`, `p80` and `p90`
    are the days met in 50, 80 and 90 of 100 such cases. `n` finished cases are behind it and `unfinished`
    ones; `groups` projects, where several cases belong to one. `met` of `n` finished cases kept as much of
    their term as the wish allows. `basis` is how it was told ("empirical"; a key under [basis] in
    forecast.toml). `curve` has the hundred equally likely numbers of days since `start`, in order: it is
    what `score` scores. `sight` is the highest level that the cases themselves reach; beyond it the tail of
    a log-normal is shown. `dots` are the earlier cases. A forecast without cases has none of the dates.
    """

    start: date
    wished: date | None
    today: date
    chance: float | None = None
    p50: date | None = None
    p80: date | None = None
    p90: date | None = None
    n: int = 0
    unfinished: int = 0
    groups: int = 0
    met: int | None = None
    basis: str = "none"
    sight: float = 0.0
    curve: tuple[float, ...] = ()
    dots: tuple[Dot, ...] = ()
    notes: tuple[Note, ...] = ()


class Outcome(NamedTuple):
    """A forecast whose truth is known by now: ready on `done`."""

    forecast: Forecast
    done: date


class Loss(NamedTuple):
    """How far off something was, on average: coverage (0–1) of the 50, 80 and 90 % dates, CRPS, pinball.

    `crps` and `pinball` are in shares of the planned duration, `crps_days` and `pinball_days` in days; both
    losses are 0 at best. For a single date (the promise itself) the CRPS is how far off it was.
    """

    coverage: tuple[float, float, float]
    crps: float
    pinball: float
    crps_days: float
    pinball_days: float


class Score(NamedTuple):
    """How forecasts went beside the promises themselves, over `n` of them.

    `reliability` has for each level (0.1 to 0.9, 0.95) the share that was ready by its date. None where
    there was nothing to score.
    """

    n: int
    forecast: Loss | None
    promise: Loss | None
    reliability: tuple[tuple[float, float], ...] = ()

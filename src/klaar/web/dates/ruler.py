"""The same line of days for several forecasts, so that an eye can compare them."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from klaar.forecast.model import Forecast

WIDTH = 300


class Bar(NamedTuple):
    """Where the days of one forecast stand, from 0 to `WIDTH`: the wish, and from the 50 to the 90 % day.

    In letters with a point, as SVG writes numbers, whatever the language of the page.
    """

    wished: str
    p50: str
    p80: str
    p90: str
    long: str
    longer: str


class Ruler(NamedTuple):
    """A bar for each forecast, and the days on which their line begins and ends (None: no line)."""

    bars: tuple[Bar | None, ...]
    first: date | None = None
    last: date | None = None


def laid_out(told: Sequence[Forecast | None]) -> Ruler:
    """A bar for each forecast, all on one line of days; None where nothing is told."""
    days = [day for said in told if said for day in (said.wished, said.p50, said.p90) if day]
    if not days:
        return Ruler(tuple(None for _ in told))
    first, last = min(days), max(days)
    whole = max(1, (last - first).days)

    def place(day: date) -> float:
        return 6 + (WIDTH - 12) * (day - first).days / whole

    return Ruler(tuple(_bar(said, place) if said else None for said in told), first, last)


def _bar(said: Forecast, place: Callable[[date], float]) -> Bar | None:
    if not (said.wished and said.p50 and said.p80 and said.p90):
        return None
    wished, p50, p80, p90 = (place(day) for day in (said.wished, said.p50, said.p80, said.p90))
    numbers = (wished, p50, p80, p90, max(2.0, p80 - p50), max(2.0, p90 - p80))
    return Bar(*(f"{number:.1f}" for number in numbers))

"""The line of days beneath a picture, and where each day stands on it."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from klaar.forecast.model import Dot, Forecast
from klaar.forecast.showing.teller import dated

_COLUMNS = 72
_APART = 9
_TALLEST = 9


class Axis(NamedTuple):
    """Days from `first` to `last` on `width` units, from `left`."""

    first: date
    last: date
    left: float
    width: float

    def place(self, day: date) -> float:
        """Where `day` stands; what lies outside stands on the edge."""
        whole = max(1, (_plain(self.last) - _plain(self.first)).days)
        gone = (_plain(day) - _plain(self.first)).days
        return self.left + self.width * min(1.0, max(0.0, gone / whole))


def axis(said: Forecast, left: float, width: float) -> Axis:
    """From the start, or the first earlier case, to a little beyond the last of the dates that are shown."""
    days = [_plain(day) for _, day in dated(said)] + [_plain(each) for each in (said.wished,) if each]
    first, last = _plain(said.start), max([_plain(said.start), *days])
    room = max(1, (last - first).days // 12)
    return Axis(first, _later(last, room), left, width)


def _later(day: date, days: int) -> date:
    return min(day, date.max - timedelta(days=days)) + timedelta(days=days)


class Pile(NamedTuple):
    """Dots that stand above each other at `place`: `full` finished ones below, `open` unfinished above."""

    place: float
    full: int
    open: int


class Piles(NamedTuple):
    """The dots of a picture: `each` dot stands for so many cases; `later` cases lie beyond the picture."""

    each: int
    piles: tuple[Pile, ...]
    later: int


def piles(dots: Sequence[Dot], on: Axis) -> Piles:
    """The earlier cases in columns; where a column is too tall a dot stands for several."""
    shown = [dot for dot in dots if _plain(dot.day) <= on.last]
    full, open_ = Counter[int](), Counter[int]()
    many = min(_COLUMNS, int(on.width // _APART))
    for dot in shown:
        column = round((on.place(dot.day) - on.left) / on.width * many)
        (full if dot.finished else open_)[column] += 1
    columns = sorted(full.keys() | open_.keys())
    tallest = max([full[column] + open_[column] for column in columns], default=0)
    each = max(1, -(-tallest // _TALLEST))
    made = (Pile(on.left + on.width * c / many, -(-full[c] // each), -(-open_[c] // each)) for c in columns)
    return Piles(each, tuple(made), len(dots) - len(shown))


def _plain(day: date) -> date:
    """A day without its time."""
    return date(day.year, day.month, day.day)

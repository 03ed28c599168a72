"""The times in a statement, each with the words around it."""

from functools import cache
from typing import NamedTuple

from klaar.promises.marked import Marked
from klaar.text.data import load_words
from klaar.text.times import Time, find_times
from klaar.text.words import lower


class Clock(NamedTuple):
    """A time with the words before and behind it, nearest first: "binnen", 30 dagen, "na", "factuurdatum"."""

    time: Time
    token: int
    before: list[str]
    after: list[str]


@cache
def _clock_words(language: str) -> frozenset[str]:
    return frozenset(load_words(language, "deadlines")["clock"].split())


def clocks_in(marked: Marked, lo: int, hi: int) -> list[Clock]:
    """The times, rates and amounts in the words `lo:hi`; no look at all where no word could be one."""
    words = _clock_words(marked.language)
    lows = marked.lows
    if not any(lows[k] in words or lows[k][0].isdigit() for k in range(lo, hi)):
        return []
    start, end = marked.spans[lo][0], marked.spans[hi - 1][1]
    return [
        _with_words(marked, lo, hi, time)
        for time in find_times(marked.text, marked.language, None, start, end)
    ]


def _with_words(marked: Marked, lo: int, hi: int, time: Time) -> Clock:
    first = next(k for k in range(lo, hi) if marked.spans[k][1] > time.start)
    last = next((k for k in range(first, hi) if marked.spans[k][0] >= time.end), hi)
    before = [w for w in reversed(marked.lows[max(lo, first - 9) : first]) if w[0].isalnum() or w in "≤<≥>+"]
    after = [w for w in marked.lows[last : min(hi, last + 9)] if w[0].isalnum()]
    return Clock(time, first, before, after)


__all__ = ["Clock", "clocks_in", "lower"]

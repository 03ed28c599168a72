"""The times in a statement, each with the words around it."""

from bisect import bisect_left, bisect_right
from functools import cache
from typing import NamedTuple

from klaar.promises.marked import Marked
from klaar.text.data import load_words
from klaar.text.times import Time, find_times


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
    if not _may_hold_time(marked.lows, lo, hi, _clock_words(marked.language)):
        return []
    start, end = marked.spans[lo][0], marked.spans[hi - 1][1]
    return [
        _with_words(marked, lo, hi, time)
        for time in find_times(marked.text, marked.language, None, start, end)
    ]


_FIGURES = frozenset("0123456789")
_BESIDE = frozenset("-/–%€$£")


def _may_hold_time(lows: list[str], lo: int, hi: int, words: frozenset[str]) -> bool:
    """False where no unit, month or sign stands, nor a figure that could be
    one by itself ("01-03-2027", "30d").
    """
    said = lows[lo:hi]
    if not words.isdisjoint(said):
        return True
    for k, word in enumerate(said, lo):
        if word[0] in _FIGURES:
            if len(word) > 4 or not word.isdigit():
                return True
            if (k + 1 < hi and lows[k + 1] in _BESIDE) or (k > lo and lows[k - 1] in _BESIDE):
                return True
    return False


def _with_words(marked: Marked, lo: int, hi: int, time: Time) -> Clock:
    first = bisect_right(marked.spans, (time.start, time.start), lo, hi) - 1
    if first < lo or marked.spans[first][1] <= time.start:
        first += 1
    last = bisect_left(marked.spans, (time.end,), first, hi)
    before = [w for w in reversed(marked.lows[max(lo, first - 9) : first]) if w[0].isalnum() or w in "≤<≥>+"]
    after = [w for w in marked.lows[last : min(hi, last + 9)] if w[0].isalnum()]
    return Clock(time, first, before, after)

"""Marks of emphasis and of a blank to fill in, around a part of a time: [30] days, **90** dagen."""

from klaar.text.times.model import Time

_CLOSING = {"(": ")", "[": "]", "{": "}", "`": "`", "*": "*", "_": "_"}
_MARKS = frozenset(_CLOSING.values())


def with_marks(low: str, time: Time) -> Time:
    """`time` from the opening marks on whose closing marks it holds: "`[24]` uur", not "24]` uur"."""
    words = low[time.start : time.end]
    if _MARKS.isdisjoint(words):
        return time
    start = time.start
    while (close := _CLOSING.get(opening := low[start - 1])) and _open(words, opening, close) > low.count(
        opening, start, time.start
    ):
        start -= 1
    return time._replace(start=start)


def _open(words: str, opening: str, close: str) -> int:
    """How many closing marks in `words` have no opening mark in them."""
    return words.count(close) - (words.count(opening) if opening != close else 0)

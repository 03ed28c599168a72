"""How many columns of a terminal letters take."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from unicodedata import category

_NARROW = re.compile(
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2500-\u257f]*"
)
"""Letters of European languages, punctuation, signs of money and lines: one column each."""
_EMOJI_MARK = "\ufe0f"
"""Makes the sign before it an emoji, which is one column wider."""


def width_of(text: str) -> int:
    """The columns that `text` takes on a terminal: 2 for "五", 0 for an accent that joins its letter."""
    if _NARROW.fullmatch(text):
        return len(text)
    from wcwidth import wcswidth  # noqa: PLC0415

    found = wcswidth(text)
    return found if found >= 0 else len(text)


class Columns:
    """Where a line of a text is full; `edges` are the columns before each letter, empty where all are 1."""

    def __init__(self, edges: Sequence[int] = ()) -> None:
        self._edges = edges

    def reach(self, start: int, room: int) -> int:
        """The letter that no longer fits on a line of `room` columns that begins with the letter `start`."""
        if not self._edges:
            return start + room
        return bisect_right(self._edges, self._edges[start] + room) - 1


def columns_of(text: str) -> Columns:
    """The columns of a text; letter by letter only where some are not one column wide."""
    if _NARROW.fullmatch(text):
        return Columns()
    from wcwidth import wcwidth  # noqa: PLC0415

    sizes = (max(_least(letter), wcwidth(letter)) for letter in text)
    return Columns(list(accumulate(sizes, initial=0)))


def _least(letter: str) -> int:
    """1 for what takes a column after another letter only: the emoji mark, a spacing mark (Unicode Mc)."""
    return int(letter == _EMOJI_MARK or category(letter) == "Mc")

"""A sentence taken apart: at its semicolons, and at the letters of a list inside it."""

from functools import cache
from typing import NamedTuple

from klaar.promises.flags import AND, CLOSE, COLON, COMMA, OPEN, PAPER, PART, SEMI, SEMICOLONS
from klaar.promises.lexicon import read_room
from klaar.promises.marked import Marked


class Piece(NamedTuple):
    """A part of a sentence: its opening (`item` false) or one item of a list inside it.

    "X may (a) copy; and (b) sell." is the opening "X may" and the items "copy" and "sell".
    """

    lo: int
    hi: int
    item: bool


class PieceWords(NamedTuple):
    """The words of [pieces]."""

    numbers: frozenset[str]


@cache
def piece_words(language: str) -> PieceWords:
    """The words of "nl" or "en"."""
    return read_room(PieceWords, language, "pieces")


def split_inline(marked: Marked, lo: int, hi: int) -> list[Piece]:
    """The pieces of a sentence with a lettered list: "X may (a) …; and (b)
    …"; one piece where it holds none.
    """
    marks = _enumerators(marked, lo, hi)
    return _cut(marked, lo, hi, marks) if len(marks) > 1 else [Piece(lo, hi, False)]


def split_at_semicolons(marked: Marked, lo: int, hi: int) -> list[Piece]:
    """The parts of a sentence between semicolons outside brackets; one piece where there is none."""
    if not any(mark in marked.lows[lo:hi] for mark in SEMICOLONS):
        return [Piece(lo, hi, False)] if hi > lo else []
    depth, begin, pieces = 0, lo, []
    for k in range(lo, hi):
        if marked.bits[k] & (OPEN | CLOSE):
            depth += 1 if marked.bits[k] & OPEN else -1
        elif marked.lows[k] in SEMICOLONS and depth <= 0:
            pieces.append(Piece(begin, k, begin > lo))
            begin = k + 1
    return [p for p in (*pieces, Piece(begin, hi, begin > lo)) if p.hi > p.lo]


def _cut(marked: Marked, lo: int, hi: int, marks: list[int]) -> list[Piece]:
    """The opening before the first mark, and what stands behind each
    "(a)" without its last comma or "and".
    """
    pieces = [Piece(lo, marks[0], False)] if marks[0] > lo else []
    for mark, following in zip(marks, [*marks[1:], hi], strict=True):
        begin, end = mark + 3, following
        while end > begin and marked.bits[end - 1] & (COMMA | SEMI | AND | COLON):
            end -= 1
        if end > begin:
            pieces.append(Piece(begin, end, True))
    return pieces


def _enumerators(marked: Marked, lo: int, hi: int) -> list[int]:
    """The indexes of "(" in "(a)", "(b)", … or "(i)", "(ii)", … or "(1)", "(2)", … in order."""
    found: list[int] = []
    expected: tuple[str, ...] = ()
    for k in _brackets(marked, lo, hi):
        word = marked.lows[k + 1]
        if k > lo and _is_reference(marked, k):
            continue  # "Subsection 11.4(a)"
        if word.isdigit() and k > lo and marked.lows[k - 1] in piece_words(marked.language).numbers:
            continue  # "two (2) weeks" is no list
        if (not found and word in _FIRST) or word in expected:
            found.append(k)
            expected = _next(word, found)
    return found


def _is_reference(marked: Marked, k: int) -> bool:
    """Whether the bracket at `k` goes on with a number: "clause 8(a)", "Subsection 11.4 (b)"."""
    before = marked.lows[k - 1]
    if before[0].isdigit() and marked.bits[k - 2] & (PART | PAPER):
        return True
    return before[0].isdigit() and marked.spans[k - 1][1] == marked.spans[k][0]


def _brackets(marked: Marked, lo: int, hi: int) -> list[int]:
    """Where one word stands in brackets: "(a)"."""
    if ")" not in marked.lows[lo:hi]:
        return []
    return [k for k in range(lo, hi - 2) if marked.lows[k + 2] == ")" and marked.bits[k] & OPEN]


_FIRST = ("a", "i", "1")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def _next(word: str, found: list[int]) -> tuple[str, ...]:
    """What may follow: "2" after "1", "b" after "a", and after "i" both "j" and "ii"."""
    if word.isdigit():
        return (str(int(word) + 1),)
    letters = (chr(ord(word) + 1),) if len(word) == 1 else ()
    if word in _ROMAN[:-1] and (len(found) == 1 or len(word) > 1 or word in "vx"):
        return (*letters, _ROMAN[_ROMAN.index(word) + 1])
    return letters

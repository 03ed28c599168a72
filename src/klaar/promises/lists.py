"""Lists: what an opening gives to its items, and lists written inside one sentence.

"Leverancier zal: a) de back-ups maken; b) deze testen." is two promises of Leverancier.
"""

from functools import cache
from typing import NamedTuple

from klaar.promises.flags import (
    ADVERB,
    AND,
    BE,
    CLOSE,
    COLON,
    COMMA,
    NOT,
    OPEN,
    PERSON,
    SCOPE,
    SEMI,
    SEMICOLONS,
)
from klaar.promises.frames import Frame, find_frames
from klaar.promises.kind import Verdict, judge
from klaar.promises.levels import ASIDE, WHAT, WHEN, WHICH, find_levels
from klaar.promises.look import look_at
from klaar.promises.marked import Marked
from klaar.text.data import load_words


class Given(NamedTuple):
    """What an opening gives to its items: the kind, the bearer, and the words of the opening."""

    verdict: Verdict
    lo: int
    hi: int


@cache
def _words(language: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in load_words(language, "signs")["lists"].items()}


def given_by(marked: Marked, lo: int, hi: int, outer: Given | None) -> Given | None:
    """What the opening `lo:hi` gives to its items; None where it is a whole promise or none at all.

    An opening without a verb of its own ("Per release:") hands on what it was given itself.
    """
    while hi > lo and marked.bits[hi - 1] & (COLON | COMMA | SEMI):
        hi -= 1
    levels = find_levels(marked, lo, hi)
    frames = find_frames(marked, lo, hi, levels)
    if not frames:
        return outer and Given(outer.verdict, lo, hi)
    frame = frames[-1]
    verdict = judge(marked, frame, look_at(marked, frame, levels, lo))
    if verdict is None:
        verdict = outer.verdict if outer else None
    if verdict is None or not _unfinished(marked, frame, levels, lo, verdict):
        return None
    return Given(verdict, lo, hi)


def _unfinished(marked: Marked, frame: Frame, levels: list[int], base: int, verdict: Verdict) -> bool:
    words = _words(marked.language)
    tail = [k for k in range(frame.verb + 1, frame.hi) if levels[k - base] != ASIDE]
    if not tail:
        return True
    last = tail[-1]
    if verdict.kind == "exclusion":
        if any(marked.lows[k] in words["examples"] for k in tail):
            return False
        follows = any(marked.lows[k] in ("following", "volgende") for k in range(frame.lo, frame.verb))
        return (
            follows
            or marked.lows[last] in words["open"]
            or last == frame.verb
            or bool(marked.bits[last] & SCOPE)
        )
    if any(marked.lows[k] in words["telling"] for k in tail):
        return False  # what must be told is one promise, however long the list
    if verdict.kind == "warranty" and levels[last - base] == WHAT and marked.bits[last] & (BE | NOT | PERSON):
        return True
    if levels[last - base] == WHEN or marked.bits[last] & AND:
        return False
    if marked.language == "en" and any(
        marked.lows[k] == "to" and marked.lows[k + 1] != "be" for k in tail[-4:]
    ):
        return True
    if all(
        marked.bits[k] & (ADVERB | NOT | AND) or marked.owners[k] or marked.lows[k] in words["open"]
        for k in tail
    ):
        return True
    if marked.lows[last] in words["open"] or (
        levels[last - base] == WHAT and marked.lows[last] in ("dat", "that")
    ):
        return levels[last - base] != WHICH
    for k in tail[:-1]:
        if marked.lows[k] in ("following", "volgende"):
            return (
                marked.lows[k + 1] not in words["whole"]
                and marked.lows[min(k + 2, last)] not in words["whole"]
            )
    named = range(frame.lo, frame.hi) if verdict.doubt == "scope" else tail
    return any(marked.lows[k] in words["things"] for k in named)


_BULLETS = frozenset("•·▪●◦")


def find_bullets(marked: Marked, lo: int, hi: int) -> list[int]:
    """The indexes of bullets inside a run of words, at least two: "… modules o Support o Training …"."""
    found = [
        k
        for k in range(lo, hi - 1)
        if marked.lows[k] in _BULLETS or (marked.lows[k] == "o" and _is_bullet(marked, k))
    ]
    return found if len(found) > 1 else []


def _boxes(marked: Marked, lo: int, hi: int) -> list[int]:
    """The last marks of boxes to tick, "[ ]" and "[x]", of which a form has several."""
    lows = marked.lows
    closed = [
        k
        for k in range(lo + 1, hi - 1)
        if lows[k] == "]" and (lows[k - 1] == "[" or lows[k - 2 : k] == ["[", "x"])
    ]
    return closed if len(closed) > 1 else []


def _is_bullet(marked: Marked, at: int) -> bool:
    start = marked.spans[at][0]
    after = marked.text[marked.spans[at + 1][0]]
    return (
        marked.text[start] == "o"
        and marked.text[start - 1 : start].isspace()
        and (after.isupper() or after.isdigit() or after.islower())
    )


class Piece(NamedTuple):
    """A part of a sentence: its opening (`item` false) or one item of a list inside it."""

    lo: int
    hi: int
    item: bool


def split_inline(marked: Marked, lo: int, hi: int) -> list[Piece]:
    """The pieces of a sentence that holds a marked list: "X may (a) …; and (b) …"; one piece where it holds none."""
    marks = _enumerators(marked, lo, hi)
    if len(marks) > 1:
        return _cut(marked, lo, hi, [(m, m + 3) for m in marks])
    return [Piece(lo, hi, False)]


def split_at_semicolons(marked: Marked, lo: int, hi: int) -> list[Piece]:
    """The parts of a sentence between semicolons outside brackets; one piece where there is none."""
    depth, begin, pieces = 0, lo, []
    for k in range(lo, hi):
        if marked.bits[k] & (OPEN | CLOSE):
            depth += 1 if marked.bits[k] & OPEN else -1
        elif marked.lows[k] in SEMICOLONS and depth <= 0:
            pieces.append(Piece(begin, k, begin > lo))
            begin = k + 1
    return [p for p in (*pieces, Piece(begin, hi, begin > lo)) if p.hi > p.lo]


def _cut(marked: Marked, lo: int, hi: int, marks: list[tuple[int, int]]) -> list[Piece]:
    pieces = [Piece(lo, marks[0][0], False)] if marks[0][0] > lo else []
    ends = [start for start, _ in marks[1:]] + [hi]
    for (_, begin), end in zip(marks, ends, strict=True):
        while end > begin and marked.bits[end - 1] & (COMMA | SEMI | AND | COLON):
            end -= 1
        if end > begin:
            pieces.append(Piece(begin, end, True))
    return pieces


def _enumerators(marked: Marked, lo: int, hi: int) -> list[int]:
    """The indexes of "(" in "(a)", "(b)", … or "(i)", "(ii)", … or "(1)", "(2)", … in order."""
    found: list[int] = []
    expected: tuple[str, ...] = ()
    for k in range(lo, hi - 2):
        if marked.bits[k] & OPEN and marked.lows[k + 2] == ")":
            word = marked.lows[k + 1]
            if word.isdigit() and k > lo and marked.lows[k - 1] in _NUMBERS:
                continue  # "two (2) weeks" is no list
            if (not found and word in _FIRST) or word in expected:
                found.append(k)
                expected = _next(word, found)
    return found


_NUMBERS = frozenset(
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "een",
        "één",
        "twee",
        "drie",
        "vier",
        "vijf",
        "zes",
        "zeven",
        "acht",
        "negen",
        "tien",
    ]
)
_FIRST = ("a", "i", "1")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def _next(word: str, found: list[int]) -> tuple[str, ...]:
    if word.isdigit():
        return (str(int(word) + 1),)
    letters = (chr(ord(word) + 1),) if len(word) == 1 else ()
    if word in _ROMAN[:-1] and (len(found) == 1 or len(word) > 1 or word in "vx"):
        return (*letters, _ROMAN[_ROMAN.index(word) + 1])
    return letters

"""Where a second verb of a sentence begins a part of its own."""

from klaar.promises.depths import MAIN, WHEN, WHICH
from klaar.promises.flags import (
    ADVERB,
    AND,
    BE,
    BECOME,
    BUT,
    COLON,
    COMMA,
    DETERMINER,
    HAVE,
    MAY,
    MUST,
    NOT,
    PERSON,
    SEMI,
    SPLIT,
)
from klaar.promises.levels import Stretch
from klaar.promises.marked import Marked
from klaar.promises.subject_named import named_after, named_before

_COMMA, _AND, _COMMA_AND, _POINT = 1, 2, 3, 4
"""How sharply a mark parts: a comma least, "and", a comma with "and", and a semicolon or "but" most."""


def part_begins(marked: Marked, previous: int, verb: int, stretch: Stretch) -> int | None:
    """Where the part that holds `verb` begins, or None where it goes on with that of `previous`.

    In "Klant meldt storingen en Leverancier lost ze op" the second part begins at "Leverancier".
    """
    at, rank = _sharpest(marked, previous, verb, stretch)
    if at < 0:
        return None
    begin = at if marked.bits[at] & NOT else at + 1  # "nor" denies what it opens
    between = sum(
        stretch.levels[k - stretch.base] == MAIN and not marked.bits[k] & COMMA for k in range(at + 1, verb)
    )
    if _is_near(marked, at, verb, stretch.hi, between):
        return begin
    return begin if _stands_alone(marked.bits[verb], rank, between) else None


def _sharpest(marked: Marked, previous: int, verb: int, stretch: Stretch) -> tuple[int, int]:
    """The mark between two verbs that parts most sharply, the last of its kind, and how sharply."""
    best, rank = -1, 0
    for k in range(verb - 1, previous, -1):
        if marked.bits[k] & SPLIT and stretch.levels[k - stretch.base] in (MAIN, WHICH, WHEN):
            here = _rank(marked.bits, k)
            if here > rank:
                best, rank = k, here
    return best, rank


def _rank(bits: list[int], k: int) -> int:
    if bits[k] & (SEMI | COLON | BUT):
        return _POINT
    if bits[k] & AND:
        return _COMMA_AND if bits[k - 1] & COMMA else _AND
    return _COMMA


def _is_near(marked: Marked, at: int, verb: int, hi: int, between: int) -> bool:
    """Whether a subject stands by the verb, or almost nothing between it and the mark."""
    named = named_before(marked, at + 1, verb)
    if between <= 1 or named > 0:
        return True
    if named < 0 and marked.bits[at + 1] & (PERSON | ADVERB | DETERMINER):
        return True
    return marked.verb_second and between <= 3 and bool(named_after(marked, verb, hi))


def _stands_alone(t: int, rank: int, between: int) -> bool:
    """Whether a verb further on begins a part: a modal or passive behind "and", "is" behind a semicolon."""
    if rank == _COMMA or (rank == _AND and between > 8):
        return False
    return bool(t & (MUST | MAY | BECOME)) or (rank == _POINT and bool(t & (BE | HAVE)) and between <= 8)

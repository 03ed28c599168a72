"""How deep an unnumbered heading lies, from the size of its letters beside those of the other headings."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from klaar.documents.pieces import Piece

_DEEPEST = 6


def levelled(pieces: Sequence[Piece]) -> list[Piece]:
    """Headings whose `level` is ten times their size get a level from 1.

    It is that of the numbered headings of the same size where there are any, else the place of the size
    among all sizes.
    """
    depths: defaultdict[int, Counter[int]] = defaultdict(Counter)
    pieces = _alike(pieces)
    sizes = sorted({one.level for one in pieces if one.level and one.role == "heading"}, reverse=True)
    for one in pieces:
        if one.role == "heading" and one.marker and one.level:
            depths[one.level][one.marker.depth] += 1
    place = {size: min(index, _DEEPEST) for index, size in enumerate(sizes, 1)}
    told = {size: counts.most_common(1)[0][0] for size, counts in depths.items()}
    return [
        one._replace(level=_level(one, told, place)) if one.role == "heading" and one.level else one
        for one in pieces
    ]


def _alike(pieces: Sequence[Piece]) -> list[Piece]:
    """Sizes that differ by less than a twentieth are one size."""
    sizes = sorted({one.level for one in pieces if one.level and one.role == "heading"}, reverse=True)
    same: dict[int, int] = {}
    for size in sizes:
        near = next((other for other in same.values() if other - size < 0.05 * other), size)
        same[size] = near
    return [one._replace(level=same[one.level]) if one.level in same else one for one in pieces]


def _level(one: Piece, told: dict[int, int], place: dict[int, int]) -> int:
    return one.marker.depth if one.marker else told.get(one.level, place[one.level])

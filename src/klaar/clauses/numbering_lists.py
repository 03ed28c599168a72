"""Where a loose number or letter ("3.", "b)", "(iv)") belongs among the levels that are open."""

from collections.abc import Sequence

from klaar.clauses.numbering import Count
from klaar.clauses.numbering_levels import Level, Place, Sign, scope

_GAP, _GAP_ITEM = 5, 20
"""How many numbers of a list may be missing before the next, and how many in a list that the format shows."""
_DEEPEST = 3
"""How often lists of one shape may lie in each other."""

_Alike = Sequence[tuple[int, Level]]


def place_single(levels: Sequence[Level], sign: Sign) -> Place | None:
    """Where "3.", "b)" or "(iv)" belongs; None where nothing open counts to it and it is not the first."""
    alike = _of_shape(levels, sign.label.shape)
    counts = _readings(sign)
    strict = [(index, level) for index, level in alike if _fits(level, sign)]
    for candidates in (strict, alike):
        place = _next(candidates, sign, counts)
        if place:
            return place
        if candidates is strict and any(count <= 1 for _, count in counts):
            return _opened(levels, strict, sign, counts)
    return _later(strict or alike, sign, counts)


def _of_shape(levels: Sequence[Level], shape: str) -> _Alike:
    """The open levels whose numbers look alike, the innermost first."""
    found = []
    for index in range(len(levels) - 1, scope(levels) - 1, -1):
        level = levels[index]
        if level.kind == "number" and not level.word and level.shape == shape:
            found.append((index, level))
    return found


def _readings(sign: Sign) -> Sequence[Count]:
    counts = sign.label.counts
    if sign.roman:
        return [count for count in counts if "roman" in count[0]] or counts
    return counts


def _fits(level: Level, sign: Sign) -> bool:
    if (level.heading > 0) != (sign.heading > 0):
        return False
    return not (sign.firm and level.item and sign.item and level.item != sign.item)


def _next(alike: _Alike, sign: Sign, counts: Sequence[Count]) -> Place | None:
    for index, level in alike:
        if (level.way, level.nth + 1) in counts:
            return Place(index, level.way, level.nth + 1, (*level.path[:-1], *sign.label.path), level.run)
    return None


def _later(alike: _Alike, sign: Sign, counts: Sequence[Count]) -> Place | None:
    """A number was left out: "c)" after "a)"."""
    for index, level in alike:
        for way, count in counts:
            if way == level.way and level.nth < count <= level.nth + (_GAP_ITEM if sign.item else _GAP):
                return Place(index, way, count, (*level.path[:-1], *sign.label.path), level.run)
    return None


def _opened(levels: Sequence[Level], alike: _Alike, sign: Sign, counts: Sequence[Count]) -> Place:
    """A list that begins: again at the depth of the last one of its kind, or inside what is open."""
    way, count = min(counts, key=lambda reading: reading[1])
    keep = len(levels)
    for index, level in alike:
        if level.way == way:
            within = sign.announced and index == len(levels) - 1 and len(alike) < _DEEPEST
            keep = len(levels) if within else index
            break
    if sign.firm and sign.item:
        while keep and levels[keep - 1].item >= sign.item:
            keep -= 1
    return inside(levels, sign, keep, way, count)


def inside(levels: Sequence[Level], sign: Sign, keep: int, way: str, count: int) -> Place:
    """A new list below the first `keep` levels."""
    above = levels[keep - 1].path if keep else ()
    return Place(keep, way, count, (*above, *sign.label.path))

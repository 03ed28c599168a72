"""How much stays open above a heading without a number, and where the parties come to agree."""

from collections.abc import Sequence

from klaar.clauses.numbering import Label
from klaar.clauses.numbering_levels import Level, first_number, scope
from klaar.clauses.split_piece import Piece

_AHEAD = 4


def keep_for_title(levels: Sequence[Level], heading: int, *, firm: bool, group: bool) -> int:
    """How many levels stay open above a heading without a number.

    With `firm` depths a heading closes all that is not above it; with guessed ones it opens a `group` of
    clauses, or stands below the last numbered heading.
    """
    if firm:
        return _keep_firm(levels, heading)
    base = scope(levels)
    if group:
        keep = first_number(levels, base)
        while keep > base and levels[keep - 1].kind == "title":
            keep -= 1
        return keep
    keep = len(levels)
    while keep > base and _gives_way(levels[keep - 1], heading):
        keep -= 1
    return keep


def _gives_way(level: Level, heading: int) -> bool:
    return level.heading >= heading if level.kind == "title" else level.kind == "number" and not level.heading


def _keep_firm(levels: Sequence[Level], heading: int) -> int:
    for index, level in enumerate(levels):
        if level.kind == "annex" and (not level.heading or level.heading <= heading):
            continue
        if not level.heading or level.heading >= heading:
            return index
    return len(levels)


def is_group(levels: Sequence[Level], pieces: Sequence[Piece], index: int, title: str) -> bool:
    """Whether the heading at `index`, of unsure depth, stands above clauses of the first level.

    "REPORTS" does, and so does "Reports" right above "4.1" while clause 3 is open.
    """
    first = first_number(levels, scope(levels))
    if first == len(levels) or title.isupper():
        return True
    label = _label_below(pieces, index)
    if label is None:
        return False
    if label.word:
        return True
    return len(label.path) > 1 and label.path[:1] != levels[first].path[:1]


def _label_below(pieces: Sequence[Piece], index: int) -> Label | None:
    """The number of the next piece that says something, other headings aside."""
    for piece in pieces[index + 1 : index + _AHEAD]:
        if piece.kind != "skip" and (piece.label or piece.kind != "heading"):
            return piece.label
    return None

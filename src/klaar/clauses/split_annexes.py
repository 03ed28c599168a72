"""Which lines only list the annexes, instead of beginning one."""

from collections.abc import Sequence
from itertools import pairwise

from klaar.clauses.split_piece import Piece

_LONGEST = 160


def listed_annexes(text: str, pieces: Sequence[Piece]) -> frozenset[int]:
    """The pieces that name an annex without beginning it: "Annex 1 – Price list" in a list of annexes.

    A line is one of a list when its neighbour names an annex too, when the same annex comes again as a
    heading, or when it is an item or a sentence. Of two lines that name the same annex the last begins it.
    """
    named = {
        index: piece.label
        for index, piece in enumerate(pieces)
        if piece.label and piece.label.family == "annex"
    }
    listed = {index for index in named if _is_mention(text, pieces[index])}
    headed = {label for index, label in named.items() if pieces[index].kind == "heading"}
    listed |= {index for index, label in named.items() if pieces[index].kind != "heading" and label in headed}
    for one, two in pairwise(named):
        if two - one == 1:
            listed.add(one)
            if named[one] != named[two] and not text.startswith("#", pieces[two].start):
                listed.add(two)
    return frozenset(listed)


def _is_mention(text: str, piece: Piece) -> bool:
    if piece.kind == "heading":
        return False
    return piece.kind in {"item", "row"} or piece.end - piece.start > _LONGEST or text[piece.end - 1] in ";,"

"""Which lines only list the annexes, instead of beginning one."""

from collections.abc import Sequence
from itertools import pairwise

from klaar.clauses.split_pieces import Piece

_LONGEST = 160


def listed_annexes(text: str, pieces: Sequence[Piece]) -> frozenset[int]:
    """The pieces that name an annex without beginning it: "Annex 1 – Price list" in a list of annexes.

    A line is one of a list when its neighbour names another annex and it is no heading, when the same annex
    comes again as a heading, or when it is an item or a sentence.
    """
    named = {
        index: piece.label
        for index, piece in enumerate(pieces)
        if piece.label and piece.label.family == "annex"
    }
    beside = {index for pair in pairwise(named) if pair[1] - pair[0] == 1 for index in pair}
    last = {label: index for index, label in named.items()}
    headed = {label for index, label in named.items() if pieces[index].kind == "heading"}
    return frozenset(
        index
        for index, label in named.items()
        if (index in beside and last[label] > index)
        or (pieces[index].kind != "heading" and (index in beside or label in headed))
        or _is_mention(text, pieces[index])
    )


def _is_mention(text: str, piece: Piece) -> bool:
    if piece.kind == "heading":
        return False
    return piece.kind in {"item", "row"} or piece.end - piece.start > _LONGEST or text[piece.end - 1] in ";,"

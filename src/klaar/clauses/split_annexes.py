"""Which lines only list the annexes, instead of beginning one."""

from collections.abc import Mapping, Sequence

from klaar.clauses.numbering import Label
from klaar.clauses.numbering_words import clause_map, clause_words
from klaar.clauses.split_piece import Piece

_LONGEST, _SHORT = 160, 20


def listed_annexes(text: str, pieces: Sequence[Piece]) -> frozenset[int]:
    """The pieces that name an annex without beginning it: "Annex 1 – Price list" in a list of annexes.

    A line is one of a list when it is an item or a sentence, when the same annex comes again as a heading, or
    when it stands in a row of such lines that words announce ("De bijlagen zijn:"). Of two lines in a row
    that name the same annex the last begins it.
    """
    named = {
        index: piece.label
        for index, piece in enumerate(pieces)
        if piece.label and piece.label.family == "annex"
    }
    headed = {label for index, label in named.items() if pieces[index].kind == "heading"}
    listed: set[int] = set()
    for index, label in named.items():
        mention = _is_mention(text, pieces[index])
        again = named.get(index + 1) == label or (pieces[index].kind != "heading" and label in headed)
        if mention or again or _announced(text, pieces, named, listed, index):
            listed.add(index)
    return frozenset(listed)


def _is_mention(text: str, piece: Piece) -> bool:
    if piece.kind == "heading":
        return False
    return piece.kind in {"item", "row"} or piece.end - piece.start > _LONGEST or text[piece.end - 1] in ";,"


def _announced(
    text: str, pieces: Sequence[Piece], named: Mapping[int, Label], listed: set[int], index: int
) -> bool:
    """Whether a line is in a row of two or more that the words before it announce."""
    if index - 1 in named:
        return index - 1 in listed and named[index - 1] != named[index]
    if index + 1 not in named or index == 0:
        return False
    before = pieces[index - 1]
    words = text[max(before.start, before.end - _LONGEST) : before.end].lower()
    sentence = words.endswith(":") and words.count(":") == 1 and len(words) > _SHORT
    return sentence or any(plural in words for plural in _plurals())


def _plurals() -> list[str]:
    annexes = clause_words("labels", "annex")
    return [plural for plural, single in clause_map("plurals").items() if single in annexes]

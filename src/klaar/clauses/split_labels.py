"""Which labels begin a clause, as far as the words around them tell."""

from collections.abc import Sequence

from klaar.clauses.numbering import Label
from klaar.clauses.references_laws import is_law
from klaar.clauses.references_sign import Sign
from klaar.clauses.split_piece import Piece

_AHEAD = 40


def names_law(text: str, piece: Piece, label: Label) -> bool:
    """Whether a piece begins with a place in a law: "Artikel 28 AVG is van toepassing"."""
    if label.family != "article" or not label.word:
        return False
    end = piece.start + len(label.word) + 1 + len(label.number)
    return is_law(text, Sign(piece.start, end, "article", label.word, label.path, end))


def is_file_number(index: int, piece: Piece) -> bool:
    """The number that a contract was filed under ("Exhibit 10.16"), above it, begins no annex."""
    label = piece.label
    return index < 3 and label is not None and label.family == "annex" and len(label.path) > 1


def reads_roman(pieces: Sequence[Piece], index: int, label: Label) -> bool:
    """Whether the next number like "(i)" is "(ii)" and not "(j)"."""
    if not any(way.endswith("roman") and nth == 1 for way, nth in label.counts):
        return False
    for piece in pieces[index + 1 : index + _AHEAD]:
        after = piece.label
        if after and len(after.path) == 1 and not after.word and after.shape == label.shape:
            return any(way.endswith("roman") and nth == 2 for way, nth in after.counts)
    return False


def raw_start(text: str, piece: Piece) -> int:
    """Where a piece begins whose number turned out to be plain words, or all there is."""
    start = piece.start
    while start < piece.end and text[start] in " \t\n>#|":
        start += 1
    return start


def title_end(text: str, start: int, end: int) -> int:
    """`end` without the white space and the marks before it."""
    while end > start and text[end - 1] in " \t\n.:–—-":
        end -= 1
    return end

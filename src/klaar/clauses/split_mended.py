"""Pieces that a line end or a page tore apart, and lines that are only there for the page."""

import re
from collections import Counter
from collections.abc import Sequence

from klaar.clauses.numbering_words import clause_words
from klaar.clauses.split_piece import Piece, PieceKind

_DIGITS = re.compile(r"\d+")
_RULES = re.compile(r"[-_=*]{4,}")
_LINE, _LINE_GOING_ON, _ENDINGS = 50, 40, ".:;!?|"
_SHORT, _OFTEN, _OFTEN_HEADING = 120, 3, 6


def mended(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Lines that belong to one paragraph joined again; captions taken for headings become paragraphs."""
    captions = clause_words("headings", "caption")
    whole: list[Piece] = []
    for found in pieces:
        caption = (
            found.kind == "heading" and text[found.body : found.end].split(" ", 1)[0].lower() in captions
        )
        piece = found._replace(kind="paragraph") if caption else found
        before = whole[-1] if whole else None
        if before and text[before.end : piece.start] == "\n" and _runs_on(text, before, piece):
            kind: PieceKind = "paragraph" if before.kind == "heading" else before.kind
            whole[-1] = before._replace(kind=kind, end=piece.end)
        else:
            whole.append(piece)
    return whole


def _runs_on(text: str, before: Piece, piece: Piece) -> bool:
    """Whether a long line that ends no sentence, and the next right below it, are one paragraph.

    The next may begin with what looks like a label: "… is set out in" above "Schedule 2. The supplier …".
    """
    if before.kind in {"row", "skip"} or piece.kind in {"row", "skip", "item"} or piece.bullet:
        return False
    if text.startswith("#", before.start) or text[before.end - 1] in _ENDINGS:
        return False
    line = max(text.rfind("\n", before.start, before.end) + 1, before.body)
    goes_on = not text[piece.body : piece.body + 1].isupper() and before.kind != "heading"
    longest = _LINE_GOING_ON if goes_on else _LINE
    return before.end - line >= longest and (piece.label is None or bool(piece.label.word))


def without_furniture(text: str, pieces: list[Piece]) -> list[Piece]:
    """Skip the short lines that come back on page after page, their numbers aside ("Page 3 of 12")."""
    lines = {
        index: _RULES.sub("", _DIGITS.sub("0", text[piece.start : piece.end]))
        for index, piece in enumerate(pieces)
        if piece.end - piece.start <= _SHORT and piece.kind in {"paragraph", "heading"} and not piece.label
    }
    counts = Counter(lines.values())
    for index, line in lines.items():
        often = counts[line] >= (
            _OFTEN if pieces[index].kind == "paragraph" or "0" in line else _OFTEN_HEADING
        )
        if often and line.rstrip()[-1:] not in ".:;,?!" and (" " in line or line.isdecimal()):
            pieces[index] = pieces[index]._replace(kind="skip")
    return pieces

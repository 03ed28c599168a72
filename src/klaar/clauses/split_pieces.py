"""Blocks become pieces: a run of text with its number or bullet taken off."""

import re
import sys

from klaar.clauses.numbering import read_label
from klaar.clauses.split_code import code_pieces
from klaar.clauses.split_mended import mended, without_furniture
from klaar.clauses.split_piece import Piece, PieceKind
from klaar.clauses.split_typed import lead_end, typed_label, unpaired
from klaar.documents.model import Block, Document, Table

_WORD = re.compile(r"\w")
_RULE = re.compile(r"[\s|:=_*+-]*$")
_NO_TABLE = Table(0, sys.maxsize, (), 0)
_KINDS: dict[str, PieceKind] = {
    "heading": "heading",
    "item": "item",
    "row": "row",
    "furniture": "skip",
    "toc": "skip",
}


def pieces_of(document: Document) -> list[Piece]:
    """The pieces of a document in order, those that promise nothing by their nature as `skip`."""
    text = document.text
    tables = iter(enumerate(document.tables))
    table, starts, ends = -1, 0, 0
    pieces: list[Piece] = []
    for block in document.blocks:
        if block.kind == "row":
            while block.start >= ends:
                table, found = next(tables, (-1, _NO_TABLE))
                starts, ends = found.start, found.end
            pieces.append(_row(text, block, table if block.start >= starts else -1))
        elif block.kind == "code":
            pieces.extend(code_pieces(text, block))
        else:
            pieces.append(_piece(text, block))
    return without_furniture(text, mended(text, pieces))


def _piece(text: str, block: Block) -> Piece:
    kind = _KINDS.get(block.kind, "paragraph")
    label = read_label(block.marker) if block.marker else None
    bullet = bool(block.marker) and label is None and (block.marker == "o" or not _WORD.search(block.marker))
    body = max(block.start, block.body if bullet or label else 0)
    body = min(lead_end(text, body, block.end), block.end)
    typed = label is None and kind != "skip"
    if typed:
        label, body = typed_label(text, body, block.end, heading=kind == "heading")
    if not _WORD.search(text, body if body < block.end else block.start, block.end):
        kind = "skip"
    elif kind == "paragraph" and (bullet or (label and label.shape == ".)")):
        kind = "item"
    end = unpaired(text, block.start, body, block.end)
    return Piece(kind, block.start, body, end, label, bullet, block.level, block.kind == "toc", typed=typed)


def _row(text: str, block: Block, table: int) -> Piece:
    body = lead_end(text, block.start, block.end)
    end = block.end
    while end > body and text[end - 1] in " |\t\n":
        end -= 1
    kind: PieceKind = "skip" if body >= end or _RULE.match(text, body, end) else "row"
    return Piece(kind, block.start, body, max(end, body), table=table)

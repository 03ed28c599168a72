"""Blocks become pieces: a run of text with its number or bullet taken off."""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

from klaar.clauses.numbering import Label, read_label
from klaar.clauses.numbering_words import clause_words, label_families
from klaar.documents.model import Block, Document, Table

PieceKind = Literal["heading", "paragraph", "item", "row", "skip"]

_LEAD = re.compile(r"[\s>|#]*")
_WORD = re.compile(r"\w")
_TYPED = re.compile(
    r"(\(?(?:[a-zA-Z]|[ivxIVX]{1,5}|\d{1,2})\\?(?:\.\)|[.)])|\d{1,2}[°º][.)]?|\d{1,2}(?:\.\d{1,2})+\\?[.)]?)[^\S\n]+(?=\S)"
)
_WORDED = re.compile(r"([^\W\d_]{3,}\.?)\s+(\d{1,3}(?:\.\d{1,3})*|[A-Z]|[IVXLC]+)(?!\w)[\s.:–—-]*")
_GLUED = re.compile(r"(\d{1,3}(?:\.\d{1,3})+)(?=[^\W\d_]{3})")
_RULE = re.compile(r"[\s|:=_*+-]*$")
_CODE = re.compile(r"[{}=;]\s*$|[{}<>]{2}|\w\(\)|^\s*(?:\$|import |def |<\w+)", re.MULTILINE)
_CODE_LINE = re.compile(r"[ \t>]*(?:(?:[-*+•]|(\d{1,3}[.)]|[a-z][.)]|\([a-z\d]{1,3}\)))[ \t]+)?(?=[^\s`])")
_EMPHASIS = ("**", "__", "*", "_")
_FENCE = re.compile(r"[ \t>]*(?:```|~~~)")
_DIGITS = re.compile(r"\d+")
_RULES = re.compile(r"[-_=*]{4,}")
_LINE, _ENDINGS = 50, ".:;!?|"
_SHORT, _OFTEN, _OFTEN_HEADING = 120, 3, 6
_NO_TABLE = Table(0, sys.maxsize, (), 0)
_KINDS: dict[str, PieceKind] = {
    "heading": "heading",
    "item": "item",
    "row": "row",
    "furniture": "skip",
    "toc": "skip",
}


class Piece(NamedTuple):
    """`text[body:end]` is what it says, `text[start:body]` the number, bullet or pipe before it.

    `label` is None where there is a bullet or nothing; `level` the block's own; `toc` is true for a line of
    a table of contents; `table` the index of its table or -1; `typed` is true for a number that the format
    did not tell apart from the words.
    """

    kind: PieceKind
    start: int
    body: int
    end: int
    label: Label | None = None
    bullet: bool = False
    level: int = 0
    toc: bool = False
    table: int = -1
    typed: bool = False


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
            pieces.extend(_code(text, block))
        else:
            pieces.append(_piece(text, block))
    return _without_furniture(text, _mended(text, pieces))


def _mended(text: str, pieces: list[Piece]) -> list[Piece]:
    """Lines that belong to one paragraph joined again; captions taken for headings become paragraphs."""
    captions = clause_words("headings", "caption")
    mended: list[Piece] = []
    for piece in pieces:
        if piece.kind == "heading" and text[piece.body : piece.end].split(" ", 1)[0].lower() in captions:
            piece = piece._replace(kind="paragraph")
        before = mended[-1] if mended else None
        if before and text[before.end : piece.start] == "\n" and _runs_on(text, before, piece):
            kind: PieceKind = "paragraph" if before.kind == "heading" else before.kind
            mended[-1] = before._replace(kind=kind, end=piece.end)
        else:
            mended.append(piece)
    return mended


def _runs_on(text: str, before: Piece, piece: Piece) -> bool:
    """Whether a long line that ends no sentence, and the next right below it, are one paragraph.

    The next may begin with what looks like a label: "… is set out in" above "Schedule 2. The supplier …".
    """
    if before.kind in {"row", "skip"} or piece.kind in {"row", "skip", "item"} or piece.bullet:
        return False
    if text.startswith("#", before.start) or text[before.end - 1] in _ENDINGS:
        return False
    line = max(text.rfind("\n", before.start, before.end) + 1, before.body)
    return before.end - line >= _LINE and (piece.label is None or bool(piece.label.word))


def _without_furniture(text: str, pieces: list[Piece]) -> list[Piece]:
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
        if often and line.rstrip()[-1:] not in ".:;,?!" and (" " in line or line.isdigit()):
            pieces[index] = pieces[index]._replace(kind="skip")
    return pieces


def _piece(text: str, block: Block) -> Piece:
    kind = _KINDS.get(block.kind, "paragraph")
    label = read_label(block.marker) if block.marker else None
    bullet = bool(block.marker) and label is None and (block.marker == "o" or not _WORD.search(block.marker))
    body = max(block.start, block.body if bullet or label else 0)
    body = min(_lead_end(text, body, block.end), block.end)
    typed = label is None and kind != "skip"
    if typed:
        label, body = _worded(text, body, block.end) if kind == "heading" else (None, body)
    if typed and label is None:
        label, body = _typed(text, body, block.end)
    if not _WORD.search(text, body if body < block.end else block.start, block.end):
        kind = "skip"
    elif kind == "paragraph" and (bullet or (label and label.shape == ".)")):
        kind = "item"
    end = _unpaired(text, block.start, body, block.end)
    return Piece(kind, block.start, body, end, label, bullet, block.level, block.kind == "toc", typed=typed)


def _unpaired(text: str, start: int, body: int, end: int) -> int:
    """`end` without the mark of emphasis that was opened before the number: "**Artikel 1 – Dienst**"."""
    for mark in _EMPHASIS:
        if end - body > len(mark) and text.startswith(mark, start) and text.endswith(mark, body, end):
            return end - len(mark) if mark not in text[body : end - len(mark)] and body > start else end
    return end


def _worded(text: str, start: int, end: int) -> tuple[Label | None, int]:
    """The label of a heading that the format did not tell apart: "Schedule 1 – Service Levels"."""
    found = _WORDED.match(text, start, end)
    if (
        found is None
        or found[1].lower() not in label_families()
        or text[found.end() : found.end() + 1].islower()
    ):
        return None, start
    return read_label(f"{found[1]} {found[2]}"), found.end()


def _typed(text: str, start: int, end: int) -> tuple[Label | None, int]:
    """A number that the format did not tell apart: "a.) deliver the data", "2.11.1deliver", "B. Supplier"."""
    head = text[start : start + 8]
    if "." not in head and ")" not in head and "°" not in head and "º" not in head:
        return None, start
    found = _TYPED.match(text, start, end) or _GLUED.match(text, start, end)
    return (read_label(found[1]), found.end()) if found else (None, start)


def _lead_end(text: str, start: int, end: int) -> int:
    if start < end and text[start] not in " \n\t>|#\xa0":
        return start
    found = _LEAD.match(text, start, end)
    return found.end() if found else start


def _row(text: str, block: Block, table: int) -> Piece:
    body = _lead_end(text, block.start, block.end)
    end = block.end
    while end > body and text[end - 1] in " |\t\n":
        end -= 1
    kind: PieceKind = "skip" if body >= end or _RULE.match(text, body, end) else "row"
    return Piece(kind, block.start, body, max(end, body), table=table)


def _code(text: str, block: Block) -> Iterator[Piece]:
    """Fenced lines that are prose, as some writers frame an offer, read as prose; other code is skipped."""
    if _CODE.search(text, block.start, block.end):
        yield Piece("skip", block.start, block.start, block.end)
        return
    position = block.start
    for line in text[block.start : block.end].splitlines(keepends=True):
        end = position + len(line.rstrip())
        found = _CODE_LINE.match(text, position, end)
        if found and not _FENCE.match(line):
            label = read_label(found[1]) if found[1] else None
            marked = found.end() > position and bool(found[0].strip())
            yield Piece(
                "item" if marked else "paragraph", position, found.end(), end, label, marked and not label
            )
        elif line.strip():
            yield Piece("skip", position, position, end)
        position += len(line)

"""Fenced lines: prose that a writer framed, or code."""

import re
from collections.abc import Iterator

from klaar.clauses.numbering import read_label
from klaar.clauses.split_piece import Piece
from klaar.documents.model import Block

_CODE = re.compile(r"[{}=;]\s*$|[{}<>]{2}|\w\(\)|^\s*(?:\$|import |def |<\w+)", re.MULTILINE)
_CODE_LINE = re.compile(r"[ \t>]*(?:(?:[-*+•]|(\d{1,3}[.)]|[a-z][.)]|\([a-z\d]{1,3}\)))[ \t]+)?(?=[^\s`])")
_FENCE = re.compile(r"[ \t>]*(?:```|~~~)")


def code_pieces(text: str, block: Block) -> Iterator[Piece]:
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

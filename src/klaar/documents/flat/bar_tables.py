"""Markdown tables: rows between bars."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from klaar.documents.flat.grids import bar_cells
from klaar.documents.heads import count_heads
from klaar.documents.lines import TextLine
from klaar.documents.model import Row, Table
from klaar.documents.pieces import Piece
from klaar.documents.words import DocumentWords

_RULE = re.compile(r"[|:\-+=\s]*-[|:\-+=\s]*")
_PREFIX = re.compile(r"(?:>[^\S\n]*)*(?:[-*+][^\S\n]+(?=\|))?")


class BarTable(NamedTuple):
    """A table, a piece for each of its lines, and the line after it."""

    table: Table
    pieces: tuple[Piece, ...]
    last: int


def bar_table(text: str, lines: Sequence[TextLine], index: int, words: DocumentWords) -> BarTable | None:
    """The table that begins at line `index`: heads above a ruling line, or two lines between bars."""
    last = index
    rules: list[int] = []
    while last < len(lines) and not (last > index and lines[last].blank):
        said = _content(text, lines[last])
        if "|" not in text[said : lines[last].end]:
            break
        if _RULE.fullmatch(text, said, lines[last].end):
            rules.append(last)
        last += 1
    framed = last - index >= 2 and all(text[_content(text, line)] == "|" for line in lines[index : index + 2])
    if not (index + 1 in rules or framed) or last - index - len(rules) < 1:
        return None
    return _built(text, lines, range(index, last), rules, words)


def _content(text: str, line: TextLine) -> int:
    found = _PREFIX.match(text, line.start, line.end)
    start = found.end() if found else line.start
    return start if start < line.end else line.start


def _built(
    text: str, lines: Sequence[TextLine], span: range, rules: Sequence[int], words: DocumentWords
) -> BarTable:
    rows, pieces = [], []
    for place in span:
        line = lines[place]
        if place in rules:
            pieces.append(Piece(line.start, line.end, "furniture"))
        else:
            rows.append(Row(line.start, line.end, bar_cells(text, _content(text, line), line.end)))
            pieces.append(Piece(line.start, line.end, "row", indent=line.indent))
    above = sum(1 for place in span if rules and place < rules[0])
    if not above:
        above = count_heads([[cell.of(text) for cell in row.cells] for row in rows], words)
    return BarTable(Table(rows[0].start, rows[-1].end, tuple(rows), above), tuple(pieces), span.stop)

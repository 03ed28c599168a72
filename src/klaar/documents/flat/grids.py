"""Tables in plain text: cells between bars, or set in columns with spaces or tabs."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from klaar.documents.lines import TextLine
from klaar.documents.markers import marker_at
from klaar.documents.words import DocumentWords
from klaar.text.span import Span

_RULE = re.compile(r"[|+:\-=\s]*[-=]{2,}[|+:\-=\s]*")
_CELL = re.compile(r"\S+(?:[ \u00a0]\S+)*")
_ESCAPED_BAR = re.compile(r"(?<!\\)\|")
_LEADER = re.compile(r"(?:\.{4,}|…{2,}|(?:\. ){4,}|(?:_{4,}))")


class Grid(NamedTuple):
    """Lines `first:last` (indices) that are one table: the cells of each, () for a ruling line."""

    first: int
    last: int
    rows: tuple[tuple[Span, ...], ...]


def bar_cells(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The cells of a row written with bars: "| a | b |" and "a | b" have two, empty ones included."""
    inner = start + (text[start] == "|")
    last = end - (text[end - 1] == "|" and end - 1 > start and text[end - 2] != "\\")
    edges = [inner, *(found.start() for found in _ESCAPED_BAR.finditer(text, inner, last)), last]
    cells = []
    for place, edge in enumerate(edges[:-1]):
        low = edge + (1 if place else 0)
        cells.append(_trimmed(text, low, edges[place + 1]))
    return tuple(cells)


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    if not piece.strip():
        return Span(start, start)
    lead = len(piece) - len(piece.lstrip())
    return Span(start + lead, start + len(piece.rstrip()))


def is_rule(line: str) -> bool:
    """Whether a line only draws: "|---|---|", "+-----+", "======"."""
    return bool(_RULE.fullmatch(line))


def grids(text: str, lines: Sequence[TextLine], words: DocumentWords) -> Iterator[Grid]:
    """The tables among `lines`, in order; at least two rows of at least two cells each."""
    index = 0
    while index < len(lines):
        grid = _bars(text, lines, index) or _columns(text, lines, index, words)
        if grid is None:
            index += 1
        else:
            yield grid
            index = grid.last


def _bars(text: str, lines: Sequence[TextLine], first: int) -> Grid | None:
    """Rows with bars, each on its line; an empty line between rows is allowed, two end the table."""
    rows: list[tuple[Span, ...]] = []
    index = first
    while index < len(lines):
        line = lines[index]
        if index > first and line.blank > 1:
            break
        if not _has_bar(text, line):
            if not rows or line.blank or not is_rule(text[line.start : line.end]):
                break
            rows.append(())
        else:
            drawn = is_rule(text[line.start : line.end])
            rows.append(() if drawn else bar_cells(text, line.start, line.end))
        index += 1
    told = sum(len(row) > 1 for row in rows)
    return Grid(first, index, tuple(rows)) if told >= 2 or (told and () in rows) else None


def _has_bar(text: str, line: TextLine) -> bool:
    place = text.find("|", line.start, line.end)
    if place < 0 or text[line.start] == ">":
        return False
    return place == line.start or " |" in text[line.start : line.end] or is_rule(text[line.start : line.end])


def _columns(text: str, lines: Sequence[TextLine], first: int, words: DocumentWords) -> Grid | None:
    rows: list[tuple[Span, ...]] = []
    index = first
    while index < len(lines) and not (index > first and lines[index].blank):
        cells = _set_cells(text, lines[index], words)
        if len(cells) < 2 and not (rows and lines[index].indent > 8):
            break
        rows.append(cells)
        index += 1
    while rows and len(rows[-1]) < 2:
        rows.pop()
        index -= 1
    if sum(len(row) > 1 for row in rows) < 2 or not _aligned(text, lines[first:index], rows):
        return None
    return Grid(first, index, tuple(rows))


def _set_cells(text: str, line: TextLine, words: DocumentWords) -> tuple[Span, ...]:
    if "  " not in text[line.start : line.end] and "\t" not in text[line.start : line.end]:
        return (Span(line.start, line.end),)
    if _LEADER.search(text, line.start, line.end):
        return ()
    marker = marker_at(text, line.start, line.end, words)
    start = marker.body if marker and marker.kind != "bare" else line.start
    cells = [Span(*found.span()) for found in _CELL.finditer(text, start, line.end)]
    if start > line.start and cells:
        cells[0] = Span(line.start, cells[0].end)
    return tuple(cells)


def _aligned(text: str, lines: Sequence[TextLine], rows: Sequence[tuple[Span, ...]]) -> bool:
    """Whether second cells begin (or end) below each other, or the same number of tabs parts all rows."""
    told = [(line, row) for line, row in zip(lines, rows, strict=True) if len(row) > 1]
    if all("\t" in text[line.start : line.end] for line, _ in told):
        return len({len(row) for _, row in told}) <= 2
    need = max(2, (2 * len(told) + 2) // 3)
    for edge in (0, 1):
        places = Counter(row[1][edge] - line.start + line.indent for line, row in told)
        if places.most_common(1)[0][1] >= need:
            return True
    return False

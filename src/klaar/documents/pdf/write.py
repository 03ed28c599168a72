"""Passages of a PDF become the document's text, with the place of every line on its page."""

import re
from collections.abc import Sequence

from klaar.documents.builder import TextBuilder
from klaar.documents.heads import count_heads
from klaar.documents.hyphens import Hyphens
from klaar.documents.markers import Marker, marker_at
from klaar.documents.model import Line, Page, Row, Table
from klaar.documents.pdf.grids import GridCell
from klaar.documents.pdf.layout import PdfLine
from klaar.documents.pdf.segment import PageParts, Segment
from klaar.documents.pdf.spread import SpreadTable
from klaar.documents.pdf.turned import turned_back
from klaar.documents.pieces import Piece, Role
from klaar.documents.words import DocumentWords
from klaar.text.span import Span

_LEADER = re.compile(r"(?:[.…·] ?){5,}")
_LARGE = 1.15
_LONGEST_HEADING = 200


class PdfWriter:
    """Writes one document; `size` is that of the body's letters, `hyphens` knows its words."""

    def __init__(
        self, words: DocumentWords, hyphens: Hyphens, size: float, parts: Sequence[PageParts]
    ) -> None:
        self.builder = TextBuilder()
        self._words, self._hyphens, self._size = words, hyphens, size
        self._first: dict[int, int] = {}
        self._pages = parts
        self._parts = {page.number: page for page in parts if page.turned}

    def pages(self) -> tuple[Page, ...]:
        """Where each page's body begins and ends in the text; call it when the body is written."""
        pages: list[Page] = []
        end = self.builder.length
        for part in reversed(self._pages):
            start = min(self._first.get(part.number, end), end)
            pages.append(Page(part.number, start, end, part.width, part.height))
            end = start
        return tuple(reversed(pages))

    def paragraph(self, lines: Sequence[PdfLine], role: Role = "") -> None:
        """A paragraph, heading or item; its lines joined, its role known or left to its neighbours."""
        segments = [segment for line in lines for segment in line.segments]
        if role == "toc":
            segments = [one._replace(text=_LEADER.sub("… ", one.text).strip()) for one in segments]
        start = self.builder.begin()
        said = self._segments(segments)
        end = self.builder.length
        marker = self._marker(said, start, lines[0])
        strong = all(one.strong and one.ends_strong for one in segments)
        size = min(one.size for one in segments)
        large = size > _LARGE * self._size and end - start < _LONGEST_HEADING
        if large and not role and _is_titled(said):
            role = "heading"
        level = round(10 * size) if role == "heading" else 0
        piece = Piece(start, end, role, marker, lines[0].left, len(lines), strong or large, level)
        self.builder.pieces.append(piece)

    def _marker(self, said: str, start: int, line: PdfLine) -> Marker | None:
        marker = marker_at(said, 0, len(said), self._words)
        if marker is None:
            return None
        apart = line.body > line.left
        if marker.kind == "bare" and not apart and len(said) > 100:
            return None
        return marker._replace(body=start + marker.body)

    def _segments(self, segments: Sequence[Segment]) -> str:
        """Writes the words of segments one after another, words cut by a line end joined; and gives them."""
        write, lines = self.builder.write, self.builder.lines
        whole: list[str] = []
        last = len(segments) - 1
        for place, one in enumerate(segments):
            self._first.setdefault(one.page, self.builder.length)
            said, between = one.text, ""
            if place < last:
                drop, between = self._hyphens.glue(said, segments[place + 1].text)
                said = said[: len(said) - drop] if drop else said
            start, end = write(said)
            lines.append(Line(start, end, one.page, *self._box(one)))
            whole += (said, between)
            if between:
                write(between)
        return "".join(whole)

    def _box(self, one: Segment) -> tuple[float, float, float, float]:
        """Where a segment stands on its page as it is shown."""
        box = one.left, one.top, one.right, one.bottom
        parts = self._parts.get(one.page)
        return turned_back(box, parts.turned, parts.width, parts.height) if parts else box

    def table(self, table: SpreadTable) -> None:
        """A table, a row a line; heads that are repeated on a later page become furniture."""
        start = self.builder.begin()
        rows: list[Row] = []
        for place, cells in enumerate(table.rows):
            row_start = self.builder.begin("\n") if place else start
            row = Row(row_start, *self._row(cells))
            if place in table.repeated:
                self.builder.pieces.append(Piece(row.start, row.end, "furniture"))
            else:
                self.builder.pieces.append(Piece(row.start, row.end, "row"))
                rows.append(row)
        heads = table.heads if table.heads >= 0 else int(_begins_bold(table)) or self._count_heads(table)
        self.builder.tables.append(Table(start, self.builder.length, tuple(rows), min(heads, len(rows) - 1)))

    def _count_heads(self, table: SpreadTable) -> int:
        said = [[" ".join(one.text for one in cell) for cell in row] for row in table.rows]
        return count_heads(said, self._words)

    def _row(self, cells: Sequence[GridCell]) -> tuple[int, tuple[Span, ...]]:
        spans = []
        for place, cell in enumerate(cells):
            if place:
                self.builder.write(" | ")
            start = self.builder.length
            self._segments(cell)
            spans.append(Span(start, self.builder.length))
        return self.builder.length, tuple(spans)


def _is_titled(said: str) -> bool:
    """Whether large letters make a title: they are words that begin, and do not go on."""
    return any(map(str.isalpha, said)) and not said[0].islower() and not said.endswith((";", ","))


def _begins_bold(table: SpreadTable) -> bool:
    """Whether the first row is all bold and the second is not."""
    weights = [all(one.strong for cell in row for one in cell) for row in table.rows[:2]]
    return weights == [True, False]

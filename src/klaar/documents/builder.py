"""Builds the text of a document whose format keeps no text of its own, and remembers every place in it."""

from collections.abc import Sequence

from klaar.documents.model import Line, Row, Table
from klaar.documents.pieces import Piece
from klaar.text.span import Span

_BETWEEN_CELLS = " | "


class TextBuilder:
    """Grows a text part by part; `pieces`, `tables` and `lines` point into it.

    Blocks are apart by an empty line, rows of a table by a line end, cells by " | ".
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.length = 0
        self.pieces: list[Piece] = []
        self.tables: list[Table] = []
        self.lines: list[Line] = []

    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    def begin(self, between: str = "\n\n") -> int:
        """Where the next block begins."""
        if self.length:
            self.write(between)
        return self.length

    def write(self, said: str) -> Span:
        """Adds `said` and says where it stands."""
        start = self.length
        self._parts.append(said)
        self.length += len(said)
        return Span(start, self.length)

    def block(self, said: str, piece: Piece) -> Piece:
        """Adds a block of its own, whose place is filled in; nothing when it is empty."""
        if not said.strip():
            return piece
        start = self.begin()
        self.write(said)
        placed = piece._replace(start=start, end=self.length)
        self.pieces.append(placed)
        return placed

    def table(self, rows: Sequence[Sequence[str]], heads: int) -> None:
        """Adds a table, a row a line; rows without any words are left out."""
        kept = [row for row in rows if any(cell.strip() for cell in row)]
        if kept:
            start = self.begin()
            placed = tuple(self._row(row, first=not place) for place, row in enumerate(kept))
            self.tables.append(Table(start, self.length, placed, min(heads, len(kept))))

    def _row(self, cells: Sequence[str], *, first: bool) -> Row:
        start = self.length if first else self.begin("\n")
        spans = []
        for place, cell in enumerate(cells):
            if place:
                self.write(_BETWEEN_CELLS)
            spans.append(self.write(cell))
        return self.row_done(start, spans)

    def row_done(self, start: int, cells: Sequence[Span]) -> Row:
        """Closes a row that was written cell by cell from `start`; also a piece of its own."""
        self.pieces.append(Piece(start, self.length, "row"))
        return Row(start, self.length, tuple(cells))

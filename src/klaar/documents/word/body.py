"""The body of a Word document: its paragraphs, lists and tables in order."""

from collections.abc import Iterator, Sequence

from klaar.documents.breaks import parted, tidy
from klaar.documents.builder import TextBuilder
from klaar.documents.errors import DocumentError
from klaar.documents.generated import generated
from klaar.documents.heads import count_heads
from klaar.documents.limits import Limits
from klaar.documents.markers import Marker, marker_at
from klaar.documents.pieces import Piece, Role
from klaar.documents.word.names import W, child, switch
from klaar.documents.word.package import Package
from klaar.documents.word.runs import Seen, runs
from klaar.documents.word.tables import table_rows
from klaar.documents.word.worder import PASSED, Worded, Worder
from klaar.documents.words import DocumentWords
from klaar.documents.xml import Element, local

_LONGEST_HEADING = 160


class Body:
    """Walks through the document and writes it; `seen` gathers what must be told."""

    def __init__(self, package: Package, builder: TextBuilder, words: DocumentWords, limits: Limits) -> None:
        self.builder, self.words, self.limits = builder, words, limits
        self._worder = Worder(package, limits.nesting)
        self.seen = self._worder.seen

    def blocks(self, parent: Element, depth: int = 0) -> None:
        """Writes the paragraphs and tables below `parent`."""
        if depth > self.limits.nesting:
            raise DocumentError("too_large", "nesting")
        for element in parent.iterchildren():
            name = local(element)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self._table(element, depth)
            elif name == "AlternateContent":
                for choice in element.iterchildren():
                    self.blocks(choice, depth + 1)
                    break
            elif name in PASSED:
                self.blocks(element, depth + 1)
            elif name == "altChunk":
                self.seen.foreign += 1

    def note(self, element: Element, mark: str) -> None:
        """A footnote, an endnote or a comment, as one block with its number."""
        said = " ".join(line for line in self.plain_lines(element))
        if said:
            marker = generated(mark, 0) if mark else None
            self._write(f"{mark} {said}" if mark else said, Piece(0, 0, "note", marker))

    def furniture(self, line: str) -> None:
        """A line of a header or a footer."""
        self._write(line, Piece(0, 0, "furniture"))

    def plain_lines(self, parent: Element) -> Iterator[str]:
        """The words of each paragraph below `parent`, tables included."""
        for paragraph in parent.iter(W + "p"):
            said = tidy("".join(one.text for one in runs(paragraph, Seen())))
            if said:
                yield said

    def _paragraph(self, element: Element) -> None:
        worded = self._worder.worded(element)
        if child(element, "pPr", "rPr", "del") is not None:
            self._worder.hold(worded.text)
        elif not worded.is_empty:
            first, *rest = parted(worded.text, self.words)
            self._write(first, self._piece(worded._replace(text=first)))
            for text in rest:
                self._write(text, self._piece(worded._replace(text=text, shown=None)))
        for box in self._worder.boxes():
            self.blocks(box, 1)

    def _piece(self, worded: Worded) -> Piece:
        role = self._role(worded)
        level = worded.outline if role == "heading" else 0
        marker = self._marker(worded)
        return Piece(0, 0, role, marker, worded.indent, 1, worded.strong, level)

    def _role(self, worded: Worded) -> Role:
        name = worded.style.name
        if name.startswith("toc ") or name.startswith("table of "):
            return "toc"
        if name == "caption":
            return "caption"
        if worded.outline and self._reads_as_heading(worded):
            return "heading"
        if worded.shown and worded.shown.bullet:
            return "item"
        return ""

    def _reads_as_heading(self, worded: Worded) -> bool:
        """A heading's style on a whole clause ("11.2 Supplier shall …") makes it no heading."""
        text = worded.text
        return (
            len(text) <= _LONGEST_HEADING
            and not text.endswith((";", ","))
            and not (text.endswith(".") and not self.words.verbs.isdisjoint(text.lower().split()))
        )

    def _marker(self, worded: Worded) -> Marker | None:
        if worded.shown is not None and worded.shown.text:
            return generated(worded.shown.text, 0, bullet=worded.shown.bullet, words=self.words)
        return marker_at(worded.text, 0, len(worded.text), self.words)

    def _write(self, said: str, piece: Piece) -> None:
        start = self.builder.length + 2 if self.builder.length else 0
        if piece.marker is not None:
            piece = piece._replace(marker=piece.marker._replace(body=start + piece.marker.body))
        self.builder.block(said, piece)

    def _table(self, element: Element, depth: int) -> None:
        rows = table_rows(element)
        if max((len(row) for row in rows), default=0) < 2:
            for row in rows:
                for cell in row:
                    if cell is not None:
                        self.blocks(cell, depth + 1)
            return
        said = [[self._worder.cell(cell, depth + 1) for cell in row] for row in rows]
        self.builder.table(said, self._heads(element, said))

    def _heads(self, element: Element, said: Sequence[Sequence[str]]) -> int:
        marked = 0
        for row in element.iterchildren(W + "tr"):
            if not switch(row, "trPr", "tblHeader"):
                break
            marked += 1
        return min(marked, len(said) - 1) or count_heads(said, self.words)

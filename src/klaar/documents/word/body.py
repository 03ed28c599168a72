"""The body of a Word document: its paragraphs, lists and tables in order."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from klaar.documents.breaks import parted, tidy
from klaar.documents.builder import TextBuilder
from klaar.documents.errors import DocumentError
from klaar.documents.generated import generated
from klaar.documents.heads import count_heads
from klaar.documents.limits import Limits
from klaar.documents.markers import Marker, marker_at
from klaar.documents.pieces import Piece, Role
from klaar.documents.word.names import W, child, number, switch, value
from klaar.documents.word.numbering import Numbering, Shown
from klaar.documents.word.package import Package
from klaar.documents.word.runs import Said, Seen, runs
from klaar.documents.word.styles import Style, Styles, left_indent
from klaar.documents.word.tables import table_rows
from klaar.documents.words import DocumentWords
from klaar.documents.xml import Element, local

_PASSED = frozenset({"body", "sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "txbxContent"})
_LONGEST_HEADING = 160
_LARGER = 1.18


class Worded(NamedTuple):
    """A paragraph's words with its number in front, and what its style and runs tell about it."""

    text: str
    shown: Shown | None
    style: Style
    outline: int
    indent: float
    strong: bool


class Body:
    """Walks through the document and writes it; `seen` gathers what must be told."""

    def __init__(self, package: Package, builder: TextBuilder, words: DocumentWords, limits: Limits) -> None:
        self.builder, self.words, self.limits = builder, words, limits
        self.styles = Styles(package.part("styles"))
        self.numbering = Numbering(package.part("numbering"))
        self.seen = Seen()
        self._held = ""

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
            elif name in _PASSED:
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
        worded = self.worded(element)
        boxes, self.seen.boxes = self.seen.boxes, []
        if child(element, "pPr", "rPr", "del") is not None:
            self._held = worded.text + " "
        elif worded.text.strip() and not self._is_empty_item(worded):
            first, *rest = parted(worded.text, self.words)
            self._write(first, self._piece(worded._replace(text=first)))
            for text in rest:
                self._write(text, self._piece(worded._replace(text=text, shown=None)))
        for box in boxes:
            self.blocks(box, 1)

    @staticmethod
    def _is_empty_item(worded: Worded) -> bool:
        return worded.shown is not None and worded.text.strip() == worded.shown.text

    def worded(self, element: Element) -> Worded:
        """The words of a paragraph, its number worked out; asks the numbering to count on.

        Word gives no number to an empty paragraph that only ends a section.
        """
        properties = child(element, "pPr")
        style_id = value(properties, "pStyle") or ""
        style = self.styles[style_id]
        said = list(runs(element, self.seen))
        text = self._held + tidy("".join(one.text for one in said))
        self._held = ""
        counts = text or (child(properties, "sectPr") is None and not self.seen.boxes)
        shown = self._shown(properties, style, style_id) if counts else None
        indent = left_indent(properties)
        if indent is None:
            indent = shown.indent if shown and shown.indent is not None else style.indent
        told = number(value(properties, "outlineLvl"))
        outline = style.outline if told is None else told + 1 if told < 9 else 0
        whole = f"{shown.text} {text}".strip() if shown and shown.text else text
        return Worded(whole, shown, style, outline, indent, self._is_strong(said, style))

    def _shown(self, properties: Element | None, style: Style, style_id: str) -> Shown | None:
        list_id = number(value(properties, "numPr", "numId"))
        level = number(value(properties, "numPr", "ilvl"))
        if list_id is None:
            list_id = style.list_id
            if list_id is not None and level is None:
                level = style.list_level
                if level is None:
                    level = self.numbering.level_of_style(list_id, style_id)
        return self.numbering.show(list_id, level or 0) if list_id else None

    def _is_strong(self, said: Sequence[Said], style: Style) -> bool:
        """Whether all words are bold, or larger than those of the body."""
        worded = [one for one in said if one.text.strip()]
        if not worded:
            return False
        bold = all(style.bold if one.bold is None else one.bold for one in worded)
        large = min(one.size or style.size or self.styles.size for one in worded)
        return bold or large >= _LARGER * (self.styles.size or large)

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
        said = [[self._cell(cell, depth + 1) for cell in row] for row in rows]
        self.builder.table(said, self._heads(element, said))

    def _heads(self, element: Element, said: Sequence[Sequence[str]]) -> int:
        marked = 0
        for row in element.iterchildren(W + "tr"):
            if not switch(row, "trPr", "tblHeader"):
                break
            marked += 1
        return min(marked, len(said) - 1) or count_heads(said, self.words)

    def _cell(self, cell: Element | None, depth: int) -> str:
        """The words of a cell on one line, the lines of a table inside it included."""
        if cell is None:
            return ""
        if depth > self.limits.nesting:
            raise DocumentError("too_large", "nesting")
        return tidy(" ".join(self._cell_lines(cell, depth))).replace("\n", " ")

    def _cell_lines(self, parent: Element, depth: int) -> Iterator[str]:
        for element in parent.iterchildren():
            name = local(element)
            if name == "p":
                worded = self.worded(element)
                boxes, self.seen.boxes = self.seen.boxes, []
                if not self._is_empty_item(worded):
                    yield worded.text
                for box in boxes:
                    yield self._cell(box, depth + 1)
            elif name == "tbl":
                for row in table_rows(element):
                    yield ", ".join(filter(None, (self._cell(cell, depth + 1) for cell in row)))
            elif name in _PASSED:
                yield from self._cell_lines(element, depth + 1)

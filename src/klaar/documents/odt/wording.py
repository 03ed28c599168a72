"""The words of OpenDocument paragraphs, cells, notes and comments."""

from collections.abc import Iterator

from klaar.documents.breaks import tidy
from klaar.documents.errors import DocumentError
from klaar.documents.odt.inline import OdtSeen, stretches
from klaar.documents.odt.lists import OdtCounter, OdtLists
from klaar.documents.odt.names import TABLE, TEXT
from klaar.documents.odt.styles import OdtStyles
from klaar.documents.odt.tables import odt_rows
from klaar.documents.xml import Element, local

PASSED = frozenset({"section", "index-body", "body", "text", "text-box", "note-body", "page-sequence", "g"})
"""Elements that only hold others."""


class OdtWords:
    """Words of one document; `seen` gathers what is put aside on the way."""

    def __init__(self, styles: OdtStyles, lists: OdtLists, deepest: int) -> None:
        self._styles, self._lists, self._deepest = styles, lists, deepest
        self.seen = OdtSeen()

    def said(self, element: Element) -> str:
        """The words of a paragraph with single spaces, line breaks kept."""
        return tidy("".join(one.text for one in stretches(element, self._styles, self.seen)))

    def cell(self, cell: Element | None, depth: int) -> str:
        """The words of a cell on one line, the lines of a table inside it included."""
        self._check(depth)
        if cell is None:
            return ""
        return " ".join(" ".join(self._cell_lines(cell, depth, None, "", 1)).split())

    def _cell_lines(
        self, parent: Element, depth: int, counter: OdtCounter | None, style: str, level: int
    ) -> Iterator[str]:
        self._check(depth)
        for element in parent.iterchildren():
            name = local(element)
            if name in {"p", "h"}:
                yield self.said(element)
                boxes, self.seen.boxes = self.seen.boxes, []
                for box in boxes:
                    yield self.cell(box, depth + 1)
            elif name == "list":
                style = element.get(TEXT + "style-name") or style
                inner = counter or self._lists.open(element, style)
                for item in element.iterchildren():
                    mark = inner.next(level, None) if local(item) == "list-item" else ""
                    lines = list(self._cell_lines(item, depth + 1, inner, style, level + 1))
                    yield " ".join([mark, *lines])
            elif element.tag == TABLE + "table":
                for row in odt_rows(element):
                    yield ", ".join(filter(None, (self.cell(cell, depth + 1) for cell in row.cells)))
            elif name in PASSED:
                yield from self._cell_lines(element, depth + 1, counter, style, level)

    def _check(self, depth: int) -> None:
        if depth > self._deepest:
            raise DocumentError("too_large", "nesting")

    def notes(self) -> Iterator[tuple[str, str]]:
        """Footnotes with their marks, and comments without, in the order in which the text points at them."""
        for note in list(self.seen.notes):
            body = note.find(TEXT + "note-body")
            said = " ".join(self.said(line) for line in body.iter(TEXT + "p")) if body is not None else ""
            if said.strip():
                yield tidy(note.findtext(TEXT + "note-citation") or ""), said.strip()
        for comment in self.seen.comments:
            said = tidy(" ".join("".join(line.itertext()) for line in comment.iter(TEXT + "p")))
            if said:
                yield "", said

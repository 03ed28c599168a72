"""The words of Word's paragraphs and cells, with the numbers that Word shows before them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from klaar.documents.breaks import tidy
from klaar.documents.errors import DocumentError
from klaar.documents.word.names import child, number, value
from klaar.documents.word.numbering import Numbering, Shown
from klaar.documents.word.package import Package
from klaar.documents.word.runs import Said, Seen, runs
from klaar.documents.word.styles import Style, Styles, left_indent
from klaar.documents.word.tables import table_rows
from klaar.documents.xml import Element, local

PASSED = frozenset({"body", "sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "txbxContent"})
"""Elements that only hold others."""

_LARGER = 1.18


class Worded(NamedTuple):
    """A paragraph's words with its number in front, and what its style and runs tell about it."""

    text: str
    shown: Shown | None
    style: Style
    outline: int
    indent: float
    strong: bool

    @property
    def is_empty(self) -> bool:
        """Whether it holds no words, or only its number."""
        return not self.text.strip() or (self.shown is not None and self.text.strip() == self.shown.text)


class Worder:
    """Words paragraphs in the order of the document; `seen` gathers what a reader must be told."""

    def __init__(self, package: Package, deepest: int) -> None:
        self.seen = Seen()
        self._styles = Styles(package.part("styles"))
        self._numbering = Numbering(package.part("numbering"))
        self._deepest = deepest
        self._held = ""

    def hold(self, said: str) -> None:
        """Keeps words of a paragraph whose end was deleted, for the paragraph that it runs into."""
        self._held = said + " "

    def boxes(self) -> list[Element]:
        """The text boxes met since the last time they were asked for."""
        boxes, self.seen.boxes = self.seen.boxes, []
        return boxes

    def worded(self, element: Element) -> Worded:
        """The words of a paragraph, its number worked out; asks the numbering to count on.

        Word gives no number to an empty paragraph that only ends a section.
        """
        properties = child(element, "pPr")
        style_id = value(properties, "pStyle") or ""
        style = self._styles[style_id]
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
                    level = self._numbering.level_of_style(list_id, style_id)
        return self._numbering.show(list_id, level or 0) if list_id else None

    def _is_strong(self, said: Sequence[Said], style: Style) -> bool:
        """Whether all words are bold, or larger than those of the body."""
        worded = [one for one in said if one.text.strip()]
        if not worded:
            return False
        bold = all(style.bold if one.bold is None else one.bold for one in worded)
        large = min(one.size or style.size or self._styles.size for one in worded)
        return bold or large >= _LARGER * (self._styles.size or large)

    def cell(self, cell: Element | None, depth: int) -> str:
        """The words of a cell on one line, the lines of a table inside it included."""
        if cell is None:
            return ""
        if depth > self._deepest:
            raise DocumentError("too_large", "nesting")
        return tidy(" ".join(self._lines(cell, depth))).replace("\n", " ")

    def _lines(self, parent: Element, depth: int) -> Iterator[str]:
        for element in parent.iterchildren():
            name = local(element)
            if name == "p":
                worded = self.worded(element)
                if not worded.is_empty:
                    yield worded.text
                for box in self.boxes():
                    yield self.cell(box, depth + 1)
            elif name == "tbl":
                for row in table_rows(element):
                    yield ", ".join(filter(None, (self.cell(cell, depth + 1) for cell in row)))
            elif name in PASSED:
                yield from self._lines(element, depth + 1)

"""The body of an OpenDocument text: headings, paragraphs, lists and tables in order."""

from klaar.documents.breaks import parted, tidy
from klaar.documents.builder import TextBuilder
from klaar.documents.errors import DocumentError
from klaar.documents.generated import generated
from klaar.documents.heads import count_heads
from klaar.documents.limits import Limits
from klaar.documents.markers import Marker, marker_at
from klaar.documents.odt.inline import stretches
from klaar.documents.odt.lists import OdtCounter, OdtLists
from klaar.documents.odt.names import TABLE, TEXT, count
from klaar.documents.odt.styles import OdtStyles
from klaar.documents.odt.tables import odt_rows
from klaar.documents.odt.wording import PASSED, OdtWords
from klaar.documents.pieces import Piece, Role
from klaar.documents.words import DocumentWords
from klaar.documents.xml import Element, local

_INDEXES = frozenset({"table-of-content", "illustration-index", "table-index", "alphabetical-index"})
_LARGER = 1.18


class OdtBody:
    """Walks through the document and writes it; `seen` gathers what is put aside."""

    def __init__(self, styles: OdtStyles, builder: TextBuilder, words: DocumentWords, limits: Limits) -> None:
        self.styles, self.builder, self.words, self.limits = styles, builder, words, limits
        self.lists = OdtLists(styles)
        self.words_of = OdtWords(styles, self.lists, limits.nesting)
        self.seen = self.words_of.seen
        self.size = styles["Standard"].size or 12.0

    def blocks(self, parent: Element, depth: int = 0, role: Role = "") -> None:
        """Writes what stands below `parent`; `role` is "toc" inside a table of contents."""
        self._check(depth)
        for element in parent.iterchildren():
            name = local(element)
            if name == "p":
                self._paragraph(element, role)
            elif name == "h":
                self._heading(element, role)
            elif name == "list":
                self._list(element, depth + 1, None, "", 1)
            elif element.tag == TABLE + "table":
                self._table(element, depth + 1)
            elif name in _INDEXES:
                self.blocks(element, depth + 1, "toc")
            elif name in PASSED or name == "index-title":
                self.blocks(element, depth + 1, role)

    def _check(self, depth: int) -> None:
        if depth > self.limits.nesting:
            raise DocumentError("too_large", "nesting")

    def _paragraph(self, element: Element, role: Role, mark: str = "", indent: float = 0.0) -> None:
        style = self.styles[element.get(TEXT + "style-name")]
        parts = list(stretches(element, self.styles, self.seen, bold=style.bold))
        boxes, self.seen.boxes = self.seen.boxes, []
        text = tidy("".join(one.text for one in parts))
        if text:
            if style.kind.startswith("Contents_20_") or style.kind.startswith("Contents "):
                role = "toc"
            bold = all(one.bold for one in parts if one.text.strip())
            strong = bold or style.size >= _LARGER * self.size
            title = style.kind == "Title" and not mark
            place = 1 if title else 0
            inset = indent or style.indent
            first, *rest = parted(text, self.words)
            self._write(first, mark, "heading" if title else role, strong=strong, level=place, indent=inset)
            for line in rest:
                self._write(line, "", "", strong=strong, level=0, indent=inset)
        for box in boxes:
            self.blocks(box, 1)

    def _heading(self, element: Element, role: Role, mark: str | None = None) -> None:
        """A heading; `mark` is its number where it stands in a list, else it counts with other headings."""
        level = count(element, TEXT + "outline-level", 1, 10)
        text = self.words_of.said(element)
        boxes, self.seen.boxes = self.seen.boxes, []
        if text:
            if mark is None and element.get(TEXT + "is-list-header") != "true":
                mark = self.lists.headings.next(level, _start(element))
            self._write(text, mark or "", role or "heading", strong=True, level=level, indent=0)
        for box in boxes:
            self.blocks(box, 1)

    def _write(self, text: str, mark: str, role: Role, *, strong: bool, level: int, indent: float) -> None:
        start = self.builder.length + 2 if self.builder.length else 0
        whole = f"{mark} {text}" if mark else text
        marker: Marker | None
        if mark:
            bullet = not any(map(str.isalnum, mark)) or mark == "o"
            marker = generated(mark, start, bullet=bullet, words=self.words)
        else:
            marker = marker_at(whole, 0, len(whole), self.words)
            marker = marker._replace(body=start + marker.body) if marker else None
        self.builder.block(whole, Piece(0, 0, role, marker, indent, 1, strong, level))

    def _list(self, element: Element, depth: int, counter: OdtCounter | None, style: str, level: int) -> None:
        self._check(depth)
        style = element.get(TEXT + "style-name") or style
        if counter is None or (element.get(TEXT + "style-name") and level == 1):
            counter = self.lists.open(element, style)
        for item in element.iterchildren():
            if local(item) in {"list-item", "list-header"}:
                self._item(item, depth, counter, style, level)

    def _item(self, item: Element, depth: int, counter: OdtCounter, style: str, level: int) -> None:
        """A list item: its first paragraph or heading carries the number, the others go on with it."""
        numbered = local(item) == "list-item"
        own = counter.levels.get(level)
        indent = own.indent if own and own.indent else 18.0 * level
        for element in item.iterchildren():
            name = local(element)
            if name in {"p", "h"}:
                mark = counter.next(level, _start(item)) if numbered and self._has_words(element) else ""
                self._line(element, name, mark, indent)
                numbered = numbered and not mark
            elif name == "list":
                self._list(element, depth + 1, counter, style, level + 1)
            elif element.tag == TABLE + "table":
                self._table(element, depth + 1)

    def _line(self, element: Element, name: str, mark: str, indent: float) -> None:
        if name == "h":
            self._heading(element, "", mark)
        else:
            role: Role = "item" if mark and not any(map(str.isalnum, mark)) else ""
            self._paragraph(element, role, mark, indent if mark else indent + 18.0)

    @staticmethod
    def _has_words(element: Element) -> bool:
        return bool("".join(element.itertext()).strip())

    def _table(self, element: Element, depth: int) -> None:
        self._check(depth)
        rows = odt_rows(element)
        if max((len(row.cells) for row in rows), default=0) < 2:
            for row in rows:
                for cell in row.cells:
                    if cell is not None:
                        self.blocks(cell, depth + 1)
            return
        said = [[self.words_of.cell(cell, depth + 1) for cell in row.cells] for row in rows]
        marked = sum(row.head for row in rows)
        self.builder.table(said, min(marked, len(said) - 1) or count_heads(said, self.words))

    def rest(self) -> None:
        """After the body: footnotes and comments in the order in which the text points at them."""
        for mark, said in self.words_of.notes():
            self._write(said, mark, "note", strong=False, level=0, indent=0)


def _start(element: Element) -> int | None:
    """The number at which an item or a heading starts to count anew."""
    said = element.get(TEXT + "start-value")
    return int(said) if said and said.isdecimal() and len(said) < 9 else None

"""The body of a web page: its headings, paragraphs, lists and tables in order."""

import re

from klaar.documents.breaks import parted, tidy
from klaar.documents.builder import TextBuilder
from klaar.documents.errors import DocumentError
from klaar.documents.flat.skipped import is_prose
from klaar.documents.generated import generated
from klaar.documents.heads import count_heads
from klaar.documents.html.cells import cell_text, control
from klaar.documents.html.lists import HtmlList
from klaar.documents.html.names import ASIDE, BLOCKS, DROPPED, HEADINGS, is_bold, is_hidden, name_of
from klaar.documents.html.tables import html_rows, is_layout
from klaar.documents.limits import Limits
from klaar.documents.markers import marker_at
from klaar.documents.pieces import Piece, Role
from klaar.documents.words import DocumentWords
from klaar.documents.xml import Element

_SPACE = re.compile(r"[ \t\r\n\f]+")
_STEP = 18.0


class HtmlBody:
    """Walks through the page and writes it; `hidden`, `struck` and `changes` count what must be told."""

    def __init__(self, builder: TextBuilder, words: DocumentWords, limits: Limits) -> None:
        self.builder, self.words, self.limits = builder, words, limits
        self.hidden = self.struck = self.inserted = self.deleted = 0
        self.aside: list[Element] = []
        self._buffer: list[str] = []
        self._strong = True
        self._role: Role = ""
        self._level = 0
        self._mark = ""
        self._indent = 0.0

    def walk(self, element: Element, depth: int = 0, *, bold: bool = False) -> None:
        """Writes what stands in `element`."""
        if depth > 4 * self.limits.nesting:
            raise DocumentError("too_large", "nesting")
        self._text(element.text, bold=bold)
        for part in element.iterchildren():
            self._part(part, depth + 1, bold=bold)
            self._text(part.tail, bold=bold)

    def _text(self, said: str | None, *, bold: bool) -> None:
        if said:
            self._buffer.append(_SPACE.sub(" ", said))
            self._strong = self._strong and (bold or not said.strip())

    def _part(self, part: Element, depth: int, *, bold: bool) -> None:
        name = name_of(part)
        if not name or name in DROPPED or self._is_gone(part, name):
            return
        heavy = bold or is_bold(part, name)
        if name == "br":
            self._buffer.append("\n")
        elif name in ASIDE or part.get("role") == "navigation":
            self.flush()
            self.aside.append(part)
        elif name == "table":
            self.flush()
            self._table(part, depth)
        elif name in {"ul", "ol", "menu", "dir"}:
            self.flush()
            self._list(part, depth)
        elif name == "pre":
            self.flush()
            self._pre(part)
        elif name in BLOCKS:
            self._block(part, name, depth, bold=heavy)
        else:
            self._buffer.append(control(part, name))
            self.walk(part, depth, bold=heavy)

    def _is_gone(self, part: Element, name: str) -> bool:
        if name == "del":
            self.deleted += 1
            return True
        self.inserted += name == "ins"
        self.struck += name in {"s", "strike"}
        if is_hidden(part):
            self.hidden += 1
            return True
        return False

    def _block(self, part: Element, name: str, depth: int, *, bold: bool) -> None:
        self.flush()
        held = self._role, self._level
        if name in HEADINGS:
            self._role, self._level = "heading", HEADINGS[name]
        else:
            self._role = role_of(part, name) or self._role
        self.walk(part, depth, bold=bold)
        self.flush()
        self._role, self._level = held

    def flush(self) -> None:
        """Writes the words gathered up to now as one or more paragraphs."""
        said = tidy("".join(self._buffer))
        strong, self._strong = self._strong, True
        self._buffer = []
        if not said:
            return
        for text in parted(said, self.words):
            self._write(text, strong=strong)

    def _write(self, text: str, *, strong: bool) -> None:
        mark, self._mark = self._mark, ""
        own = marker_at(text, 0, len(text), self.words)
        role: Role = self._role
        if mark == "•" and own is not None and own.kind != "bare" and not own.initial:
            mark = ""
        start = self.builder.length + 2 if self.builder.length else 0
        whole = f"{mark} {text}" if mark else text
        marker = own._replace(body=start + own.body) if own else None
        if mark:
            marker = generated(mark, start, bullet=mark == "•", words=self.words)
            role = role or ("item" if mark == "•" else "")
        indent = self._indent - _STEP if mark else self._indent
        self.builder.block(whole, Piece(0, 0, role, marker, indent, 1, strong, self._level))

    def _list(self, element: Element, depth: int) -> None:
        marks = HtmlList(element)
        self._indent += _STEP
        for item in element.iterchildren():
            if name_of(item) == "li":
                self._mark = marks.next(item)
                self._part_of_list(item, depth + 1)
                self._mark = ""
            elif name_of(item) in BLOCKS and not is_hidden(item):
                self._part(item, depth + 1, bold=False)
        self._indent -= _STEP

    def _part_of_list(self, item: Element, depth: int) -> None:
        if is_hidden(item):
            self.hidden += 1
            return
        self.walk(item, depth)
        self.flush()

    def _pre(self, element: Element) -> None:
        said = "".join(element.itertext()).strip("\n")
        if not said.strip():
            return
        if is_prose(said):
            self._buffer.append(said)
            self._strong = False
            self.flush()
        else:
            self.builder.block(said, Piece(0, 0, "code"))

    def _table(self, table: Element, depth: int) -> None:
        rows = html_rows(table)
        for caption in table.iterchildren("caption"):
            self._block(caption, "caption", depth, bold=False)
        if is_layout(table, rows):
            for row in rows:
                for cell in row.cells:
                    if cell is not None:
                        self._block(cell, "td", depth + 1, bold=False)
            return
        deepest = 4 * self.limits.nesting
        said = [[cell_text(cell, self._is_gone, deepest) for cell in row.cells] for row in rows]
        heads = 0
        while heads < len(rows) - 1 and rows[heads].head:
            heads += 1
        self.builder.table(said, heads or count_heads(said, self.words))


def role_of(part: Element, name: str) -> Role:
    """What an element's name or its class (as Word writes it) says its words are."""
    if name in {"figcaption", "caption"}:
        return "caption"
    if name == "blockquote":
        return "quote"
    kind = (part.get("class") or "").lower()
    if kind.startswith("msotoc") or kind == "toc":
        return "toc"
    if kind in {"msoheader", "msofooter"}:
        return "furniture"
    return "note" if kind in {"msofootnotetext", "msoendnotetext", "msocommenttext"} else ""

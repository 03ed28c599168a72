"""Markdown becomes pieces, line by line: headings, nested lists, quotes, tables, code, and paragraphs."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from klaar.documents.flat.bar_tables import bar_table
from klaar.documents.flat.counted import counted
from klaar.documents.flat.emphasis import marker_within
from klaar.documents.flat.html_tables import HtmlTable, html_tables
from klaar.documents.flat.markdown_text import MarkdownText
from klaar.documents.flat.skipped import comment_end, fence_at, front_matter, skipped_role
from klaar.documents.lines import TextLine, text_lines
from klaar.documents.model import Table
from klaar.documents.pieces import Piece, Role
from klaar.documents.words import DocumentWords

_QUOTED = re.compile(r"(?:>[^\S\n]*)+")
_HEADING = re.compile(r"(#{1,6})(?:[^\S\n]+|$)")
_BREAK = re.compile(r"(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}")
_UNDERLINE = re.compile(r"=+|-{2,}")
_CONTENTS = re.compile(r"(?:\[[^\]]*\]\(#[^)]*\)[\s.,\d]*)+")
_UNDERLINED = 120


class MarkdownParts(NamedTuple):
    """The pieces of a Markdown text in order, its tables, and the title its front matter gives."""

    pieces: list[Piece]
    tables: list[Table]
    title: str


def markdown_parts(text: str, words: DocumentWords) -> MarkdownParts:
    """Takes a Markdown text apart; every character that is not white lies in one piece."""
    scanner = _Scanner(text, words)
    title = scanner.scan()
    pieces = [_contents(text, piece) for piece in counted(scanner.held)]
    return MarkdownParts(pieces, scanner.tables, title)


def _contents(text: str, piece: Piece) -> Piece:
    """A line that is only a link into the document itself is one of a table of contents."""
    if piece.role or "](#" not in text[piece.start : piece.end]:
        return piece
    body = piece.marker.body if piece.marker else piece.start
    return piece._replace(role="toc") if _CONTENTS.fullmatch(text, body, piece.end) else piece


class _Scanner:
    def __init__(self, text: str, words: DocumentWords) -> None:
        self.text, self.words = text, words
        self.lines: Sequence[TextLine] = text_lines(text)
        self.html = list(html_tables(text)) if "<table" in text.lower() else []
        self.held: list[Piece] = []
        self.tables: list[Table] = []
        self.running = MarkdownText(text, self.lines, self.held, words)

    def scan(self) -> str:
        """Fills `held` and `tables`; gives the title of the front matter."""
        index, title = front_matter(self.text, self.lines)
        if index:
            self._hold(self.lines[0].start, self.lines[index - 1].end, "code")
        while index < len(self.lines):
            index = self._step(index)
        return title

    def _hold(self, start: int, end: int, role: Role) -> None:
        self.held.append(Piece(start, end, role))

    def _step(self, index: int) -> int:
        line = self.lines[index]
        while self.html and self.html[0].start < line.start:
            self.html.pop(0)
        if self.html and self.html[0].start < line.end:
            return self._html(index, self.html.pop(0))
        quoted = _QUOTED.match(self.text, line.start, line.end)
        start = quoted.end() if quoted else line.start
        if start == line.end:
            self._hold(line.start, line.end, "furniture")
            return index + 1
        return (
            self._fenced(index, start)
            or self._commented(index, start)
            or self._barred(index, start)
            or self._plain(index, line, start, quoted=quoted is not None)
        )

    def _html(self, index: int, table: HtmlTable) -> int:
        """The rows of an HTML table; what stands around them on their lines is furniture."""
        edge = self.lines[index].start
        for row in table.rows:
            self._rest(edge, row.start)
            self._hold(row.start, row.end, "row")
            edge = row.end
        while index < len(self.lines) and self.lines[index].start < table.end:
            index += 1
        self._rest(edge, self.lines[index - 1].end)
        self.tables.append(Table(table.rows[0].start, table.rows[-1].end, table.rows, table.heads))
        return index

    def _rest(self, start: int, end: int) -> None:
        said = self.text[start:end]
        if said.strip():
            low = start + len(said) - len(said.lstrip())
            tags = said.strip().startswith("<")
            self._hold(low, low + len(said.strip()), "furniture" if tags else "paragraph")

    def _fenced(self, index: int, start: int) -> int:
        if self.text[start] not in "`~":
            return 0
        fence = fence_at(self.text, self.lines, index, start)
        if fence is None:
            return 0
        last = self.lines[fence.last - 1]
        if not fence.prose:
            self._hold(self.lines[index].start, last.end, "code")
            return fence.last
        self._hold(self.lines[index].start, self.lines[index].end, "furniture")
        inner = index + 1
        while inner < fence.last - 1:
            inner = self._step(inner)
        while inner < fence.last:
            self._hold(self.lines[inner].start, self.lines[inner].end, "furniture")
            inner += 1
        return inner

    def _commented(self, index: int, start: int) -> int:
        if self.text[start] not in "<[":
            return 0
        after = comment_end(self.text, self.lines, index, start)
        if after > index:
            self._hold(self.lines[index].start, self.lines[after - 1].end, "furniture")
            return after
        role = skipped_role(self.text[start : self.lines[index].end])
        if role:
            self._hold(self.lines[index].start, self.lines[index].end, role)
        return index + 1 if role else 0

    def _barred(self, index: int, start: int) -> int:
        if "|" not in self.text[start : self.lines[index].end]:
            return 0
        found = bar_table(self.text, self.lines, index, self.words)
        if found is None:
            return 0
        self.held.extend(found.pieces)
        self.tables.append(found.table)
        return found.last

    def _plain(self, index: int, line: TextLine, start: int, *, quoted: bool) -> int:
        indent = line.indent + start - line.start
        first = self.text[start]
        heading = _HEADING.match(self.text, start, line.end) if first == "#" else None
        if heading:
            marker, body = marker_within(self.text, heading.end(), line.end, self.words)
            marker = marker if marker and marker.kind != "bullet" else None
            level = len(heading[1])
            self.held.append(Piece(line.start, line.end, "heading", marker, indent, 1, False, level, body))
        elif first in "-*_=" and self._drawn(line, start):
            pass
        else:
            self.running.add(index, line, start, indent, quoted=quoted)
        return index + 1

    def _drawn(self, line: TextLine, start: int) -> bool:
        """A line across the page, or the line below a title, which makes the title a heading."""
        said = self.text[start : line.end]
        last = self.held[-1] if self.held else None
        under = _UNDERLINE.fullmatch(said)
        if under and last and not line.blank and self._can_be_title(last):
            self.held[-1] = last._replace(role="heading", level=1 if said[0] == "=" else 2)
        elif not under and not _BREAK.fullmatch(said):
            return False
        self._hold(line.start, line.end, "furniture")
        return True

    def _can_be_title(self, last: Piece) -> bool:
        short = last.end - last.start <= _UNDERLINED and last.lines == 1
        bullet = last.marker is not None and last.marker.kind == "bullet"
        return not last.role and short and not bullet and self.text[last.end - 1] not in ".;,"

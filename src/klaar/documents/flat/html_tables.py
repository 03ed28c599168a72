"""HTML tables inside Markdown: their rows and cells, by the places of the tags."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from klaar.documents.model import Row
from klaar.text.span import Span

_OPEN = re.compile(r"<table\b", re.IGNORECASE)
_CLOSE = re.compile(r"</table\s*>", re.IGNORECASE)
_ROW = re.compile(r"<tr\b", re.IGNORECASE)
_ROW_END = re.compile(r"</tr\s*>", re.IGNORECASE)
_CELL = re.compile(r"<(t[hd])\b[^>]*>", re.IGNORECASE)
_TAGS_BEFORE = re.compile(r"(?:\s|<[^<>]*>)*")
_TAGS_AFTER = re.compile(r"(?:\s|<[^<>]*>)*\Z")


class HtmlTable(NamedTuple):
    """A `<table>` from its first to its last character, its rows, and how many of them hold `<th>` cells."""

    start: int
    end: int
    rows: tuple[Row, ...]
    heads: int


def html_tables(text: str) -> Iterator[HtmlTable]:
    """The tables written in HTML, in order; one that is never closed is left alone."""
    place = 0
    while opened := _OPEN.search(text, place):
        closed = _CLOSE.search(text, opened.end())
        if closed is None:
            return
        rows = tuple(_rows(text, opened.end(), closed.start()))
        heads = sum("<th" in text[row.start : row.end].lower() for row in rows[:1])
        if rows:
            yield HtmlTable(opened.start(), closed.end(), rows, heads if len(rows) > 1 else 0)
        place = closed.end()


def _rows(text: str, start: int, end: int) -> Iterator[Row]:
    starts = [found.start() for found in _ROW.finditer(text, start, end)]
    for place, edge in enumerate(starts):
        limit = starts[place + 1] if place + 1 < len(starts) else end
        closed = _ROW_END.search(text, edge, limit)
        last = closed.end() if closed else edge + len(text[edge:limit].rstrip())
        cells = tuple(_cells(text, edge, closed.start() if closed else last))
        if cells:
            yield Row(edge, last, cells)


def _cells(text: str, start: int, end: int) -> Iterator[Span]:
    found = list(_CELL.finditer(text, start, end))
    for place, cell in enumerate(found):
        limit = found[place + 1].start() if place + 1 < len(found) else end
        yield _words(text, cell.end(), limit)


def _words(text: str, start: int, end: int) -> Span:
    """A cell without the tags around its words."""
    lead = _TAGS_BEFORE.match(text, start, end)
    low = lead.end() if lead else start
    tail = _TAGS_AFTER.search(text[low:end])
    return Span(low, low + tail.start() if tail else end)

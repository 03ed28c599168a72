"""Running headers, footers and page numbers: what comes back at the top or the bottom of the pages."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, takewhile
from typing import NamedTuple

from klaar.documents.markers import marker_at
from klaar.documents.pdf.rows import Row
from klaar.documents.pdf.segment import PageParts, Segment
from klaar.documents.running import alike, page_number, running_lines
from klaar.documents.words import DocumentWords

_ROMAN = re.compile(r"[ivxlc]{1,7}", re.IGNORECASE)
_NEAR = 7.0
_ZONE = 0.16
_LEAST = 90.0
_EDGE = 0.11
_LEAST_EDGE = 60.0
_MOST_ROWS = 5
_SHARE = 0.3


class PageRows(NamedTuple):
    """A page, its rows, and the heights (from, to) between which ruled tables stand."""

    page: PageParts
    rows: Sequence[Row]
    tables: Sequence[tuple[float, float]] = ()

    def in_table(self, row: Row) -> bool:
        """Whether a row stands in a ruled table, where words may well come back."""
        return any(top < row.base < bottom for top, bottom in self.tables)


def furniture_rows(pages: Sequence[PageRows], words: DocumentWords, size: float) -> list[set[int]]:
    """For each page the indices of the rows that are furniture; `size` is that of the body's letters.

    A row is furniture when a part of it stands at the same height on at least three pages (two in a short
    document), figures apart, when it is a page's number, or when its words come back wherever they stand.
    """
    seen = _Seen(pages, words, size)
    found = [set(seen.edges(page)) for page in pages]
    left = [
        (number, index)
        for number, page in enumerate(pages)
        for index in range(len(page.rows))
        if index not in found[number]
    ]
    for place in running_lines([pages[number].rows[index].text for number, index in left], words):
        number, index = left[place]
        found[number].add(index)
    return found


def _zones(page: PageParts, rows: Sequence[Row]) -> tuple[list[int], list[int]]:
    """The rows near the top of a page from above, and those near the bottom from below."""
    reach = min(max(page.height * _ZONE, _LEAST), 0.3 * page.height)
    first = [index for index in range(min(_MOST_ROWS, len(rows))) if rows[index].base < reach]
    last = [
        index
        for index in range(len(rows) - 1, max(-1, len(rows) - 1 - _MOST_ROWS), -1)
        if rows[index].base > page.height - reach and index not in first
    ]
    return first, last


class _Seen:
    """What stands in the zones of all pages: words with figures taken out, and on which page how high."""

    def __init__(self, pages: Sequence[PageRows], words: DocumentWords, size: float) -> None:
        self.words, self.size = words, size
        self.pages = len(pages)
        self.need = 2 if self.pages <= 3 else 3
        self.places: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
        self.said: defaultdict[str, set[str]] = defaultdict(set)
        self.numbers: defaultdict[int, set[int]] = defaultdict(set)
        for page, rows, _ in pages:
            for index in chain(*_zones(page, rows)):
                for segment in rows[index].segments:
                    key = _key(segment)
                    self.said[key].add(segment.text)
                    for band in _bands(segment):
                        self.places[key, band].add(page.number)
                    if segment.text.isdecimal() and len(segment.text) < 5:
                        self.numbers[int(segment.text) - page.number].add(page.number)

    def edges(self, held: PageRows) -> Iterator[int]:
        """The furniture of a page: from its edges inwards, up to the first row that is none."""
        for zone in _zones(held.page, held.rows):
            yield from takewhile(lambda index: self._is_furniture(held, held.rows[index]), zone)

    def _is_furniture(self, held: PageRows, row: Row) -> bool:
        if held.in_table(row):
            return False
        if self._is_number(held.page, row):
            return True
        fixed = sum(len(one.text) for one in row.segments if self._repeated(one))
        return fixed > _SHARE * sum(len(one.text) for one in row.segments)

    def _repeated(self, segment: Segment) -> bool:
        """Whether it stands at this height on enough pages, its figures perhaps different."""
        key = _key(segment)
        here = _bands(segment)[1]
        if len(self.places[key, here]) < self.need or segment.text.isdecimal():
            return False
        return len(self.said[key]) == 1 or not self._is_title(segment)

    def _is_title(self, segment: Segment) -> bool:
        """ "Artikel 3" on top of page 3 and "Artikel 4" on top of page 4 are titles."""
        if segment.strong or segment.size > 1.1 * self.size:
            return True
        marker = marker_at(segment.text, 0, len(segment.text), self.words)
        return marker is not None and marker.kind != "bullet"

    def _is_number(self, page: PageParts, row: Row) -> bool:
        reach = max(page.height * _EDGE, _LEAST_EDGE)
        edge = row.base < reach or row.base > page.height - reach
        if not edge or len(row.segments) > 3:
            return False
        for one in row.segments:
            if page_number(self.words).fullmatch(one.text):
                return True
            if one.text.isdecimal() and len(one.text) < 5:
                pages = self.numbers[int(one.text) - page.number]
                return len(pages) >= min(self.need, self.pages) and len(row.segments) == 1
        return bool(_ROMAN.fullmatch(row.text)) and row.base > page.height * (1 - _EDGE)


def _bands(segment: Segment) -> tuple[int, int, int]:
    """The strip of the page that its baseline lies in, between its two neighbours."""
    band = round(segment.base / _NEAR)
    return band - 1, band, band + 1


def _key(segment: Segment) -> str:
    return alike(segment.text)

"""Where the words of a span stand on the pages of a PDF, to the character."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from klaar.documents.model import Document, Line
from klaar.documents.pdf.extract import TextPage
from klaar.documents.pdf.frame import page_frame
from klaar.documents.pdf.open import OpenPdf
from klaar.documents.pdf.pages import page_segments
from klaar.documents.pdf.segment import Segment
from klaar.documents.pdf.turned import turned_back
from klaar.documents.places import PageBox
from klaar.text.span import Span

_NEAR = 0.01


class _Wanted(NamedTuple):
    """The part `start:end` (offsets in the document's text) of a line."""

    line: Line
    start: int
    end: int


def page_boxes(data: bytes, document: Document, span: Span, password: str | None) -> tuple[PageBox, ...]:
    """As `klaar.documents.places.boxes`, for a PDF."""
    found: list[PageBox] = []
    wanted = list(_wanted(document.lines, span))
    with OpenPdf(data, password) as pdf:
        for number, group in groupby(wanted, key=lambda one: one.line.page):
            found.extend(_page_boxes(pdf, document.text, number, list(group)))
    return tuple(found)


def _wanted(lines: Sequence[Line], span: Span) -> Iterator[_Wanted]:
    first = bisect_right(lines, span.start, key=lambda line: line.end)
    last = bisect_left(lines, span.end, key=lambda line: line.start)
    for line in lines[first:last]:
        yield _Wanted(line, max(line.start, span.start), min(line.end, span.end))


def _page_boxes(pdf: OpenPdf, text: str, number: int, wanted: Sequence[_Wanted]) -> Iterator[PageBox]:
    with pdf.page(number) as page:
        if page is not None:
            yield from _on_page(pdf, page, text, wanted)


def _on_page(pdf: OpenPdf, page: Any, text: str, wanted: Sequence[_Wanted]) -> list[PageBox]:
    frame = page_frame(page)
    held = TextPage(page, frame, wanted[0].line.page)
    try:
        parts, _ = page_segments(pdf, page, held, frame)
        places: dict[tuple[int, ...], Segment] = {}
        for one in parts.segments:
            box = turned_back(
                (one.left, one.top, one.right, one.bottom), parts.turned, parts.width, parts.height
            )
            places[_key(box)] = one
        return [_box(held, places.get(_key(one.line[3:7])), text, one) for one in wanted]
    finally:
        held.close()


def _key(box: Sequence[float]) -> tuple[int, ...]:
    return tuple(round(edge / _NEAR) for edge in box)


def _box(held: TextPage, segment: Segment | None, text: str, one: _Wanted) -> PageBox:
    line = one.line
    characters = None
    if segment is not None and segment.first >= 0:
        characters = _characters(held.text, segment, text, one)
    if characters is None:
        return _share(text, one)
    left, top, right, bottom = held.run_box(*characters)
    if bottom - top > right - left and line.bottom - line.top > line.right - line.left:
        return PageBox(line.page, line.left, top, line.right, bottom)
    return PageBox(line.page, left, line.top, right, line.bottom)


def _characters(page: str, segment: Segment, text: str, one: _Wanted) -> tuple[int, int] | None:
    """Which of the page's characters are those of the span: both are walked along letter by letter."""
    letters = _letters(text, one.line.start, one.line.end)
    places: list[int] = []
    drawn = _letters(page, segment.first, segment.last)
    index = 0
    for letter, _ in letters:
        while index < len(drawn) and drawn[index][0] != letter:
            index += 1
        if index == len(drawn):
            return None
        places.append(drawn[index][1])
        index += 1
    inside = [
        place for (_, offset), place in zip(letters, places, strict=True) if one.start <= offset < one.end
    ]
    return (inside[0], inside[-1] + 1) if inside else None


def _letters(text: str, start: int, end: int) -> list[tuple[str, int]]:
    """The letters of a stretch one by one, accents and ligatures apart, with their offsets."""
    return [
        (part, offset)
        for offset in range(start, end)
        for part in unicodedata.normalize("NFKD", text[offset])
        if not part.isspace()
    ]


def _share(text: str, one: _Wanted) -> PageBox:
    """The part of the line's box that its letters would take if all were equally wide."""
    line = one.line
    wide = (line.right - line.left) / max(1, line.end - line.start)
    left = line.left + (one.start - line.start) * wide
    return PageBox(line.page, left, line.top, left + (one.end - one.start) * wide, line.bottom)

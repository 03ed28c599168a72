"""Where words stand on the pages of a PDF, in the PDF's own coordinates."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from klaar.brief.marked.page_letters import Box, PageLetters
from klaar.documents.model import Document, Line
from klaar.documents.pdf.frame import Frame, page_frame
from klaar.documents.pdf.open import OpenPdf
from klaar.text.span import Span

_NEAR = 1.5


class Stretch(NamedTuple):
    """The part of a line that a span covers: `start:end` of the document's text, for span number `of`."""

    line: Line
    start: int
    end: int
    of: int


def find_boxes(opened: OpenPdf, document: Document, spans: Sequence[Span]) -> list[tuple[Box, ...]]:
    """For each span a box for each line it stands on; of a line that is a picture, all of it.

    `document` was read from the PDF `opened`; a span is characters of its text. Each page is loaded once.
    """
    found: list[list[Box]] = [[] for _ in spans]
    by_page: dict[int, list[Stretch]] = {}
    for stretch in _stretches(document, spans):
        by_page.setdefault(stretch.line.page, []).append(stretch)
    for number in sorted(by_page):
        with opened.page(number) as page:
            frame = page_frame(page)
            letters = PageLetters(page, frame, number)
            for stretch in by_page[number]:
                box = _box(letters, frame, document.text, stretch)
                if box is not None:
                    found[stretch.of].append(box)
            letters.close()
    return [tuple(boxes) for boxes in found]


def _stretches(document: Document, spans: Sequence[Span]) -> Iterator[Stretch]:
    lines = sorted(document.lines)
    ends = [line.end for line in lines]
    for number, (start, end) in enumerate(spans):
        for line in lines[bisect_left(ends, start + 1) :]:
            if line.start >= end:
                break
            yield Stretch(line, max(start, line.start), min(end, line.end), number)


def _box(letters: PageLetters, frame: Frame, text: str, stretch: Stretch) -> Box | None:
    line, start, end, _ = stretch
    for box, inner in letters.find(text[line.start : line.end], text[line.start : start], text[start:end]):
        if _inside(frame, box, line):
            return inner
    return _whole(frame, line)


def _inside(frame: Frame, box: Box, line: Line) -> bool:
    """Whether the middle of `box` is on `line`."""
    left, top, right, bottom = frame.place(box.left, box.bottom, box.right, box.top)
    across, down = (left + right) / 2, (top + bottom) / 2
    return (
        line.left - _NEAR <= across <= line.right + _NEAR and line.top - _NEAR <= down <= line.bottom + _NEAR
    )


def _whole(frame: Frame, line: Line) -> Box | None:
    """The line as a whole, on a page that is not turned."""
    if frame.turns:
        return None
    high, left = frame.height + frame.bottom, frame.left
    return Box(line.page, line.left + left, high - line.bottom, line.right + left, high - line.top)

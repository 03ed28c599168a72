"""The pages of an open PDF: their segments, their ruled tables, and what is a picture only."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from klaar.documents.errors import DocumentError
from klaar.documents.limits import Limits
from klaar.documents.model import Gap
from klaar.documents.pdf.extract import TextPage
from klaar.documents.pdf.fields import page_fields
from klaar.documents.pdf.frame import Frame, page_frame
from klaar.documents.pdf.grids import crossed
from klaar.documents.pdf.lattice import Lattice, lattices
from klaar.documents.pdf.open import OpenPdf
from klaar.documents.pdf.pdfium import LOCK, raw
from klaar.documents.pdf.rows import Row, rows_of
from klaar.documents.pdf.rules import image_share, page_rules
from klaar.documents.pdf.segment import PageParts, Segment
from klaar.documents.pdf.turned import page_turn, turned_along

_FEW_CHARACTERS = 40
_PICTURE = 0.25
_EDGE = 0.08
_MARK = 3


class ReadPage(NamedTuple):
    """A page as read: its parts, its rows of upright text, its ruled tables.

    `picture` is whether it is a picture without words, `gap` what of it was not read, or not surely.
    """

    parts: PageParts
    rows: list[Row]
    found: list[Lattice]
    picture: bool = False
    gap: Gap | None = None


def page_count(pdf: OpenPdf, limits: Limits) -> int:
    """How many pages there are; raises `too_large` beyond the limit and `corrupt` for none."""
    with LOCK:
        count = int(raw.FPDF_GetPageCount(pdf.document))
    if count > limits.pages:
        raise DocumentError("too_large", f"{count} pages > {limits.pages}")
    if count < 1:
        raise DocumentError("corrupt", "no pages")
    return count


def read_page(pdf: OpenPdf, number: int) -> ReadPage:
    """Page `number` (from 1); one that pdfium cannot load has the gap `page_broken`."""
    with pdf.page(number) as page:
        if page is None:
            return ReadPage(PageParts(number, 0, 0, ()), [], [], gap=Gap("page_broken", number))
        return _read(pdf, page, number)


def _read(pdf: OpenPdf, page: Any, number: int) -> ReadPage:
    frame = page_frame(page)
    text = TextPage(page, frame, number)
    try:
        parts, found = page_segments(pdf, page, text, frame)
    finally:
        text.close()
    seen = [one for one in parts.segments if parts.turned or one.is_on(frame.width, frame.height)]
    hidden = len(parts.segments) - len(seen)
    upright = [one for one in seen if one.upright and one.kind != "note"]
    picture = len(text.text.strip()) < _FEW_CHARACTERS and image_share(page, frame) > _PICTURE
    gap = Gap("hidden_text", number, str(hidden)) if hidden else None
    return ReadPage(parts._replace(segments=tuple(seen)), rows_of(upright), found, picture, gap)


def page_segments(pdf: OpenPdf, page: Any, text: TextPage, frame: Frame) -> tuple[PageParts, list[Lattice]]:
    """The segments of a page, parted at ruling lines, and its ruled tables."""
    segments = [*text.segments(), *page_fields(pdf, page, frame, text.number)]
    turn = page_turn(segments)
    if turn:
        segments = [turned_along(one, turn, frame.width, frame.height) for one in segments]
    found = [] if turn else _tables(page, frame, segments)
    if found:
        segments = list(_split(text, segments, found))
    return PageParts(text.number, frame.width, frame.height, tuple(segments), turn), found


def _tables(page: Any, frame: Frame, segments: list[Segment]) -> list[Lattice]:
    """The ruled tables; only looked for where words stand beside each other, headers and footers apart."""
    low, high = _EDGE * frame.height, (1 - _EDGE) * frame.height
    bases = sorted(one.base for one in segments if low < one.base < high and len(one.text) > _MARK)
    if not any(two - one < 2.0 for one, two in pairwise(bases)):
        return []
    return lattices(page_rules(page, frame))


def _split(text: TextPage, segments: list[Segment], found: list[Lattice]) -> Iterator[Segment]:
    for segment in segments:
        edges = [edge for lattice in found for edge in crossed(segment, lattice)]
        if edges and segment.first >= 0:
            yield from text.split(segment, sorted(edges))
        else:
            yield segment

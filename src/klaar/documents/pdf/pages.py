"""The pages of an open PDF: their segments, their ruled tables, and what is a picture only."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from klaar.documents.errors import DocumentError
from klaar.documents.limits import Limits
from klaar.documents.pdf.extract import TextPage
from klaar.documents.pdf.fields import page_fields
from klaar.documents.pdf.frame import Frame, page_frame
from klaar.documents.pdf.grids import crossed
from klaar.documents.pdf.lattice import Lattice, lattices
from klaar.documents.pdf.open import OpenPdf
from klaar.documents.pdf.pdfium import raw
from klaar.documents.pdf.rows import Row, rows_of
from klaar.documents.pdf.rules import image_share, page_rules
from klaar.documents.pdf.segment import PageParts, Segment

_FEW_CHARACTERS = 40
_PICTURE = 0.25


class ReadPage(NamedTuple):
    """A page as read: its parts, its rows of upright text, its ruled tables, and whether it is a picture."""

    parts: PageParts
    rows: list[Row]
    found: list[Lattice]
    picture: bool = False
    broken: bool = False


def page_count(pdf: OpenPdf, limits: Limits) -> int:
    """How many pages there are; raises `too_large` beyond the limit and `corrupt` for none."""
    count = int(raw.FPDF_GetPageCount(pdf.document))
    if count > limits.pages:
        raise DocumentError("too_large", f"{count} pages > {limits.pages}")
    if count < 1:
        raise DocumentError("corrupt", "no pages")
    return count


def read_page(pdf: OpenPdf, number: int) -> ReadPage:
    """Page `number` (from 1); a page that pdfium cannot load is `broken`."""
    page = raw.FPDF_LoadPage(pdf.document, number - 1)
    if not page:
        return ReadPage(PageParts(number, 0, 0, ()), [], [], broken=True)
    try:
        return _read(pdf, page, number)
    finally:
        raw.FPDF_ClosePage(page)


def _read(pdf: OpenPdf, page: Any, number: int) -> ReadPage:
    frame = page_frame(page)
    text = TextPage(page, frame, number)
    try:
        segments = [*text.segments(), *page_fields(pdf, page, frame, number)]
        segments = turned_upright(segments, frame)
        found = _tables(page, frame, segments)
        if found:
            segments = list(_split(text, segments, found))
    finally:
        text.close()
    upright = [one for one in segments if one.upright and one.kind != "note"]
    picture = len(text.text.strip()) < _FEW_CHARACTERS and image_share(page, frame) > _PICTURE
    parts = PageParts(number, frame.width, frame.height, tuple(segments))
    return ReadPage(parts, rows_of(upright), found, picture)


def turned_upright(segments: list[Segment], frame: Frame) -> list[Segment]:
    """A page on which most text is turned a quarter, as if its reader had turned the paper."""
    lying = sum(not one.upright for one in segments)
    if lying * 2 <= len(segments):
        return segments
    return [_turned(one, frame) for one in segments]


def _turned(one: Segment, frame: Frame) -> Segment:
    """Text that runs upwards, read with the left side of the page on top."""
    left, right = frame.height - one.bottom, frame.height - one.top
    return one._replace(
        left=left, right=right, top=one.left, bottom=one.right, base=one.right, upright=not one.upright
    )


def _tables(page: Any, frame: Frame, segments: list[Segment]) -> list[Lattice]:
    """The ruled tables; only looked for where segments stand beside each other."""
    bases = sorted(one.base for one in segments)
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

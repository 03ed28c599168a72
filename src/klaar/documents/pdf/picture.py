"""Draws a page of a PDF as a grey picture, and puts recognised words back at their places on the page."""

import ctypes
from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import median

from klaar.documents.ocr.tesseract import OcrWord
from klaar.documents.pdf.open import OpenPdf
from klaar.documents.pdf.pdfium import raw
from klaar.documents.pdf.segment import Segment

_DOTS_PER_INCH = 300.0
_MOST_DOTS = 40_000_000
_WHITE = 0xFFFFFFFF
_WIDE = 1.1


def picture_scale(width: float, height: float) -> float:
    """Dots per point: 300 an inch, fewer for a page larger than some 50 by 50 centimetres."""
    wanted = _DOTS_PER_INCH / 72
    most = (_MOST_DOTS / max(1.0, width * height)) ** 0.5
    return float(min(wanted, most))


def page_picture(pdf: OpenPdf, number: int, scale: float) -> bytes:
    """Page `number` (from 1) as a PGM picture of `scale` dots per point; empty when it cannot be drawn."""
    with pdf.page(number) as page:
        if page is None:
            return b""
        wide = max(1, round(raw.FPDF_GetPageWidthF(page) * scale))
        high = max(1, round(raw.FPDF_GetPageHeightF(page) * scale))
        bitmap = raw.FPDFBitmap_Create(wide, high, 0)
        if not bitmap:
            return b""
        try:
            raw.FPDFBitmap_FillRect(bitmap, 0, 0, wide, high, _WHITE)
            raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, wide, high, 0, raw.FPDF_GRAYSCALE)
            return b"P5 %d %d 255\n" % (wide, high) + _grey(bitmap, wide, high)
        finally:
            raw.FPDFBitmap_Destroy(bitmap)


def _grey(bitmap: object, wide: int, high: int) -> bytes:
    """Every fourth byte of the bitmap: in grey the three colours are alike."""
    stride = raw.FPDFBitmap_GetStride(bitmap)
    held = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * high)
    return b"".join(held[row * stride : row * stride + 4 * wide : 4] for row in range(high))


def word_segments(words: Sequence[OcrWord], number: int, scale: float) -> Iterator[Segment]:
    """The recognised words line by line, broken where the gap between two is wide."""
    for _, line in groupby(words, key=lambda word: word.line):
        group: list[OcrWord] = []
        for word in line:
            if group and word.left - group[-1].left - group[-1].width > _WIDE * _height(group):
                yield _segment(group, number, scale)
                group = []
            group.append(word)
        yield _segment(group, number, scale)


def _height(group: Sequence[OcrWord]) -> float:
    return max(6.0, median(word.height for word in group))


def _segment(group: Sequence[OcrWord], number: int, scale: float) -> Segment:
    left, top = min(word.left for word in group), min(word.top for word in group)
    right = max(word.left + word.width for word in group)
    bottom = max(word.top + word.height for word in group)
    said = " ".join(word.text for word in group)
    size = 1.25 * _height(group) / scale
    base = median(word.top + word.height for word in group) / scale
    return Segment(
        said, left / scale, top / scale, right / scale, bottom / scale, base, size, number, kind="ocr"
    )

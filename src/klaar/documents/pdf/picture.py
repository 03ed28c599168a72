"""Draws a page of a PDF as a grey picture, and puts recognised words back at their places on the page."""

import ctypes
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from statistics import median
from typing import NamedTuple

from klaar.documents.ocr.tesseract import OcrWord
from klaar.documents.pdf.open import OpenPdf
from klaar.documents.pdf.pdfium import raw
from klaar.documents.pdf.segment import Segment

_DOTS_PER_INCH = 300.0
_MOST_DOTS = 40_000_000
_WHITE = 0xFFFFFFFF
_WIDE = 1.1
_CUT = re.compile(r"(?<=[^\W\d_])[\u2010\u2011\u00ac\u2013\u2014]$")
"""The hyphen of a word that a line end cuts, as recognition may see it."""
_LOW, _HIGH = 0.5, 1.16
"""Between these shares of the usual height a line is as large as the others: "oever" has no tall letter."""


class _Heights(NamedTuple):
    """The height of a line's words in pixels: the middle one, and the taller ones."""

    middle: float
    tall: float

    def alike(self, other: "_Heights") -> bool:
        """Whether a line of `other` heights is as large as one of these."""
        return _LOW * self.tall < other.tall < _HIGH * self.tall


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
    page = _usual(words)
    for _, paragraph in groupby(words, key=lambda word: word.line[:2]):
        held = list(paragraph)
        own = _usual(held)
        usual = page if page.alike(own) else own
        for _, line in groupby(held, key=lambda word: word.line):
            for group in _apart(line):
                yield _segment(group, number, scale, usual)


def _apart(line: Iterable[OcrWord]) -> Iterator[list[OcrWord]]:
    """A line's words, broken where the gap between two is wide."""
    group: list[OcrWord] = []
    for word in line:
        if group and word.left - group[-1].left - group[-1].width > _WIDE * _height(group):
            yield group
            group = []
        group.append(word)
    yield group


def _usual(words: Sequence[OcrWord]) -> _Heights:
    """The heights of most of the lines of a page or a paragraph, each line counted by its letters."""
    lines = [list(line) for _, line in groupby(words, key=lambda word: word.line)]
    lettered = [(line, sum(len(word.text) for word in line)) for line in lines]
    middle = [_height(line) for line, letters in lettered for _ in range(letters)]
    tall = [_tall(line) for line, letters in lettered for _ in range(letters)]
    return _Heights(median(middle), median(tall)) if middle else _Heights(0.0, 0.0)


def _tall(group: Sequence[OcrWord]) -> float:
    """How high the taller words of a line are: in most lines some letter goes up and some goes down."""
    heights = sorted(word.height for word in group)
    return heights[int(0.8 * (len(heights) - 1))]


def _height(group: Sequence[OcrWord]) -> float:
    return max(6.0, median(word.height for word in group))


def _segment(group: Sequence[OcrWord], number: int, scale: float, usual: _Heights) -> Segment:
    left, top = min(word.left for word in group), min(word.top for word in group)
    right = max(word.left + word.width for word in group)
    bottom = max(word.top + word.height for word in group)
    said = _CUT.sub("-", " ".join(word.text for word in group))
    own = _Heights(_height(group), _tall(group))
    size = 1.25 * (usual if usual.alike(own) else own).middle / scale
    base = median(word.top + word.height for word in group) / scale
    return Segment(
        said, left / scale, top / scale, right / scale, bottom / scale, base, size, number, kind="ocr"
    )

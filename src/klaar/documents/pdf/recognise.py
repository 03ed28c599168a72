"""Pages that are pictures, read by OCR where it is installed."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from statistics import fmean

from klaar.documents.model import Gap
from klaar.documents.ocr.tesseract import OcrError, OcrWord, Tesseract, find_tesseract
from klaar.documents.pdf.open import OpenPdf
from klaar.documents.pdf.pages import ReadPage
from klaar.documents.pdf.picture import page_picture, picture_scale, word_segments
from klaar.documents.pdf.rows import rows_of
from klaar.documents.request import Request

_AT_ONCE = 4
_SURE = 70.0


def recognised(pdf: OpenPdf, pages: Sequence[ReadPage], request: Request) -> list[ReadPage]:
    """The pages, those that are pictures with the words that OCR finds on them and a gap that says so."""
    pictures = [page for page in pages if page.picture]
    tool = find_tesseract(request.languages) if pictures and request.ocr else None
    if tool is None:
        return [
            page._replace(gap=Gap("image_page", page.parts.number)) if page.picture else page
            for page in pages
        ]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        read = list(pool.map(partial(_read, pdf, tool, request.limits.ocr_seconds), pictures))
    done = {page.parts.number: page for page in read}
    return [done.get(page.parts.number, page) for page in pages]


def _read(pdf: OpenPdf, tool: Tesseract, seconds: float, page: ReadPage) -> ReadPage:
    number = page.parts.number
    scale = picture_scale(page.parts.width, page.parts.height)
    try:
        picture = page_picture(pdf, number, scale)
        if not picture:
            raise OcrError("picture")
        words = tool.words(picture, seconds)
    except OcrError as error:
        return page._replace(gap=Gap("ocr_failed", number, str(error)))
    segments = tuple(word_segments(words, number, scale))
    if not segments:
        return page._replace(gap=Gap("image_empty", number))
    parts = page.parts._replace(segments=segments)
    return ReadPage(parts, rows_of(segments), [], gap=_told(words, number))


def _told(words: Sequence[OcrWord], number: int) -> Gap:
    sure = fmean(word.confidence for word in words)
    return Gap("ocr_read" if sure >= _SURE else "ocr_unsure", number, f"{sure:.0f}")

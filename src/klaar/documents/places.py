"""Where the words of a span stand on the pages of their document, to the character."""

from typing import NamedTuple

from klaar.documents.model import Document
from klaar.text.span import Span


class PageBox(NamedTuple):
    """A box on a page, in points from its left and top as it is shown."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


def boxes(data: bytes, document: Document, span: Span, *, password: str | None = None) -> tuple[PageBox, ...]:
    """A box for each line that `span` touches, no wider than the words of the span.

    `data` are the bytes that `document` was read from; only the pages of the span are opened again. The span
    of "binnen acht uur" gives one box, or two when a line ends in it. Where a format has no pages there are
    none; for words from OCR, a form or a comment a box is a share of its line's. Raises `DocumentError` when
    the bytes cannot be opened.
    """
    if document.format != "pdf" or not document.lines:
        return ()
    from klaar.documents.pdf.boxes import page_boxes  # noqa: PLC0415

    return page_boxes(data, document, span, password)

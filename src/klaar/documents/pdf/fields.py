"""What was filled in on a PDF: the values of its form, text typed on top of it, and comments."""

import ctypes
from collections.abc import Callable, Iterator
from typing import Any

from klaar.documents.pdf.characters import clean
from klaar.documents.pdf.extract import sane
from klaar.documents.pdf.frame import Frame
from klaar.documents.pdf.open import OpenPdf
from klaar.documents.pdf.pdfium import raw
from klaar.documents.pdf.segment import Segment

_LONGEST = 20_000
_MOST = 5_000
_NOTES = frozenset({1, 9, 10, 11, 12})
_FREE_TEXT = 3
_WIDGET = 20
_TICKED = {2, 3}
_BUTTONS = {1, 2, 3}


def page_fields(pdf: OpenPdf, page: Any, frame: Frame, number: int) -> Iterator[Segment]:
    """A segment for each filled field, each text typed on the page, and each comment (kind `note`)."""
    for index in range(min(_MOST, raw.FPDFPage_GetAnnotCount(page))):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            kind, said = _said(pdf, annotation)
            said = clean(said)
            if said:
                yield _segment(annotation, frame, number, said, kind)
        finally:
            raw.FPDFPage_CloseAnnot(annotation)


def _said(pdf: OpenPdf, annotation: Any) -> tuple[str, str]:
    subtype = raw.FPDFAnnot_GetSubtype(annotation)
    if subtype == _WIDGET and pdf.form:
        return "field", _value(pdf.form, annotation)
    if subtype == _FREE_TEXT:
        return "field", _string(annotation, b"Contents")
    if subtype in _NOTES:
        return "note", _string(annotation, b"Contents")
    return "", ""


def _value(form: Any, annotation: Any) -> str:
    """A text field's or a list's value; "[x]" for what is ticked; nothing for the rest of the buttons."""
    kind = raw.FPDFAnnot_GetFormFieldType(form, annotation)
    if kind in _BUTTONS:
        ticked = kind in _TICKED and raw.FPDFAnnot_IsChecked(form, annotation)
        return "[x]" if ticked else ""
    return _read(lambda buffer, size: raw.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, size))


def _string(annotation: Any, key: bytes) -> str:
    return _read(lambda buffer, size: raw.FPDFAnnot_GetStringValue(annotation, key, buffer, size))


def _read(call: Callable[[Any, int], int]) -> str:
    """A string that pdfium writes as UTF-16 after it has said how long it is."""
    size = call(None, 0)
    if size <= 2 or size > _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(size)
    call(ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")


def _segment(annotation: Any, frame: Frame, number: int, said: str, kind: str) -> Segment:
    box = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, box)
    left, top, right, bottom = map(sane, frame.place(box.left, box.bottom, box.right, box.top))
    size = min(14.0, bottom - top) or 10.0
    base = bottom - 0.25 * size
    return Segment(said, left, top, right, bottom, base, size, number, kind=kind)

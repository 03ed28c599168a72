"""A PDF given back with highlights and notes at the exact words; its pages stay as they were."""

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from klaar.brief.marked.boxes import find_boxes
from klaar.brief.marked.note import Note, Tint
from klaar.brief.marked.page_letters import Box
from klaar.documents.model import Document
from klaar.documents.pdf.open import OpenPdf
from klaar.text.span import Span

TINTS: Mapping[Tint, tuple[float, float, float]] = {
    "it": (0.70, 0.83, 0.95),
    "client": (0.78, 0.91, 0.76),
    "ask": (0.99, 0.87, 0.55),
}
"""The colour of a highlight, as red, green and blue from 0 to 1; black on it has a contrast over 10:1."""

_PRINTED = 4


def mark_pdf(data: bytes, document: Document, notes: Sequence[Note], at: datetime) -> tuple[bytes, int]:
    """`data`, a PDF that was read as `document`, with `notes` as highlights; and how many found no place.

    `at` is when they were written. The content of every page keeps its bytes. Raises `pikepdf.PdfError` for
    a file that cannot be written again.
    """
    import pikepdf  # noqa: PLC0415

    with OpenPdf(data, None) as opened:
        places = list(zip(notes, find_boxes(opened, document, _spans(notes)), strict=True))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, (note, found) in enumerate(places, 1):
            for page, held in groupby(found, key=lambda box: box.page):
                _highlight(pdf, pdf.pages[page - 1], note, tuple(held), _name(number, at))
        made = io.BytesIO()
        pdf.save(made, compress_streams=False, recompress_flate=False)
    return made.getvalue(), sum(not found for _, found in places)


def _spans(notes: Sequence[Note]) -> list[Span]:
    return [Span(note.start, note.end) for note in notes]


def _name(number: int, at: datetime) -> tuple[str, str]:
    return f"klaar-{number}", f"D:{at:%Y%m%d%H%M%S}Z"


def _highlight(pdf: Any, page: Any, note: Note, boxes: Sequence[Box], name: tuple[str, str]) -> None:
    from pikepdf import Array, Dictionary, Name, String  # noqa: PLC0415

    rect = [
        min(box.left for box in boxes),
        min(box.bottom for box in boxes),
        max(box.right for box in boxes),
        max(box.top for box in boxes),
    ]
    mark = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Highlight,
        Rect=Array(rect),
        QuadPoints=Array([value for box in boxes for value in _quad(box)]),
        Contents=String(note.text),
        Subj=String(note.title),
        T=String("Klaar"),
        C=Array(TINTS[note.tint]),
        F=_PRINTED,
        NM=String(name[0]),
        M=String(name[1]),
        AP=Dictionary(N=_look(pdf, boxes, rect, note.tint)),
    )
    kept = page.get("/Annots")
    page.Annots = Array([*(kept if kept is not None else ()), pdf.make_indirect(mark)])


def _quad(box: Box) -> tuple[float, ...]:
    """The corners in the order that readers expect: top left, top right, bottom left, bottom right."""
    return (box.left, box.top, box.right, box.top, box.left, box.bottom, box.right, box.bottom)


def _look(pdf: Any, boxes: Sequence[Box], rect: Sequence[float], tint: Tint) -> Any:
    """What a highlight looks like: its colour multiplied with the paper, so that letters stay black."""
    from pikepdf import Array, Dictionary, Name, Stream  # noqa: PLC0415

    drawn = "".join(
        f"{box.left:.2f} {box.bottom:.2f} {box.right - box.left:.2f} {box.top - box.bottom:.2f} re "
        for box in boxes
    )
    colour = " ".join(f"{part:.2f}" for part in TINTS[tint])
    return Stream(
        pdf,
        f"/Over gs {colour} rg {drawn}f".encode("ascii"),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array(rect),
        Group=Dictionary(S=Name.Transparency),
        Resources=Dictionary(ExtGState=Dictionary(Over=Dictionary(BM=Name.Multiply))),
    )


def _rectangle(box: Box) -> str:
    return f"{box.left:.2f} {box.bottom:.2f} {box.right - box.left:.2f} {box.top - box.bottom:.2f} re "

"""A PDF with highlights: on the exact words, and with the pages that it had."""

import io
from typing import Any

import pikepdf
import pypdfium2
import pytest
from marked_sources import MOMENT, example, letters_of, notes_of

from klaar.brief.marked.note import Note
from klaar.brief.marked.pdf import TINTS, mark_pdf


def marked(name: str, step: int = 1) -> tuple[bytes, list[Note], int]:
    data, reading = example(name)
    notes = notes_of(reading, step)
    made, unplaced = mark_pdf(data, reading.documents[0], notes, MOMENT)
    return made, notes, unplaced


def streams(data: bytes) -> list[list[bytes]]:
    """The bytes of the content of each page, as they stand in the file."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        held = [page.obj.Contents for page in pdf.pages]
        lists = [list(each) if isinstance(each, pikepdf.Array) else [each] for each in held]
        return [[one.read_raw_bytes() for one in each] for each in lists]


def highlighted(data: bytes) -> dict[str, str]:
    """The words under the highlights, by the text of their note."""
    found: dict[str, str] = {}
    pages = pypdfium2.PdfDocument(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages):
            text = pages[number].get_textpage()
            for mark in page.get("/Annots", []):
                if mark.get("/Subtype") == "/Highlight":
                    note = str(mark.Contents)
                    found[note] = found.get(note, "") + under(mark, text)
    return found


def under(mark: Any, text: Any) -> str:
    corners = [float(value) for value in mark.QuadPoints]
    boxes = [corners[at : at + 8] for at in range(0, len(corners), 8)]
    return "".join(text.get_text_bounded(box[0], box[5], box[2], box[1]) for box in boxes)


@pytest.mark.parametrize(("name", "step"), [("permit-desk.pdf", 1), ("zaaksysteem.pdf", 9)])
def test_each_highlight_lies_on_its_exact_words(name: str, step: int) -> None:
    made, notes, unplaced = marked(name, step)
    said = highlighted(made)
    assert unplaced == 0
    assert {note.text for note in notes} == set(said)
    # A box goes as far as the next letter begins, so the mark after the last word may be touched.
    wrong = [
        n.quote
        for n in notes
        if letters_of(said[n.text]).rstrip(".,;:") != letters_of(n.quote).rstrip(".,;:")
    ]
    assert wrong == []


def test_the_content_of_the_pages_keeps_its_bytes() -> None:
    data, _ = example("permit-desk.pdf")
    made, _, _ = marked("permit-desk.pdf")
    assert streams(made) == streams(data)


def test_the_same_notes_give_the_same_words_and_dates() -> None:
    assert highlighted(marked("permit-desk.pdf", 7)[0]) == highlighted(marked("permit-desk.pdf", 7)[0])


def test_a_note_on_a_running_header_or_nowhere_is_counted() -> None:
    data, reading = example("permit-desk.pdf")
    end = len(reading.documents[0].text)
    assert mark_pdf(data, reading.documents[0], [Note(end, end, "", "", "weg", "ask")], MOMENT)[1] == 1


@pytest.mark.parametrize("tint", TINTS)
def test_black_on_a_tint_keeps_its_contrast(tint: Any) -> None:
    parts = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in TINTS[tint]]
    light = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    assert (light + 0.05) / 0.05 > 10

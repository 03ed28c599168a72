"""The source given back: the same DOCX with comments, the same PDF with highlights, at the exact words."""

from collections.abc import Sequence
from datetime import UTC, datetime
from importlib import import_module

from klaar.brief.forms.given import Given
from klaar.brief.forms.refused import FormRefusedError
from klaar.brief.marked.note import Note, notes_on
from klaar.brief.page.model import Brief
from klaar.documents.model import Document
from klaar.text.data import load_words

_MARKERS = {"docx": ("klaar.brief.marked.word", "mark_word"), "pdf": ("klaar.brief.marked.pdf", "mark_pdf")}


def write(briefs: Sequence[Brief], given: Given) -> bytes:
    """The one file that was read, with the duties of each reader and the questions beside its words.

    Raises `FormRefusedError` for several files, or for a file that is neither DOCX nor PDF.
    """
    document, data = _only(given)
    module, name = _MARKERS[document.format]
    mark = getattr(import_module(module), name)
    notes = notes_on(briefs, 0)
    at = _moment(briefs[0].today)
    made, unplaced = mark(data, document, notes, at)
    if unplaced:
        made, _ = mark(data, document, (_told(unplaced, document, briefs[0].language), *notes), at)
    return bytes(made)


def _only(given: Given) -> tuple[Document, bytes]:
    document = given.reading.documents[0]
    if len(given.reading.documents) > 1:
        raise FormRefusedError("one_source", given.reading.documents[1].name)
    if document.format not in _MARKERS:
        raise FormRefusedError("source_format", document.name)
    return document, given.sources[0]


def _told(count: int, document: Document, language: str) -> Note:
    """Says at the first words of the file how many remarks found no place."""
    first = next(block for block in document.blocks if block.kind not in ("furniture", "toc"))
    text = load_words(language, "forms")["source"]["unplaced"].format(count=count)
    return Note(first.start, first.end, document.text[first.start : first.end], "", text, "ask")


def _moment(today: str) -> datetime:
    """Midnight of the day of the brief: the same brief gives the same file."""
    return datetime.fromisoformat(today).replace(tzinfo=UTC) if today else datetime(2000, 1, 1, tzinfo=UTC)

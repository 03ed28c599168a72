"""A DOCX given back with comments at the exact words; all else stays as it was."""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from klaar.brief.marked.cuts import Cuts
from klaar.brief.marked.letters import Found, Letters
from klaar.brief.marked.note import Note
from klaar.brief.marked.stretches import Laid
from klaar.documents.model import Document
from klaar.documents.word.names import W

_GONE = frozenset(
    {W + "del", W + "moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
AUTHOR, INITIALS = "Klaar", "K"


def mark_word(data: bytes, document: Document, notes: Sequence[Note], at: datetime) -> tuple[bytes, int]:
    """`data`, a DOCX that was read as `document`, with `notes` as comments; and how many found no place.

    `at` is when they were written. Only runs are split and comments added: every word and its formatting
    stay. Raises ValueError for a file that is a DOCX only by name.
    """
    import docx  # noqa: PLC0415

    opened = docx.Document(io.BytesIO(data))
    texts, said = _words(opened.element.body)
    laid = Laid(document, said.said)
    placed = [(note, place) for note in notes if (place := laid.place(note.start, note.end)) is not None]
    cuts = Cuts(texts, said.places)
    for _, place in placed:
        cuts.add(place.start)
        cuts.add(place.end)
    cuts.cut()
    for note, place in placed:
        _comment(opened, cuts, note, place).date = at
    made = io.BytesIO()
    opened.save(made)
    return made.getvalue(), len(notes) - len(placed)


def _words(body: Any) -> tuple[list[Any], Letters]:
    """The elements that hold words, and their letters: each place is that of an element times 2**20 more."""
    texts = [each for each in body.iter(W + "t") if not _gone(each)]
    said: list[str] = []
    places: list[int] = []
    for number, element in enumerate(texts):
        for at, letter in enumerate(element.text or ""):
            if not letter.isspace():
                said.append(letter)
                places.append((number << 20) + at)
    return texts, Letters("".join(said), tuple(places))


def _gone(element: Any) -> bool:
    return any(above.tag in _GONE for above in element.iterancestors())


def _comment(opened: Any, cuts: Cuts, note: Note, place: Found) -> Any:
    from docx.text.run import Run  # noqa: PLC0415

    runs = [Run(cuts.run_of(letter), opened) for letter in (place.start, place.end - 1)]
    text = f"{note.title}: {note.text}" if note.title else note.text
    return opened.add_comment(runs, text=text, author=AUTHOR, initials=INITIALS)._comment_elm

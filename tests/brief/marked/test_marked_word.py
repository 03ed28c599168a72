"""A DOCX with comments: at the exact words, and otherwise the file that it was."""

import io
from typing import Any

import docx
import pytest
from marked_sources import MOMENT, example, letters_of, notes_of

from klaar.brief.marked.note import Note
from klaar.brief.marked.word import mark_word
from klaar.documents.read import read_document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def marked(name: str, step: int = 1) -> tuple[bytes, list[Note], int]:
    data, reading = example(name)
    notes = notes_of(reading, step)
    made, unplaced = mark_word(data, reading.documents[0], notes, MOMENT)
    return made, notes, unplaced


def commented(data: bytes) -> dict[str, str]:
    """The words that each comment is about, by the comment's own text."""
    opened = docx.Document(io.BytesIO(data))
    texts = {each.comment_id: each.text for each in opened.comments}
    about: dict[str, str] = {}
    on: list[str] = []
    for element in opened.element.body.iter():
        if element.tag == W + "commentRangeStart":
            on.append(element.get(W + "id"))
            about[on[-1]] = ""
        elif element.tag == W + "commentRangeEnd":
            on.remove(element.get(W + "id"))
        elif element.tag == W + "t":
            for name in on:
                about[name] += element.text or ""
    return {texts[int(name)]: said for name, said in about.items()}


@pytest.mark.parametrize(("name", "step"), [("permit-desk.docx", 1), ("zaaksysteem.docx", 9)])
def test_each_comment_is_at_its_exact_words(name: str, step: int) -> None:
    made, notes, unplaced = marked(name, step)
    said = commented(made)
    assert unplaced == 0
    assert {f"{note.title}: {note.text}" for note in notes} == set(said)
    wrong = [n.quote for n in notes if letters_of(said[f"{n.title}: {n.text}"]) != letters_of(n.quote)]
    assert wrong == []


def looks(data: bytes) -> list[list[tuple[str, str, Any]]]:
    """Every letter of every paragraph with the properties of its run."""
    opened = docx.Document(io.BytesIO(data))
    found = []
    for paragraph in opened.element.body.iter(W + "p"):
        run_letters = []
        for text in paragraph.iter(W + "t", W + "tab", W + "br"):
            run = next(above for above in text.iterancestors() if above.tag == W + "r")
            properties = run.find(W + "rPr")
            look = "" if properties is None else "".join(sorted(child.tag for child in properties))
            run_letters += [(text.tag, letter, look) for letter in (text.text or "·")]
        found.append(run_letters)
    return found


def test_words_and_their_looks_stay() -> None:
    data, _ = example("permit-desk.docx")
    made, _, _ = marked("permit-desk.docx")
    assert looks(made) == looks(data)


def test_it_is_read_as_before_but_for_the_comments() -> None:
    data, _ = example("permit-desk.docx")
    made, notes, _ = marked("permit-desk.docx")
    before, after = (read_document(each, name="x.docx") for each in (data, made))
    blocks = [
        [(b.kind, d.text[b.start : b.end]) for b in d.blocks if b.kind != "note"] for d in (before, after)
    ]
    assert blocks[0] == blocks[1]
    assert sum(block.kind == "note" for block in after.blocks) >= len(notes) - 1


def test_a_note_whose_words_are_not_there_is_counted() -> None:
    data, reading = example("permit-desk.docx")
    document = reading.documents[0]
    furniture = next(block for block in document.blocks if block.kind == "furniture")
    notes = [Note(furniture.start, furniture.end, "", "", "hier", "ask")]
    assert mark_word(data, document, notes, MOMENT)[1] == 1


def test_the_same_notes_give_the_same_comments() -> None:
    first, second = (commented(marked("permit-desk.docx", 5)[0]) for _ in range(2))
    assert first == second

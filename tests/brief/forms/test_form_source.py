"""The source given back, as a form of the brief."""

import io

import docx
import pikepdf
import pytest
from briefs import brief, empty, given

from klaar.brief.forms.given import Given
from klaar.brief.forms.refused import FormRefusedError
from klaar.brief.forms.source import write


def test_a_word_source_comes_back_with_duties_and_questions() -> None:
    name = "permit-desk.docx"
    page = brief(name, "client", "en")
    said = [each.text for each in docx.Document(io.BytesIO(write([page], given(name)))).comments]
    own, asked = page.section("all_own"), page.section("all_ask")
    assert own is not None
    assert asked is not None
    assert sum(each.startswith(own.title) for each in said) == len(own.lines())
    assert sum(each.startswith(asked.title) for each in said) > len(asked.lines()) * 0.9


def test_a_pdf_source_comes_back_with_highlights() -> None:
    name = "permit-desk.pdf"
    page = brief(name, "it", "en")
    with pikepdf.open(io.BytesIO(write([page], given(name)))) as pdf:
        notes = [mark for sheet in pdf.pages for mark in sheet.get("/Annots", []) if mark.get("/Subj")]
    assert {str(mark.Subj) for mark in notes} >= {page.section("all_own").title}  # type: ignore[union-attr]


def test_another_format_is_refused() -> None:
    page, held = empty()
    with pytest.raises(FormRefusedError) as caught:
        write([page], held)
    assert (caught.value.code, caught.value.name) == ("source_format", "notes.txt")


def test_several_files_are_refused() -> None:
    held = given("permit-desk.docx")
    twice = held.reading._replace(documents=held.reading.documents * 2)
    with pytest.raises(FormRefusedError) as caught:
        write([brief("permit-desk.docx", "it", "en")], Given(twice, held.sources * 2))
    assert caught.value.code == "one_source"

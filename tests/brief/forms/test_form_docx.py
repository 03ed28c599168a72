"""The brief as a Word file: what stands on it, and how a screen reader finds its way."""

import io
from functools import cache
from typing import Any

import docx
import pytest
from briefs import brief, empty, given

from klaar.brief.forms.docx import write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAME = "permit-desk.pdf"


@cache
def opened(side: Any, language: str) -> Any:
    return docx.Document(io.BytesIO(write([brief(NAME, side, language)], given(NAME))))


@pytest.mark.parametrize(("side", "language"), [("client", "en"), ("it", "nl")])
def test_every_section_has_a_heading_and_every_line_a_row(side: Any, language: str) -> None:
    file, page = opened(side, language), brief(NAME, side, language)
    headings = [each.text for each in file.paragraphs if each.style.name == "Heading 1"]
    assert [section.title for section in page.sections] == headings[: len(page.sections)]
    cells = {
        cell.text.partition("\n")[0]
        for table in file.tables
        for row in table._tbl.tr_lst
        for cell in cells_of(row)
    }
    said = [line.said.text.partition("\n")[0] for section in page.annexes for line in section.lines()]
    assert [each for each in said if not any(cell.startswith(each) for cell in cells)] == []


def cells_of(row: Any) -> list[Any]:
    from docx.table import _Cell  # noqa: PLC0415

    return [_Cell(cell, None) for cell in row.tc_lst]


def test_tables_have_heads_that_are_repeated() -> None:
    tables = opened("client", "en").tables
    assert tables
    for table in tables:
        assert table._tbl.tr_lst[0].find(f"{W}trPr/{W}tblHeader") is not None


def test_the_language_of_the_page_and_of_other_words_is_told() -> None:
    file = opened("it", "nl")
    normal = file.styles["Normal"].element.find(f"{W}rPr/{W}lang")
    assert normal.get(W + "val") == "nl-NL"
    tongues = {each.get(W + "val") for each in file.element.body.iter(W + "lang")}
    assert tongues == {"en-GB"}
    assert file.core_properties.language == "nl"
    assert file.core_properties.title


def test_a_place_on_the_page_has_the_original_words_as_a_comment() -> None:
    file, page = opened("client", "en"), brief(NAME, "client", "en")
    said = "\n".join(comment.text for comment in file.comments)
    quotes = [
        " ".join(line.at[0].quote.split()) for s in page.sections if s.key == "must" for line in s.lines()
    ]
    assert quotes
    assert [quote for quote in quotes if quote[:200] not in said] == []


def test_a_text_without_promises_says_so() -> None:
    page, held = empty()
    text = "\n".join(each.text for each in docx.Document(io.BytesIO(write([page], held))).paragraphs)
    assert page.nothing
    assert page.nothing in text


def test_the_same_brief_gives_the_same_words_on_any_day() -> None:
    again = docx.Document(io.BytesIO(write([brief(NAME, "client", "en")], given(NAME))))
    assert again.element.xml == opened("client", "en").element.xml

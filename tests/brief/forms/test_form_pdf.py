"""The brief as PDF: tagged, titled, in its language, two pages and then the annexes."""

import io
from typing import Any

import pikepdf
import pypdfium2
import pytest
from briefs import brief, empty, given

from klaar.brief.forms.pdf import write


def words(data: bytes) -> list[str]:
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in pypdfium2.PdfDocument(data)]


@pytest.mark.parametrize(("side", "language"), [("client", "nl"), ("it", "en")])
def test_the_long_example_fills_two_pages_before_its_annexes(side: Any, language: str) -> None:
    page = brief("zaaksysteem.pdf", side, language)
    pages = words(write([page], given("zaaksysteem.pdf")))
    titles = [section.title for section in page.sections]
    front = " ".join(pages[:2])
    assert [title for title in titles if " ".join(title.split()) not in front] == []
    assert pages[2].startswith(page.section("dates").title)  # type: ignore[union-attr]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_is_tagged_and_says_its_title_and_language(language: str) -> None:
    data = write([brief("permit-desk.pdf", "client", language)], given("permit-desk.pdf"))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        root = pdf.Root
        assert root.MarkInfo.Marked
        assert str(root.Lang).startswith(language)
        assert root.ViewerPreferences.DisplayDocTitle
        meta = pdf.open_metadata()
        assert meta["pdfuaid:part"] == "1"
        assert meta["dc:title"]
        kinds = {str(kind) for kind in tags(root.StructTreeRoot)}
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/TR"} <= kinds


def tags(element: Any) -> list[Any]:
    found = [element.S] if "/S" in element else []
    kids = element.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids] if kids is not None else []:
        if isinstance(kid, pikepdf.Dictionary) and ("/S" in kid or "/K" in kid):
            found += tags(kid)
    return found


def test_every_question_of_the_annex_is_in_it() -> None:
    page = brief("permit-desk.pdf", "client", "en")
    said = "".join("".join(each.split()) for each in words(write([page], given("permit-desk.pdf"))))
    asked = ["".join(line.said.text.split()) for line in page.section("all_ask").lines()]  # type: ignore[union-attr]
    missing = [each for each in asked if each.replace("-", "")[:40] not in said.replace("-", "")]
    assert missing == []


def test_a_text_without_promises_says_so() -> None:
    page, held = empty()
    assert " ".join(page.nothing.split()) in " ".join(words(write([page], held)))


def test_the_same_brief_gives_the_same_bytes() -> None:
    page, held = brief("permit-desk.pdf", "it", "en"), given("permit-desk.pdf")
    assert write([page], held) == write([page], held)

"""PDFs become text in reading order, with every line at its place."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from document_checks import check, said, table_of
from document_samples import pdf
from pdf_by_hand import form, going_round, locked, page, pdf_of, scanned, words

from klaar.documents import DocumentError, Gap, boxes, read_document
from klaar.text.span import Span

HEAD = '#set page(width: 595pt, height: 842pt, margin: 72pt)\n#set text(size: 11pt, lang: "nl")\n'
CASES = tomllib.loads((Path(__file__).parent / "pdf_cases.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_what_typst_sets(case: dict[str, Any]) -> None:
    document = read_document(pdf(HEAD + case["typst"]), "a.pdf")
    told = [
        f"{block.kind} {block.level} {block.marker or '-'} | {document.text[block.body : block.end]}"
        for block in document.blocks
        if block.kind != "toc"
    ]
    assert told == case["blocks"]
    assert len(said(document, "toc")) == case.get("contents", 0)
    check(document)


def test_running_headers_and_page_numbers_come_after_the_body() -> None:
    document = read_document(pdf(), "a.pdf")
    assert [block.kind for block in document.blocks][-6:] == ["furniture"] * 6
    assert said(document, "furniture")[1::2] == ["Pagina 1 van 3", "Pagina 2 van 3", "Pagina 3 van 3"]
    assert document.pages[-1].end < document.blocks[-6].start


def test_a_paragraph_goes_on_over_the_page() -> None:
    long = "De visser vist op maandag en op dinsdag in de vijver achter het huis van de molenaar en "
    source = "#set page(width: 400pt, height: 200pt, margin: 60pt, header: [Visakte])\n" + long * 8
    document = read_document(pdf(source + "rust op woensdag."), "a.pdf")
    assert len(said(document, "paragraph")) == 1
    assert len(document.pages) > 2
    assert document.pages[1].start == document.pages[0].end > 0


def test_the_pages_have_their_size() -> None:
    first = read_document(pdf(), "a.pdf").pages[0]
    assert (round(first.width), round(first.height)) == (595, 842)


@pytest.mark.parametrize("phrase", ["acht uur", "feestdagen, tenzij de winkelier", "15 minuten", "Pagina 2"])
def test_a_span_has_boxes_on_its_page(phrase: str) -> None:
    data = pdf()
    document = read_document(data, "a.pdf")
    start = document.text.index(phrase)
    found = boxes(data, document, Span(start, start + len(phrase)))
    assert found
    for box in found:
        line = next(one for one in document.lines if one.start <= start < one.end)
        assert box.page == line.page
        assert line.left - 1 <= box.left < box.right <= max(one.right for one in document.lines) + 1
        assert box.right - box.left < 8 * len(phrase)


def test_a_span_over_two_lines_has_two_boxes() -> None:
    data = pdf()
    document = read_document(data, "a.pdf")
    first, second = document.lines[1], document.lines[2]
    found = boxes(data, document, Span(first.end - 4, second.start + 4))
    assert [round(box.top) for box in found] == [round(first.top), round(second.top)]
    assert found[0].right == pytest.approx(first.right, abs=1)
    assert found[1].left == pytest.approx(second.left, abs=1)


def test_boxes_follow_the_letters_not_an_average() -> None:
    data = pdf(HEAD + "iiiiiiiiii WWWWWWWWWW")
    document = read_document(data, "a.pdf")
    narrow, wide = boxes(data, document, Span(0, 10))[0], boxes(data, document, Span(11, 21))[0]
    assert wide.right - wide.left > 2.5 * (narrow.right - narrow.left)


def test_other_formats_have_no_boxes() -> None:
    document = read_document(b"Een regel.", "a.txt")
    assert boxes(b"Een regel.", document, Span(0, 3)) == ()


def test_boxes_on_a_turned_page_lie_on_the_page_as_shown() -> None:
    data = pdf(
        HEAD + "#rotate(-90deg, reflow: true)[#box(width: 500pt)[De wachter telt elk uur de schapen.]]"
    )
    document = read_document(data, "a.pdf")
    box = boxes(data, document, Span(3, 10))[0]
    assert box.bottom - box.top > box.right - box.left
    assert 0 < box.left < box.right < 595
    assert 0 < box.top < box.bottom < 842


def test_a_page_turned_by_its_viewer() -> None:
    data = pdf_of(page(words((72, 700, "Naast de deur staat een emmer.")), extra=b"/Rotate 90"))
    document = read_document(data, "a.pdf")
    assert document.text == "Naast de deur staat een emmer."
    assert (document.pages[0].width, document.pages[0].height) == (842, 595)


def test_forms_and_comments_are_read() -> None:
    document = read_document(form(), "a.pdf")
    assert table_of(document) == [["Naam van de huurder:", "Atelier Wolken"], ["Akkoord:", "[x]"]]
    assert said(document, "note") == ["Dit veld nog nakijken"]


def test_a_locked_pdf_asks_for_its_password() -> None:
    data = locked(b"geheim")
    for password, code in ((None, "password_needed"), ("mis", "wrong_password")):
        with pytest.raises(DocumentError) as caught:
            read_document(data, "a.pdf", password=password)
        assert caught.value.code == code
    document = read_document(data, "a.pdf", password="geheim")
    assert document.text == "De sleutel ligt onder de mat."
    assert boxes(data, document, Span(3, 10), password="geheim")


def test_a_page_tree_that_goes_round_ends() -> None:
    with pytest.raises(DocumentError):
        read_document(going_round(), "a.pdf")


def test_a_scan_without_ocr_is_refused() -> None:
    with pytest.raises(DocumentError) as caught:
        read_document(scanned(), "a.pdf", ocr=False)
    assert caught.value.code == "image_only"


def test_a_scan_among_pages_is_a_gap() -> None:
    objects = page(words((72, 700, "Bladzijde met woorden die gewoon gelezen kan worden door iedereen.")))
    scan = page(b"q 595 0 0 842 0 0 cm /I Do Q")
    objects[2] = b"<</Type/Pages/Kids[3 0 R 7 0 R]/Count 2>>"
    objects[7] = scan[3].replace(b"/Contents 4 0 R", b"/Contents 8 0 R")
    objects[8] = scan[4]
    objects[6] = scanned().split(b"6 0 obj\n")[1].split(b"\nendobj")[0]
    document = read_document(pdf_of(objects), "a.pdf", ocr=False)
    assert document.gaps == (Gap("image_page", 2),)
    assert document.pages[1].start == document.pages[1].end


def test_words_beside_the_page_are_not_read_but_told() -> None:
    content = words((72, 700, "De poort is open."), (9000, 700, "Tenzij het regent."), (72, -90, "Of niet."))
    document = read_document(pdf_of(page(content)), "a.pdf")
    assert document.text == "De poort is open."
    assert document.gaps == (Gap("hidden_text", 1, "2"),)


def test_half_a_pdf() -> None:
    whole = pdf()
    with pytest.raises(DocumentError) as caught:
        read_document(whole[:200], "a.pdf")
    assert caught.value.code == "truncated"

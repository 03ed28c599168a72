"""Word files read as Word shows them: numbers worked out, changes accepted, nothing lost."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from document_checks import check, said, table_of
from document_samples import docx
from word_by_hand import numbered, numbering, paragraph, table, word

from klaar.documents import Gap, read_document

CASES = tomllib.loads((Path(__file__).parent / "word_numbering_cases.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_the_numbers_that_word_shows(case: dict[str, Any]) -> None:
    body = "".join(numbered("De lamp brandt de hele nacht.", level) for level in case["paragraphs"])
    document = read_document(word(body, numbering=numbering(case["levels"])), "a.docx")
    assert [block.marker for block in document.blocks] == case["shown"]
    for block in document.blocks:
        assert document.text[block.start : block.end] == f"{block.marker} De lamp brandt de hele nacht."
        assert document.text[block.body : block.end] == "De lamp brandt de hele nacht."
    check(document)


def test_a_list_that_starts_anew() -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = "".join(numbered("x y z.", "0", one) for one in (1, 1, 2, 2, 1))
    document = read_document(word(body, numbering=numbering([["decimal", "%1."]], again)), "a.docx")
    assert [block.marker for block in document.blocks] == ["1.", "2.", "1.", "2.", "3."]


STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:basedOn w:val="Standaard"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/><w:basedOn w:val="Kop1"/>
<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Bijschrift"><w:name w:val="caption"/></w:style>
"""


def _styled(name: str, text: str, more: str = "") -> str:
    return paragraph(text, f'<w:pStyle w:val="{name}"/>{more}')


def test_headings_numbered_by_their_style() -> None:
    body = (
        _styled("Inhoud" + "opg1", "Vuren 2") + _styled("Inhopg1", "Vuren 2") + _styled("Kop1", "Vuren")
        + _styled("Kop2", "De stoker houdt het vuur brandend tot middernacht en ruimt daarna de as op.")
        + _styled("Kop2", "Hout") + _styled("Kop1", "", "<w:sectPr/>") + _styled("Kop1", "Slot")
        + _styled("Bijschrift", "Tabel 1: Uren")
    )  # fmt: skip
    levels = [["decimal", "%1", "style=Kop1"], ["decimal", "%1.%2", "style=Kop2"]]
    document = read_document(word(body, styles=STYLES, numbering=numbering(levels)), "a.docx")
    told = [(block.kind, block.level, block.marker) for block in document.blocks[1:]]
    assert told == [
        ("toc", 0, ""),
        ("heading", 1, "1"),
        ("paragraph", 2, "1.1"),
        ("heading", 2, "1.2"),
        ("heading", 1, "2"),
        ("caption", 0, ""),
    ]


def test_changes_are_accepted_and_told() -> None:
    body = (
        "<w:p><w:r><w:t xml:space='preserve'>De bode komt </w:t></w:r>"
        "<w:del><w:r><w:delText>maandag</w:delText></w:r></w:del><w:ins><w:r><w:t>dinsdag</w:t></w:r></w:ins>"
        "<w:r><w:t>.</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Hij brengt</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>de post.</w:t></w:r></w:p>"
    )
    document = read_document(word(body), "a.docx")
    assert said(document) == ["De bode komt dinsdag.", "Hij brengt de post."]
    assert document.gaps == (Gap("tracked_changes", detail="1/1"),)


def test_links_fields_breaks_boxes_and_hidden_words() -> None:
    body = (
        "<w:p><w:r><w:t>Zie </w:t></w:r><w:hyperlink><w:r><w:t>de gids</w:t></w:r></w:hyperlink>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF x</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t xml:space="preserve"> op bladzijde 7</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r><w:r><w:t>:</w:t><w:br/><w:t>a) links;</w:t>"
        "<w:br/><w:t>b) rechts van het non</w:t><w:noBreakHyphen/><w:t>foodschap.</w:t></w:r>"
        "<w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>Kader aan de kant.</w:t></w:r></w:p></w:txbxContent>"
        "</w:drawing></w:r></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>Uit een </w:t></w:r>"
        "<w:sdt><w:sdtContent><w:r><w:t>keuzelijst</w:t></w:r>"
        "</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>"
    )
    document = read_document(word(body), "a.docx")
    assert said(document) == [
        "Zie de gids op bladzijde 7:",
        "a) links;",
        "b) rechts van het non-foodschap.",
        "Kader aan de kant.",
        "Uit een keuzelijst",
    ]
    assert document.gaps == (Gap("hidden_text", detail="1"),)


def test_notes_comments_and_headers_come_after_the_body() -> None:
    body = (
        '<w:p><w:r><w:t>De prijs is vast</w:t><w:footnoteReference w:id="2"/></w:r>'
        '<w:r><w:t>.</w:t><w:commentReference w:id="0"/></w:r></w:p>'
    )
    notes = (
        '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
        f'<w:footnote w:id="2">{paragraph("Behalve in het hoogseizoen.")}</w:footnote>'
    )
    comments = f'<w:comment w:id="0">{paragraph("Klopt dit nog?")}</w:comment>'
    document = read_document(
        word(body, footnotes=notes, comments=comments, header=paragraph("Camping De Berk")), "a.docx"
    )
    told = [(block.kind, document.text[block.start : block.end]) for block in document.blocks]
    assert told == [
        ("paragraph", "De prijs is vast."),
        ("note", "1 Behalve in het hoogseizoen."),
        ("note", "Klopt dit nog?"),
        ("furniture", "Camping De Berk"),
    ]
    assert document.gaps == (Gap("comments", detail="1"),)


def test_merged_cells_and_tables_in_cells() -> None:
    inner = "<w:tc>" + table(["links", "rechts"]) + "<w:p/></w:tc>"
    body = table(["Ploeg v", "Uren>2"], ["^", "dag", "nacht"], ["Stokers", "8", "4"]).replace(
        "</w:tbl>", f"<w:tr>{inner}<w:tc>{paragraph('x')}</w:tc></w:tr></w:tbl>"
    )
    document = read_document(word(body), "a.docx")
    assert table_of(document) == [
        ["Ploeg", "Uren", ""],
        ["", "dag", "nacht"],
        ["Stokers", "8", "4"],
        ["links, rechts", "x"],
    ]
    check(document)


def test_a_box_of_one_column_is_no_table() -> None:
    document = read_document(word(table(["Let op:"], ["de deur klemt."])), "a.docx")
    assert not document.tables
    assert said(document) == ["Let op:", "de deur klemt."]


def test_figures_above_the_line() -> None:
    body = (
        "<w:p><w:r><w:t>Het veld van 90 m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr>"
        "<w:t>2</w:t></w:r><w:r><w:t xml:space='preserve'> wordt gemaaid.</w:t></w:r></w:p>"
    )
    assert read_document(word(body), "a.docx").text == "Het veld van 90 m² wordt gemaaid."


def test_a_file_of_a_library() -> None:
    document = read_document(docx(), "a.docx")
    assert said(document, "heading") == ["Onderhoud"]
    assert [block.marker for block in document.blocks if block.kind == "item"] == ["1.", "2.", "•"]
    assert table_of(document)[1] == ["Hoog", "4 uur"]
    assert said(document, "furniture") == ["Onderhoudsovereenkomst Tolhuis"]

"""OpenDocument texts read as LibreOffice shows them."""

from document_checks import check, said, table_of
from document_samples import ODT_LISTS, odt

from klaar.documents import Gap, read_document


def test_the_sample() -> None:
    document = read_document(odt(), "a.odt")
    told = [(block.kind, block.level, document.text[block.start : block.end]) for block in document.blocks]
    assert told == [
        ("heading", 1, "1 Onderhoud"),
        ("paragraph", 0, "Tolhuis Software verhelpt een storing binnen acht uur."),
        ("item", 1, "1. meldt een storing;"),
        ("item", 1, "2. houdt vrij:"),
        ("item", 2, "a) een kassa;"),
        ("item", 2, "b) een stopcontact."),
        ("row", 0, "Prioriteit | Hersteltijd"),
        ("row", 0, "Hoog | 4 uur"),
        ("note", 0, "1 Ook op zondag."),
        ("furniture", 0, "Onderhoudsovereenkomst Tolhuis"),
    ]
    assert document.tables[0].heads == 1
    check(document)


def _items(*texts: str) -> str:
    return "".join(f"<text:list-item><text:p>{text}</text:p></text:list-item>" for text in texts)


def test_a_list_that_goes_on_after_a_paragraph() -> None:
    body = (
        f'<text:list text:style-name="L1">{_items("een zeis;", "een hark;")}</text:list>'
        "<text:p>En ook nog:</text:p>"
        f'<text:list text:style-name="L1" text:continue-numbering="true">{_items("een kar.")}</text:list>'
        f'<text:list text:style-name="L1">{_items("opnieuw.")}</text:list>'
    )
    document = read_document(odt(body), "a.odt")
    assert [block.marker for block in document.blocks if block.kind == "item"] == ["1.", "2.", "3.", "1."]


def test_headings_count_by_level() -> None:
    body = "".join(f'<text:h text:outline-level="{level}">Deel</text:h>' for level in (1, 2, 2, 1, 2))
    document = read_document(odt(body), "a.odt")
    assert [block.marker for block in document.blocks[:5]] == ["1", "1.1", "1.2", "2", "2.1"]


def test_a_paragraph_within_an_item_goes_on_with_it() -> None:
    body = (
        '<text:list text:style-name="L1"><text:list-item><text:p>De schipper vaart.</text:p>'
        "<text:p>Ook bij mist.</text:p></text:list-item></text:list>"
    )
    blocks = read_document(odt(body), "a.odt").blocks
    assert [(block.kind, block.level, block.marker) for block in blocks[:2]] == [
        ("item", 1, "1."),
        ("paragraph", 1, ""),
    ]


def test_changes_boxes_comments_and_repeated_cells() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>weg</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:p>De veerman<office:annotation><text:p>naam?</text:p></office:annotation> roeit.</text:p>"
        "<text:p><draw:frame><draw:text-box><text:p>In een kader.</text:p></draw:text-box></draw:frame>"
        "</text:p>"
        '<table:table><table:table-row><table:table-cell table:number-columns-spanned="2">'
        "<text:p>Vaart</text:p>"
        "</table:table-cell><table:covered-table-cell/></table:table-row><table:table-row>"
        '<table:table-cell table:number-columns-repeated="999999999"><text:p>x</text:p></table:table-cell>'
        "</table:table-row></table:table>"
    )
    document = read_document(odt(body, ODT_LISTS), "a.odt")
    assert said(document, "paragraph", "note") == ["De veerman roeit.", "In een kader.", "naam?"]
    assert table_of(document)[0] == ["Vaart", ""]
    assert len(table_of(document)[1]) == 200
    assert Gap("tracked_changes", detail="0/1") in document.gaps
    assert Gap("comments", detail="1") in document.gaps

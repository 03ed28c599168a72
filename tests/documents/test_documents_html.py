"""Web pages read as a browser shows them."""

import pytest
from document_checks import check, said, table_of
from document_samples import HTML

from klaar.documents import Gap, read_document


def _read(body: str) -> list[tuple[str, int, str]]:
    document = read_document(f"<!doctype html><html><body>{body}</body></html>".encode(), "a.html")
    check(document)
    return [(block.kind, block.level, document.text[block.start : block.end]) for block in document.blocks]


def test_the_sample() -> None:
    document = read_document(HTML.encode(), "a.html")
    assert said(document, "heading") == ["Onderhoudsovereenkomst", "2. Onderhoud"]
    assert (
        said(document, "paragraph")[0]
        == "Tolhuis Software verhelpt een storing binnen acht uur na de melding."
    )
    assert [block.marker for block in document.blocks if block.kind == "item"] == ["a.", "b.", "•", "•"]
    assert table_of(document) == [["Prioriteit", "Hersteltijd"], ["Hoog", "4 uur"], ["Laag", "2 weken"]]
    assert said(document, "furniture") == ["Start", "Tolhuis Software, pagina 1"]
    assert document.gaps == (Gap("hidden_text", detail="1"),)


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        ("<p>Eén<br>adres</p>", [("paragraph", 0, "Eén\nadres")]),
        ("Eerste.<br><br>Tweede.", [("paragraph", 0, "Eerste."), ("paragraph", 0, "Tweede.")]),
        ("<p>De kok:<br>a) bakt;<br>b) dient op.</p>",
         [("paragraph", 0, "De kok:"), ("item", 1, "a) bakt;"), ("item", 1, "b) dient op.")]),
        ('<ol start="3"><li>c<li value="9">d</ol>', [("item", 1, "3. c"), ("item", 1, "9. d")]),
        ('<ol style="list-style:none"><li>4.1 De gids loopt voorop.</ol>',
         [("paragraph", 2, "4.1 De gids loopt voorop.")]),
        ('<ol style="list-style-type:upper-roman"><li>De gids.</ol>', [("item", 1, "I. De gids.")]),
        ("<ul><li>• dubbel</ul>", [("item", 1, "• dubbel")]),
        ("<p>De <del>gids</del><ins>leider</ins> loopt.</p>", [("paragraph", 0, "De leider loopt.")]),
        ('<p class="MsoToc1">Regels 4</p>', [("toc", 0, "Regels 4")]),
        ("<blockquote>Let op.</blockquote>", [("quote", 0, "Let op.")]),
        ('<p>Akkoord <input type="checkbox" checked> naam <input value="Bo"></p>',
         [("paragraph", 0, "Akkoord ☒ naam Bo")]),
        ("<p><b>Vervoer van gasten</b></p><p>De koets rijdt.</p>",
         [("heading", 1, "Vervoer van gasten"), ("paragraph", 0, "De koets rijdt.")]),
        ("<dl><dt>Gast:<dd>Wie slaapt.</dl>", [("paragraph", 0, "Gast:"), ("paragraph", 0, "Wie slaapt.")]),
    ],
)  # fmt: skip
def test_what_a_browser_shows(body: str, blocks: list[tuple[str, int, str]]) -> None:
    assert _read(body) == blocks


def test_merged_cells() -> None:
    body = (
        "<table><tr><th rowspan=2>Ploeg<th colspan=2>Uren<tr><th>dag<th>nacht"
        "<tr><td>Stokers<td>8<td>4</table>"
    )
    document = read_document(f"<html><body>{body}</body></html>".encode(), "a.html")
    assert table_of(document) == [["Ploeg", "Uren", ""], ["", "dag", "nacht"], ["Stokers", "8", "4"]]
    assert document.tables[0].heads == 2


def test_tables_that_only_arrange_the_page() -> None:
    body = "<table><tr><td><table><tr><td>Reactie<td>1 uur</table></td>"
    body += "<td><p>De koster luidt.</p></td></tr></table>"
    document = read_document(f"<html><body>{body}</body></html>".encode(), "a.html")
    assert table_of(document) == [["Reactie", "1 uur"]]
    assert said(document, "paragraph") == ["De koster luidt."]


def test_an_encoding_that_the_page_names() -> None:
    page = '<html><head><meta charset="iso-8859-15"></head><body><p>Prijs: 5 \u20ac</p></body></html>'
    assert read_document(page.encode("iso-8859-15"), "a.html").text == "Prijs: 5 €"


def test_a_deep_page_ends() -> None:
    body = "<div>" * 5000 + "diep" + "</div>" * 5000
    document = read_document(f"<html><body><p>ondiep</p>{body}</body></html>".encode(), "a.html")
    assert "ondiep" in document.text

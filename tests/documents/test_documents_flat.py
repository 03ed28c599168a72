"""Plain text and Markdown become the blocks that a reader sees in them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from document_checks import check, table_of
from document_samples import MARKDOWN, PLAIN

from klaar.documents import Document, read_document


def _cases(name: str) -> list[Any]:
    held = tomllib.loads((Path(__file__).parent / name).read_text("utf-8"))["case"]
    return [pytest.param(case, id=case["name"]) for case in held]


def _told(document: Document) -> list[str]:
    return [
        f"{block.kind} {block.level} {block.marker or '-'} | "
        f"{' '.join(document.text[block.body : block.end].split())}"
        for block in document.blocks
    ]


def _expected(lines: list[str]) -> list[str]:
    return [" ".join(line.split(" ")) for line in lines]


@pytest.mark.parametrize("case", _cases("plain_cases.toml"))
def test_plain_text(case: dict[str, Any]) -> None:
    document = read_document(case["text"].encode(), "a.txt")
    assert _told(document) == _expected(case["blocks"])
    check(document)


@pytest.mark.parametrize("case", _cases("markdown_cases.toml"))
def test_markdown(case: dict[str, Any]) -> None:
    document = read_document(case["text"].encode(), "a.md")
    assert _told(document) == _expected(case["blocks"])
    check(document)


def test_a_table_set_with_spaces() -> None:
    document = read_document(PLAIN.encode(), "a.txt")
    assert table_of(document) == [
        ["Prioriteit", "Reactietijd", "Hersteltijd"],
        ["Hoog", "15 minuten", "4 uur"],
        ["Laag", "2 werkdagen", "2 weken"],
    ]
    assert document.tables[0].heads == 1


def test_a_table_with_bars_between_paragraphs() -> None:
    text = "Nr | Afspraak\n\n1 | De bakker levert om zes uur.\n\n2 | Brood van gisteren gaat terug.\n"
    document = read_document(text.encode(), "a.txt")
    assert table_of(document)[1] == ["1", "De bakker levert om zes uur."]
    assert document.tables[0].heads == 1
    assert [block.kind for block in document.blocks] == ["row", "row", "row"]


def test_an_address_with_bars_is_no_table() -> None:
    document = read_document(b"Bakkerij Noord | KvK 10203040 | Assen\n\nWij bakken.\n", "a.txt")
    assert not document.tables


def test_a_markdown_table_knows_its_heads() -> None:
    document = read_document(MARKDOWN.encode(), "a.md")
    assert table_of(document) == [["Prioriteit", "Hersteltijd"], ["Hoog", "4 uur"], ["Laag", "2 weken"]]
    assert document.tables[0].heads == 1
    assert document.title == "Onderhoud kassa's"


def test_escaped_bars_stay_in_their_cell() -> None:
    document = read_document(b"| A | B |\n|---|---|\n| x \\| y | z |\n", "a.md")
    assert table_of(document)[1] == ["x \\| y", "z"]


def test_a_table_in_html_within_markdown() -> None:
    row = "<tr><td>1</td><td>4 hours</td></tr>"
    text = f"Levels:\n\n<table>\n<tr><th><p>Level</p></th><th>Time</th></tr>\n{row}\n</table>\n"
    document = read_document(text.encode(), "a.md")
    assert table_of(document) == [["Level", "Time"], ["1", "4 hours"]]
    assert document.tables[0].heads == 1
    check(document)


def test_form_feeds_make_pages() -> None:
    document = read_document(b"Een\n\n1\n\x0cTwee\n\n2\n\x0cDrie\n", "a.txt")
    assert [document.text[page.start : page.end].split()[0] for page in document.pages] == [
        "Een",
        "Twee",
        "Drie",
    ]
    assert [block.kind for block in document.blocks].count("furniture") == 2


def test_lines_that_come_back_on_every_page_are_furniture() -> None:
    page = (
        "De partijen overleggen elke maand over de voortgang van het werk en de {} die daarbij hoort en die\n"
    )
    text = "".join(page.format("kosten") * 6 + f"\nVERTROUWELIJK\n\nPagina {n}\n\n" for n in range(1, 6))
    document = read_document(text.encode(), "a.txt")
    assert [block.kind for block in document.blocks].count("furniture") == 10


LONG = "een zin die doorgaat en doorgaat " * 40


@pytest.mark.parametrize(
    "text",
    [
        "a" * 200_000, "| " * 60_000, "> " * 60_000, "*" * 100_000, "<table>" * 20_000, "<!--" * 20_000,
        "1." * 60_000, "[" * 100_000, "\n" * 100_000 + "x", "(" * 100_000, "```\n" * 20_000, "- " * 60_000,
        "I" * 100_000 + ".", "1.1." * 30_000, "# " * 50_000, ". " * 60_000, (LONG + "\n") * 100,
    ],
)  # fmt: skip
def test_endless_input_ends(text: str) -> None:
    for name in ("a.txt", "a.md"):
        check(read_document(text.encode(), name))

"""The dialect of the sources, piece by piece."""

from pathlib import Path

import pytest
from examples.build.blocks import Block, Clause, Grid, Heading, Item, Listing, Paragraph, Run
from examples.build.dialect import DialectError, parse_part
from examples.build.example import sources
from hypothesis import given
from hypothesis import strategies as st

EXAMPLES = Path(__file__).parents[2] / "examples"


def runs(text: str) -> tuple[Run, ...]:
    return (Run(text),)


def blocks(source: str) -> tuple[Block, ...]:
    return parse_part("00", f"# Deel\n\n{source}").blocks[1:]


CASES: list[tuple[str, tuple[Block, ...]]] = [
    ("## Artikel 7. Garantie", (Heading(2, "Artikel 7.", "Garantie"),)),
    ("## Annex 1 – Overzicht", (Heading(2, "", "Annex 1 – Overzicht"),)),
    ("12.1 Opdrachtgever betaalt.", (Clause("12.1", runs("Opdrachtgever betaalt.")),)),
    ("2026 is een jaar.", (Paragraph(runs("2026 is een jaar.")),)),
    ("**Storing**: een gebrek.", (Paragraph((Run("Storing", bold=True), Run(": een gebrek."))),)),
    (
        "3.1 Supplier shall:\n(a) host;\n(b) support.",
        (
            Clause("3.1", runs("Supplier shall:")),
            Listing("letter", "(%)", 1, (Item("(a)", runs("host;")), Item("(b)", runs("support.")))),
        ),
    ),
    (
        "1. Eerst:\n   a. dit;\n   b. dat.\n2. Dan.",
        (
            Listing(
                "number",
                "%.",
                1,
                (
                    Item(
                        "1.",
                        runs("Eerst:"),
                        (Listing("letter", "%.", 1, (Item("a.", runs("dit;")), Item("b.", runs("dat.")))),),
                    ),
                    Item("2.", runs("Dan.")),
                ),
            ),
        ),
    ),
    (
        "1. De gemeente;\n\nen\n\n2. De leverancier.",
        (
            Listing("number", "%.", 1, (Item("1.", runs("De gemeente;")),)),
            Paragraph(runs("en")),
            Listing("number", "%.", 2, (Item("2.", runs("De leverancier.")),)),
        ),
    ),
    (
        "Tabel B-1: Tijden\n\n| Soort | Tijd |\n|---|---|\n| 1 | 4 uur |",
        (Grid("Tabel B-1: Tijden", ("Soort", "Tijd"), (("1", "4 uur"),)),),
    ),
]


@pytest.mark.parametrize(("source", "expected"), CASES)
def test_what_a_source_becomes(source: str, expected: tuple[Block, ...]) -> None:
    assert blocks(source) == expected


@pytest.mark.parametrize(
    "source",
    ["Zie [1].", "Een *klemtoon*.", "| a | b |\n|---|---|\n| c |", "Leverancier:\na. host;\ndaarna meer"],
)
def test_what_is_not_in_the_dialect_is_refused(source: str) -> None:
    with pytest.raises(DialectError):
        blocks(source)


@given(st.integers(2, 26))
def test_letters_run_through_i_without_becoming_roman(count: int) -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"[:count]
    (listing,) = blocks("\n".join(f"{letter}. punt;" for letter in letters))
    assert isinstance(listing, Listing)
    assert (listing.kind, "".join(item.marker[0] for item in listing.items)) == ("letter", letters)


@pytest.mark.parametrize("name", ["zaaksysteem", "permit-desk"])
def test_no_word_of_a_source_is_lost(name: str) -> None:
    for path in sources(EXAMPLES / name):
        source = path.read_text(encoding="utf-8")
        bars = source.replace("|", " ").replace("---", " ").replace("**", "").replace("#", " ")
        found = parse_part(path.name[:2], source)
        assert " ".join(words_of(found.blocks)).split() == bars.split()


def words_of(found: tuple[Block, ...]) -> list[str]:
    words: list[str] = []
    for block in found:
        match block:
            case Heading():
                words.append(block.text)
            case Paragraph():
                words.append("".join(run.text for run in block.runs))
            case Clause():
                words += [block.number, "".join(run.text for run in block.runs)]
            case Listing():
                for item in block.items:
                    words += [item.marker, "".join(run.text for run in item.runs), *words_of(item.inner)]
            case Grid():
                words += [block.title, *block.head, *(cell for row in block.rows for cell in row)]
    return words

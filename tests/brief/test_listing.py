"""The listing: whatever the agreement is, its lines fit the screen and hold every promise."""

from dataclasses import replace
from itertools import pairwise

import pytest
from brief_agreements import readings
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.brief.made import reading_of

from klaar.brief.listing.quoted import quoted
from klaar.brief.listing.rows import row_words
from klaar.brief.listing.view import View
from klaar.brief.listing.whole import list_agreement
from klaar.brief.reading import Reading, read_agreement
from klaar.brief.spoken import Speaker
from klaar.brief.terminal.columns import width_of
from klaar.brief.terminal.runs import paint
from klaar.documents.read import read_document
from klaar.text.span import Span

TABLE = """# Bijlage B

| Prioriteit | Reactietijd | Hersteltijd |
|---|---|---|
| 1 | 30 minuten | 4 uur |
| 2 | 1 uur | 8 uur |
"""


def listed(reading: Reading, language: str = "nl", width: int = 80, **wishes: object) -> list[str]:
    view = View(reading, Speaker(language), width, **wishes)  # type: ignore[arg-type]
    return [paint(line, colour=False) for line in list_agreement(view)]


def read(text: str, name: str = "tekst.md") -> Reading:
    return read_agreement([read_document(text.encode(), name)], language="nl")


@settings(max_examples=40)
@given(readings(), st.sampled_from(["nl", "en"]), st.sampled_from([40, 80, 120]), st.integers(0, 2))
def test_any_agreement_can_be_listed(reading: Reading, language: str, width: int, top: int) -> None:
    lines = listed(reading, language, width, top=top)
    assert all(width_of(line) <= width for line in lines)
    assert not any("\n" in line or "\x1b" in line for line in lines)
    if not top:
        shown = sum(" · " in line or line.startswith("  ") for line in lines)
        assert shown >= len(reading.promises)


@settings(max_examples=40)
@given(readings())
def test_the_words_of_a_promise_are_all_there_and_in_order(reading: Reading) -> None:
    plain = replace(reading.agreement.document, format="text")
    agreement = replace(reading.agreement, document=plain)
    for promise in reading.promises:
        runs = quoted(agreement, promise._replace(opening=None))
        assert "".join(run.text for run in runs) == promise.quote


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("30 minuten", "Prioriteit: 1; Reactietijd: 30 minuten"),
        ("8 uur", "Prioriteit: 2; Hersteltijd: 8 uur"),
        ("| 1 | 30 minuten | 4 uur |", "Prioriteit: 1; Reactietijd: 30 minuten; Hersteltijd: 4 uur"),
        ("Bijlage B", ""),
        ("Reactietijd", ""),
    ],
)
def test_a_row_is_told_with_the_heads_of_its_columns(cell: str, words: str) -> None:
    reading = read(TABLE)
    start = TABLE.index(cell)
    span = Span(start, start + len(cell))
    assert row_words(TABLE, reading.agreement.tables, span) == words


def test_the_title_of_a_clause_is_said_once() -> None:
    lines = listed(read("# Onderhoud\n\nLeverancier herstelt fouten.\n\nLeverancier meet elke dag.\n"))
    assert sum("Onderhoud" in line for line in lines[3:]) <= 1


def test_marks_of_markdown_are_not_shown() -> None:
    lines = listed(read("# Afspraken\n\n1.1 **Leverancier** levert `data` binnen 3 dagen.\n"))
    assert any("Leverancier levert data binnen 3 dagen." in line for line in lines)


def test_an_opening_stands_before_its_item() -> None:
    lines = listed(
        read("1. Leverancier zal:\na) elke maand rapporteren;\nb) een back-up maken.\n", "lijst.txt")
    )
    assert any("Leverancier zal … elke maand rapporteren" in line for line in lines)


def test_a_long_opening_is_cut_in_the_middle() -> None:
    long = "Leverancier zal, " + "met inachtneming van de regels van goed beheer, " * 6 + "zorgen voor"
    lines = listed(read(f"1. {long}:\na) elke week back-ups maken;\nb) rapporten.\n", "lijst.txt"), width=100)
    assert any("zorgen voor … elke" in " ".join(pair) for pair in pairwise(lines))
    assert " … " in "".join(lines)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", ["permit-desk", "zaaksysteem"])
def test_every_reason_to_check_has_its_own_words(name: str, language: str) -> None:
    reading = reading_of(f"{name}.pdf")
    words = Speaker(language).words
    assert {promise.reason for promise in reading.promises} - {""} <= words["reason"].keys()
    assert {party.reason for party in reading.agreement.parties} - {""} <= words["party"].keys()
    assert {fact.kind for fact in reading.agreement.facts} <= words["fact"].keys()


def test_a_summary_shows_the_earliest_date_first() -> None:
    text = (
        "1.1 Leverancier levert het plan uiterlijk 1 mei 2028.\n\n"
        "1.2 Leverancier levert de data.\n\n"
        "1.3 Leverancier levert de test uiterlijk 1 mei 2027.\n"
    )
    lines = listed(read(text), top=2)
    entries = [line for line in lines if line.startswith("  1.")]
    assert [line.split()[0] for line in entries] == ["1.3", "1.1"]
    assert any("en nog 1" in line for line in lines)

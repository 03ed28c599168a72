"""Markers, numerals, hyphens, titles and contents, each by itself."""

import pytest

from klaar.documents.contents import contents_lines
from klaar.documents.hyphens import Hyphens
from klaar.documents.markers import marker_at
from klaar.documents.numerals import alphabetic, letter, raised, roman
from klaar.documents.titles import ends_sentence, is_title
from klaar.documents.words import document_words

WORDS = document_words()


@pytest.mark.parametrize(
    ("line", "marker", "body"),
    [
        ("11.2 De gids", "11.2", "De gids"),
        ("11.2. de gids", "11.2.", "de gids"),
        ("a) brood", "a)", "brood"),
        ("(iv) bread", "(iv)", "bread"),
        ("1° brood", "1°", "brood"),
        ("§ 3.1 Brot", "§ 3.1", "Brot"),
        ("Artikel 12 – Brood", "Artikel 12", "Brood"),
        ("ARTICLE IV: BREAD", "ARTICLE IV", "BREAD"),
        ("Bijlage B Brood", "Bijlage B", "Brood"),
        ("Artikel 1\\. Brood", "Artikel 1", "Brood"),
        ("1\\. brood", "1.", "brood"),
        ("• brood", "•", "brood"),
        ("- brood", "-", "brood"),
        ("2.1Brood", "2.1", "Brood"),
        ("2.11.4monitor", "2.11.4", "monitor"),
        ("3 Brood", "3", "Brood"),
        ("B.2.1 Brood", "B.2.1", "Brood"),
        ("1.2(a) Bread", "1.2(a)", "Bread"),
    ],
)
def test_markers(line: str, marker: str, body: str) -> None:
    found = marker_at(line, 0, len(line), WORDS)
    assert found is not None
    assert (found.text, line[found.body :]) == (marker, body)


@pytest.mark.parametrize(
    "line",
    [
        "Artikel 12 is van toepassing", "1.000 euro", "09.00 uur", "99.5 % van", "30 dagen na", "2027 komt",
        "de gids", "en. zo", "Aan de poort", "-5 graden", "zo. dus",
    ],
)  # fmt: skip
def test_what_is_no_marker(line: str) -> None:
    assert marker_at(line, 0, len(line), WORDS) is None


@pytest.mark.parametrize(
    ("one", "two", "follows"),
    [
        ("a) x", "b) x", True), ("h. x", "i. x", True), ("i. x", "ii. x", True), ("9. x", "10. x", True),
        ("11.2 x", "11.3 x", True), ("a) x", "c) x", False), ("a) x", "b. x", False),
        ("1. x", "b. x", False),
        ("- x", "- x", True), ("- x", "* x", False), ("Artikel 1", "Artikel 2", True),
        ("z. x", "aa. x", True),
    ],
)  # fmt: skip
def test_what_follows_what(one: str, two: str, follows: bool) -> None:
    first, second = marker_at(one, 0, len(one), WORDS), marker_at(two, 0, len(two), WORDS)
    assert first is not None
    assert second is not None
    assert second.follows(first) is follows


def test_numerals() -> None:
    assert [letter(count) for count in (1, 26, 27, 28)] == ["a", "z", "aa", "bb"]
    assert [alphabetic(count) for count in (1, 26, 27, 28)] == ["a", "z", "aa", "ab"]
    assert [roman(count) for count in (1, 4, 9, 14, 40, 99)] == ["i", "iv", "ix", "xiv", "xl", "xcix"]
    assert raised("10") == "¹⁰"


PROSE = ["De beschikbaarheid van het non-foodschap en het fietsenhok is groot.", "De property is related."]


@pytest.mark.parametrize(
    ("before", "after", "glue"),
    [
        ("de beschik-", "baarheid van", (1, "")),
        ("het non-", "foodschap is", (0, "")),
        ("de SLA-", "niveaus van", (0, "")),
        ("de in-", "en uitvoer", (0, " ")),
        ("voor- of", "nadeel", (0, " ")),
        ("de voor-", "of nadelen", (0, " ")),
        ("een e-", "mail aan", (0, "")),
        ("de property-", "related kosten", (0, "")),
        ("out-of-", "scope work", (0, "")),
        ("de verant-", "woordelijke", (1, "")),
        ("in Noord-", "Holland", (0, "")),
        ("gewoon", "door", (0, " ")),
    ],
)
def test_hyphens_at_line_ends(before: str, after: str, glue: tuple[int, str]) -> None:
    assert Hyphens([*PROSE, before, after], WORDS).glue(before, after) == glue


def test_a_text_that_breaks_words_often_is_joined() -> None:
    lines = [
        "de huur-",
        "prijs en de fiets-",
        "keuze van het fiets-",
        "en de keu-",
        "ze van een fiets, een keuze",
    ]
    assert Hyphens(lines, WORDS).glue("de fiets-", "keuze van") == (1, "")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Betaling en facturering", True), ("SLOTBEPALINGEN.", True), ("“Intellectuele eigendom”", True),
        ("De gids levert brood", False), ("de kosten;", False), ("Let op:", False), ("1234", False),
        ("Onderhoud en beheer van de kassa's in de winkels van de vereniging en in haar loodsen", False),
    ],
)  # fmt: skip
def test_titles(line: str, title: bool) -> None:
    assert is_title(line, WORDS) is title


def test_sentence_ends() -> None:
    assert ends_sentence('Hij komt."')
    assert ends_sentence("namelijk:")
    assert not ends_sentence("en dan,")
    assert not ends_sentence("de kosten van")


def test_contents_over_several_lines() -> None:
    lines = [
        "Inhoud",
        "1 Brood 3",
        "2 Taart die zo lang is",
        "dat hij over de regel gaat 5",
        "3 Slot 9",
        "Brood is goed.",
    ]
    numbered = [False, True, True, False, True, False]
    assert list(contents_lines(lines, numbered.__getitem__, WORDS)) == [1, 2, 3, 4]
    assert list(contents_lines(["Hoog 1", "Laag 2"], lambda _: False, WORDS)) == []

"""`klaar explain`: a word, an agreement, a glossary of one's own, and what is wrong with each."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.cli.calling import Said, klaar, one_line

from klaar.cli.exits import Exit

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs" / "schema" / "klaar.terms-1.schema.json").read_text("utf-8")
)
DUTCH = {"LANG": "nl_NL.UTF-8"}
CONTRACT = """# Overeenkomst

Gemeente Lindeveld (hierna: Klant) en Brugwerk ICT B.V. (hierna: Leverancier) komen overeen:

## Artikel 1 Begrippen

1.1 „Werkdag”: maandag tot en met vrijdag, behalve officiële feestdagen.

1.2 „Beschikbaarheid”: de tijd waarin de balie van Klant aanvragen kan invoeren.

## Artikel 2 Dienst

2.1 Leverancier garandeert een Beschikbaarheid van 99,5 % per maand en meldt elke storing binnen één Werkdag.

2.2 Leverancier levert elk jaar een TPM-rapport en een escrow-regeling, en betaalt bij uitval een boete.
"""
OWN = """[permit_desk]
word = "vergunningenbalie"
forms = ["boete"]
what = "Het programma waarin inwoners een vergunning aanvragen."
why = "Ligt het stil, dan kan niemand verder."
"""


@pytest.fixture
def contract(tmp_path: Path) -> Path:
    file = tmp_path / "contract.md"
    file.write_text(CONTRACT, "utf-8")
    return file


@pytest.fixture
def own(tmp_path: Path) -> Path:
    file = tmp_path / "eigen.toml"
    file.write_text(OWN, "utf-8")
    return file


def told(said: Said) -> Any:
    assert said.err == ""
    record = said.json
    Draft202012Validator(SCHEMA).validate(record)
    return record


def test_a_word_is_explained() -> None:
    said = klaar("explain", "fatale", "termijnen")
    assert said.code == Exit.DONE
    assert said.out.splitlines()[0] == "fatale termijnen (een ander woord voor fatale termijn)"
    assert "  Wat het is: " in said.out
    assert "  Bijvoorbeeld: " in said.out
    assert "  Zie ook: " in said.out


COMPOUNDS = [
    ("uptimegarantie", ["uptime", "garantie"]),
    ("responstijdvenster", ["responstijd", "venster"]),
    ("hersteltijdgaranties", ["hersteltijd", "garanties"]),
    ("patchvenster", ["patch", "venster"]),
]


@pytest.mark.parametrize(("word", "parts"), COMPOUNDS)
def test_a_compound_is_taken_apart(word: str, parts: list[str]) -> None:
    record = told(klaar("explain", word, "--as", "json"))
    assert (record["how"], record["language"]) == ("compound", "nl")
    assert [part["word"] for part in record["parts"]] == parts
    assert all(word[part["start"] : part["end"]] == part["word"] for part in record["parts"])
    assert any(part["term"] for part in record["parts"])


def test_an_abbreviation_says_what_it_is_short_for() -> None:
    record = told(klaar("explain", "DPIA", "--language", "en", "--as", "json"))
    assert record["stands_for"] == "data protection impact assessment"


@pytest.mark.parametrize(("environ", "language"), [(DUTCH, "nl"), ({}, "en")])
def test_a_word_of_both_languages_is_explained_in_that_of_the_computer(
    environ: dict[str, str], language: str
) -> None:
    assert told(klaar("explain", "SLA", "--as", "json", environ=environ))["language"] == language


def test_markdown_has_headings_and_no_marks_of_the_text() -> None:
    lines = klaar("explain", "uptimegarantie", "--as", "md").out.splitlines()
    assert lines[0] == "# uptimegarantie"
    assert "## garantie" in lines


@pytest.mark.parametrize(
    ("word", "near"),
    [("beschikbarheid", "beschikbaarheid"), ("availabilty", "availability"), ("qwxyzzz", "")],
)
def test_an_unknown_word_says_so_and_offers_the_nearest(word: str, near: str) -> None:
    said = klaar("explain", word)
    assert said.code == Exit.MISUSE
    assert f"do not know “{word}”" in one_line(said)
    assert near in said.err


def test_the_terms_of_an_agreement_hardest_first_with_its_own_definitions(contract: Path) -> None:
    record = told(klaar("explain", contract, "--as", "json"))
    used = {each["word"]: each for each in record["used"]}
    assert [each["hard"] for each in record["used"]] == sorted(
        (e["hard"] for e in used.values()), reverse=True
    )
    assert "balie van Klant" in used["Beschikbaarheid"]["own"]["says"]
    assert used["Beschikbaarheid"]["term"]["id"] == "availability"
    assert used["Werkdag"]["own"]["number"] == "1.1"
    for each in record["used"]:
        assert all(CONTRACT[p["start"] : p["end"]] == p["quote"] for p in each["places"])
    assert "2.2" in {p["number"] for p in used["boete"]["places"]}


def test_a_reader_sees_the_agreements_own_words_and_where(contract: Path) -> None:
    out = " ".join(klaar("explain", contract).out.split())
    assert "Deze overeenkomst zegt zelf: “" in out
    assert "(omschreven in artikel 1.2)" in out


def test_jargon_that_nobody_explains_is_named(tmp_path: Path) -> None:
    file = tmp_path / "contract.md"
    file.write_text(CONTRACT.replace("TPM-rapport", "rapport volgens de norm van QZRX"), "utf-8")
    record = told(klaar("explain", file, "--as", "json"))
    assert [(each["word"], each["kind"]) for each in record["unknown"]] == [("QZRX", "abbreviation")]
    assert "QZRX (afkorting) één keer gebruikt: artikel 2.2" in klaar("explain", file).out


def test_a_word_is_explained_as_the_agreement_does(contract: Path) -> None:
    said = klaar("explain", "werkdagen", "--in", contract)
    assert "maandag tot en met vrijdag" in said.out


def test_only_the_hardest(contract: Path) -> None:
    record = told(klaar("explain", contract, "--top", "2", "--as", "json"))
    assert len(record["used"]) == 2
    assert "weggelaten" in klaar("explain", contract, "--top", "2").out


def test_every_form_of_an_agreement_is_written(contract: Path) -> None:
    page = klaar("explain", contract, "--as", "md").out
    assert page.startswith("# Woorden uitgelegd: contract.md (")
    assert "\n### Beschikbaarheid\n" in page


def test_standard_input_and_a_text_without_terms() -> None:
    said = klaar("explain", "-", "--language", "nl", stdin=b"De koster luidt elke dag de klok.\n")
    assert said.out.startswith("standaardinvoer gebruikt geen woord") or "gebruikt geen woord" in said.out


def test_a_teams_own_words_win(contract: Path, own: Path) -> None:
    assert "Het programma waarin inwoners" in klaar("explain", "vergunningenbalie", "--glossary", own).out
    record = told(klaar("explain", contract, "--glossary", own, "--as", "json"))
    assert [each["term"]["source"] for each in record["used"] if each["word"] == "vergunningenbalie"] == [
        str(own)
    ]
    assert "boete" not in {each["word"] for each in record["used"]}


GLOSSARIES = [
    ('[a]\nword = "a"\nwhat = "b"', "why"),
    ('[a]\nword = "a"\nwhat = "b"\nwhy = "c"\ncolour = "d"', "colour"),
    ('[a]\nword = "a"\nwhat = "b"\nwhy = "c"\nhard = 9', "hard"),
    ('[a]\nword = "a"\nwhat = "b"\nwhy = "c"\n[b]\nword = "a"\nwhat = "b"\nwhy = "c"', "two terms"),
    ("a = 1", "[a]"),
    ("", "one term"),
    ("[a", "TOML"),
]


@pytest.mark.parametrize(("text", "names"), GLOSSARIES)
def test_a_glossary_that_cannot_be_used_says_why(text: str, names: str, tmp_path: Path) -> None:
    file = tmp_path / "eigen.toml"
    file.write_text(text, "utf-8")
    said = klaar("explain", "uptime", "--glossary", file)
    assert said.code == Exit.NOT_READ
    assert "eigen.toml" in one_line(said)
    assert names in said.err


MISUSE = [
    ((), Exit.MISUSE),
    (("  ",), Exit.MISUSE),
    (("uptime", "--as", "xml"), Exit.MISUSE),
    (("uptime", "--top", "0"), Exit.MISUSE),
    (("-", "-"), Exit.MISUSE),
    (("weg.pdf",), Exit.NOT_OPENED),
    (("uptime", "--glossary", "weg.toml"), Exit.NOT_OPENED),
    (("uptime", "--in", "weg.pdf"), Exit.NOT_OPENED),
]


@pytest.mark.parametrize(("arguments", "code"), MISUSE)
def test_what_cannot_be_done_is_told_in_one_line(arguments: tuple[str, ...], code: Exit) -> None:
    said = klaar("explain", *arguments)
    assert said.code == code
    one_line(said)


def test_an_agreement_in_another_language() -> None:
    text = "La société livre le système dans un délai de trente jours après la commande du client.\n" * 9
    said = klaar("explain", "-", stdin=text.encode())
    assert said.code == Exit.OTHER_LANGUAGE
    assert "--language" in one_line(said)

"""`klaar times`: the times in a text, for a reader and as JSON."""

import json
from pathlib import Path

import pytest
from calling import klaar, one_line
from jsonschema import Draft202012Validator

from klaar.cli.exits import Exit

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "klaar.times-1.schema.json"
TEXT = "De koster luidt elke dag om 9.00 uur, betaalt € 95,- binnen dertig (30) werkdagen en komt op 5 mei."


def test_json_has_every_time_with_its_place_and_keeps_its_contract() -> None:
    said = klaar("times", TEXT, "--language", "nl", "--today", "2027-03-01", "--as", "json")
    told = said.json
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(told)
    assert (told["language"], told["today"]) == ("nl", "2027-03-01")
    assert all(TEXT[time["start"] : time["end"]] == time["quote"] for time in told["times"])
    values = {time["value"] for time in told["times"]}
    assert {"P1D", "09:00", 95, "P30D", "2027-05-05"} <= values


def test_a_reader_gets_a_line_for_each() -> None:
    lines = klaar("times", TEXT, "--language", "nl").out.splitlines()
    assert any("€ 95,- → bedrag: € 95,00" in line for line in lines)
    assert any("dertig (30) werkdagen → duur: 30 werkdagen (P30D)" in line for line in lines)
    assert any("elke dag → herhaling: elke dag (P1D)" in line for line in lines)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Wij leveren het rapport binnen twee weken.", "nl"),
        ("We will deliver the report within two weeks.", "en"),
    ],
)
def test_the_language_is_found_out(text: str, language: str) -> None:
    told = klaar("times", text, "--as", "json").json
    assert told["language"] == language
    assert [time["value"] for time in told["times"]] == ["P2W"]


def test_standard_input_is_read() -> None:
    told = klaar("times", "-", "--language", "en", "--as", "json", stdin=b"Pay within 30 days.\n").json
    assert [time["quote"] for time in told["times"]] == ["30 days"]


def test_without_today_a_relative_day_stays_open() -> None:
    assert (
        klaar("times", "Morgen komt de koster.", "--language", "nl").out
        == "Geen tijden of bedragen gevonden.\n"
    )


def test_a_language_that_cannot_be_told() -> None:
    said = klaar("times", "xyzzy plugh", "--as", "json")
    assert said.code == Exit.OTHER_LANGUAGE
    assert "--language" in one_line(said)


def test_standard_input_that_is_no_text() -> None:
    said = klaar("times", "-", "--language", "nl", stdin=b"\x00\xff\x01\xfe" * 99)
    assert said.code == Exit.NOT_READ
    one_line(said)


def test_an_argument_that_is_no_unicode_still_gives_json() -> None:
    told = klaar("times", "binnen 3 dagen \udcff en 4 uur", "--language", "nl", "--as", "json").json
    assert [time["value"] for time in told["times"]] == ["P3D", "PT4H"]

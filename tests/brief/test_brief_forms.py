"""The forms of a brief hold the same: JSON by its schema, Markdown, the terminal, a page for both sides."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.brief.made import brief_of, brief_text, read_example, read_text, words_on
from tests.cli.agreements import DUTCH, NOTHING

from klaar.brief.forms.given import Given
from klaar.brief.forms.table import FORMS, write_form
from klaar.brief.page.model import Brief

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "klaar.brief-1.schema.json"
READERS_FORMS = ("terminal", "html", "md")


def both(name: str, language: str) -> list[Brief]:
    return [brief_of(name, "client", language), brief_of(name, "it", language)]


def written(form: str, briefs: list[Brief]) -> str:
    return write_form(form, briefs, Given(read_example("permit-desk").reading, width=80)).decode()


def record(briefs: list[Brief]) -> Any:
    return json.loads(written("json", briefs))


def test_json_keeps_to_its_schema() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(record(both("permit-desk", "nl")), schema)
    jsonschema.validate(record([brief_text(NOTHING)]), schema)


def test_every_place_in_json_quotes_the_text() -> None:
    text = read_example("permit-desk").reading.agreement.document.text
    for brief in record(both("permit-desk", "en"))["briefs"]:
        for section in (*brief["sections"], *brief["annexes"]):
            for line in (line for group in section["groups"] for line in group["lines"]):
                fails = line["fails"] or {"at": None}
                for at in (*line["at"], *filter(None, [fails["at"]])):
                    assert section["key"].endswith("missed") or at["quote"] == text[at["start"] : at["end"]]


@pytest.mark.parametrize("form", READERS_FORMS)
def test_a_reader_sees_every_line_of_the_page(form: str) -> None:
    brief = brief_of("permit-desk", "client", "en")
    shown = plain(written(form, [brief]))
    for section in brief.sections:
        if section.key != "dates":
            assert [line.said.text for line in section.lines() if plain(line.said.text) not in shown] == []


def plain(words: str) -> str:
    """Words without what a form puts between them: line ends, marks, escapes."""
    for mark, sign in (
        ("&#x27;", "'"),
        ("&quot;", '"'),
        ("&amp;", "&"),
        ("&gt;", ">"),
        ("\\", ""),
        ("’", "'"),
    ):
        words = words.replace(mark, sign)
    return "".join(words.split())


@pytest.mark.parametrize("form", FORMS)
def test_the_same_brief_gives_the_same_bytes(form: str) -> None:
    if form in (*READERS_FORMS, "json"):
        brief = brief_text(DUTCH)
        given = Given(read_text(DUTCH).reading)
        assert write_form(form, [brief], given) == write_form(form, [brief], given)


def test_no_line_is_wider_than_the_screen() -> None:
    briefs = both("permit-desk", "en")
    shown = write_form("terminal", briefs, Given(read_example("permit-desk").reading, width=60)).decode()
    assert [line for line in shown.splitlines() if len(line) > 60] == []


def test_a_page_for_both_sides_has_two_articles() -> None:
    page = written("html", both("permit-desk", "en"))
    assert page.count("<article") == 2
    assert 'href="#it"' in page
    assert page.count('id="it-must"') == page.count('id="client-must"') == 1


def test_words_of_the_source_carry_its_language() -> None:
    page = written("html", [brief_of("permit-desk", "client", "nl")])
    assert '<html lang="nl">' in page
    assert '<span class="plain" lang="en">' in page
    assert '<q lang="en">' in page


def test_marks_in_an_agreement_do_not_become_markup() -> None:
    text = DUTCH.replace("alle gegevens", "alle <b>gegevens</b> & *foto's*")
    page = write_form("html", [brief_text(text)], Given(read_text(text).reading)).decode()
    assert "<b>" not in page
    assert "&lt;b&gt;" in page


def test_nothing_is_said_in_every_form() -> None:
    brief = brief_text(NOTHING)
    given = Given(read_text(NOTHING, "nl").reading)
    for form in READERS_FORMS:
        assert plain(brief.nothing) in plain(write_form(form, [brief], given).decode())
    assert "".join(words_on(brief).splitlines()[2:]) == ""

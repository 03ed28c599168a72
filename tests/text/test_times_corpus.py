"""Meanings and all their phrasings, as named data: tests/text/times/*.toml."""

import doctest
import importlib
from pathlib import Path
from tomllib import loads
from typing import Any

import pytest

from klaar.text.times import Time, find_times

DATA = Path(__file__).parent / "times"
LANGUAGES = ("nl", "en")
KINDS = ("duration", "set", "percent", "currency", "number", "ordinal", "date")
CARRIERS = {
    "nl": ("{}", "Zie hiervoor: {}.", "Dit is: {}, tenzij anders overeengekomen."),
    "en": ("{}", "For this see: {}.", "This is: {}, unless agreed otherwise."),
}


def read(name: str) -> dict[str, Any]:
    return loads((DATA / f"{name}.toml").read_text("utf-8"))


def phrasings(name: str) -> list[tuple[str, str, dict[str, Any]]]:
    """Language, phrase and meaning; a phrase "context|part" is read as its part."""
    return [
        (language, phrase, {"type": name, **meaning})
        for meaning in read(name)["meaning"]
        for language in LANGUAGES
        for phrase in meaning.get(language, ())
        if phrase not in meaning.get("skip", ())
    ]


def expected(meaning: dict[str, Any], language: str) -> tuple[Any, ...]:
    unit = "%" if meaning["type"] == "percent" else meaning.get("unit", "")
    return (
        meaning["type"],
        meaning["value"],
        unit,
        meaning.get("business", False),
        meaning.get("certain", True),
    )


@pytest.mark.parametrize(
    ("language", "phrase", "meaning"), [case for kind in KINDS for case in phrasings(kind)]
)
def test_every_phrasing_has_its_meaning(language: str, phrase: str, meaning: dict[str, Any]) -> None:
    whole, _, part = phrase.partition("|")
    for carrier in CARRIERS[language]:
        text = carrier.format(whole)
        found = [t for t in find_times(text, language) if text[t.start : t.end] == (part or whole)]
        assert [t[2:] for t in found] == [expected(meaning, language)], text


@pytest.mark.parametrize(("language", "phrase", "meaning"), phrasings("today"))
def test_today_completes_a_date(language: str, phrase: str, meaning: dict[str, Any]) -> None:
    today = read("today")["today"]
    found = find_times(f"{phrase}.", language, today)
    assert [(t.start, t.end, *t[2:]) for t in found] == [(0, len(phrase), *expected(meaning, language))]


@pytest.mark.parametrize(
    ("language", "text"), [(code, t) for code in LANGUAGES for t in read("never")["never"][code]]
)
def test_what_is_never_a_time(language: str, text: str) -> None:
    assert find_times(text, language) == ()


@pytest.mark.parametrize("case", read("sentence")["sentence"], ids=lambda case: case["text"][:40])
def test_all_that_a_sentence_holds(case: dict[str, Any]) -> None:
    text = case["text"]
    assert [f"{text[t.start : t.end]} = {said(t)}" for t in find_times(text, case["language"])] == case[
        "found"
    ]


def said(time: Time) -> str:
    return f"{time.value} {time.unit}".strip()


@pytest.mark.parametrize("kind", [*KINDS, "today"])
def test_every_meaning_is_phrased_in_both_languages(kind: str) -> None:
    only_dutch = {"2028-03-01", "2027-03-01", "2027-03-24"} if kind == "today" else set()
    for meaning in read(kind)["meaning"]:
        assert meaning["value"] in only_dutch or all(meaning[language] for language in LANGUAGES)


def test_the_examples_in_the_documentation_are_true() -> None:
    results = doctest.testmod(importlib.import_module("klaar.text.times.find"))
    assert (results.attempted, results.failed) == (1, 0)

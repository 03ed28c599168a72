"""What sentences promise, in both languages: who, what kind, by when, how measured, unless."""

from typing import Any

import pytest
from promise_texts import (
    LANGUAGES,
    deadline_in_words,
    load_cases,
    measure_in_words,
    promises_of,
    slots_in_words,
)

CASES = {language: load_cases(language) for language in LANGUAGES}
KINDS = {
    "obligations": "obligation",
    "prohibitions": "prohibition",
    "permissions": "permission",
    "exclusions": "exclusion",
    "warranties": "warranty",
}


def cases_of(*tables: str) -> list[Any]:
    """Each case of some tables as (language, text, expected)."""
    return [
        pytest.param(language, text, expected, id=f"{language}-{text[:40]}")
        for language in LANGUAGES
        for table in tables
        for text, expected in CASES[language][table]
    ]


def in_clause(sentence: str) -> str:
    return f"1.1 {sentence}"


def kinds_of(text: str, language: str) -> list[str]:
    return [f"{promise.kind} {promise.bearer}" for promise in promises_of(in_clause(text), language)]


def test_both_languages_have_the_same_tables() -> None:
    assert CASES["nl"].keys() == CASES["en"].keys()
    assert all(sum(map(len, CASES[language].values())) >= 250 for language in LANGUAGES)


@pytest.mark.parametrize("table", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_kinds(language: str, table: str) -> None:
    """One sentence, one promise of this kind, borne by that side."""
    wrong = {
        sentence: found
        for sentence, side in CASES[language][table]
        if (found := kinds_of(sentence, language)) != [f"{KINDS[table]} {side}"]
    }
    assert wrong == {}


@pytest.mark.parametrize(("language", "text", "expected"), cases_of("bearers", "pronouns", "inline"))
def test_who_is_bound(language: str, text: str, expected: str) -> None:
    assert kinds_of(text, language) == expected.split(", ")


@pytest.mark.parametrize(("language", "text", "expected"), cases_of("none"))
def test_what_promises_nothing(language: str, text: str, expected: str) -> None:
    assert kinds_of(text, language) == [], expected


@pytest.mark.parametrize(("language", "text", "expected"), cases_of("deadlines"))
def test_deadlines(language: str, text: str, expected: str) -> None:
    found = promises_of(in_clause(text), language)
    assert [deadline_in_words(promise.deadline) for promise in found] == [expected]


@pytest.mark.parametrize(("language", "text", "expected"), cases_of("since"))
def test_what_a_deadline_counts_from(language: str, text: str, expected: str) -> None:
    (promise,) = promises_of(in_clause(text), language)
    assert promise.deadline is not None
    assert f"{promise.deadline.since or '-'} | {promise.deadline.text}" == expected


@pytest.mark.parametrize(("language", "text", "expected"), cases_of("levels"))
def test_measures(language: str, text: str, expected: str) -> None:
    (promise,) = promises_of(in_clause(text), language)
    assert f"{promise.kind} {promise.bearer} {measure_in_words(promise.measure)}" == expected


@pytest.mark.parametrize(("language", "text", "expected"), cases_of("conditions"))
def test_conditions_exceptions_consequences_and_vague_words(language: str, text: str, expected: str) -> None:
    (promise,) = promises_of(in_clause(text), language)
    assert slots_in_words(promise) == expected


@pytest.mark.parametrize(("language", "text", "expected"), cases_of("lists"))
def test_lists(language: str, text: str, expected: list[str]) -> None:
    found = promises_of(text, language)
    assert [f"{p.kind} {p.bearer}: {p.quote.rstrip(';.,: ')}" for p in found] == expected


@pytest.mark.parametrize(("language", "text", "expected"), cases_of("rows"))
def test_rows_of_tables(language: str, text: str, expected: list[str]) -> None:
    found = [
        (promise, promise.measure or promise.deadline) for promise in promises_of(text, language, "text.md")
    ]
    assert [f"{p.kind} {p.bearer} {slot[0]} {slot.value}" for p, slot in found if slot] == expected
    assert len(found) == len(expected)

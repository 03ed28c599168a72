from pathlib import Path
from tomllib import loads
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klaar.clauses.facts import find_facts
from klaar.clauses.model import Fact
from klaar.clauses.split import split_clauses
from klaar.documents.read import read_document
from klaar.text.data import load_words

CASES = loads((Path(__file__).parent / "facts_cases.toml").read_text("utf-8"))["case"]
ONE_OF_A_KIND = {
    "title",
    "agreement_date",
    "start",
    "end",
    "term",
    "renewal",
    "notice",
    "payment_term",
    "law",
    "court",
}


def facts_of(text: str, language: str) -> tuple[Fact, ...]:
    document = read_document(text.encode(), "agreement.md")
    return find_facts(document, split_clauses(document, language), language)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_facts_are_found(case: dict[str, Any]) -> None:
    found: dict[str, list[str]] = {}
    for fact in facts_of(case["text"], case["language"]):
        found.setdefault(fact.kind, []).append(fact.value)
    for kind, value in case["facts"].items():
        assert found.get(kind) == (value if isinstance(value, list) else [value]), kind
    for kind in case.get("none", []):
        assert kind not in found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_fact_stands_at_its_words(case: dict[str, Any]) -> None:
    facts = facts_of(case["text"], case["language"])
    for fact in facts:
        words = case["text"][fact.start : fact.end]
        assert words == words.strip()
        assert words
        assert "\n\n" not in words
    for kind in ONE_OF_A_KIND:
        assert sum(fact.kind == kind for fact in facts) <= 1


PIECES = [line for case in CASES for line in case["text"].splitlines() if line]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES) | st.text("aB 1.,:€|(\n§é", max_size=40), max_size=12),
    st.sampled_from(["nl", "en"]),
)
def test_any_text_keeps_its_places(lines: list[str], language: str) -> None:
    text = "\n".join(["Partijen", *lines])
    document = read_document(text.encode(), "agreement.txt")
    for fact in find_facts(document, split_clauses(document, language), language):
        assert 0 <= fact.start < fact.end <= len(document.text)
        assert fact.value


def test_a_text_without_facts_has_none() -> None:
    assert facts_of("De klant en de leverancier werken prettig samen.", "nl") == ()


def test_both_languages_have_words_for_every_fact() -> None:
    nl, en = load_words("nl", "facts"), load_words("en", "facts")
    assert nl.keys() == en.keys()
    for kind, words in nl.items():
        assert words.keys() == en[kind].keys(), kind
        assert all(words.values())
        assert all(en[kind].values())

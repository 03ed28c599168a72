"""Sentences that bind by their words and gave no promise."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klaar.clauses.agreement import build_agreement
from klaar.documents.read import read_document
from klaar.promises.find import find_promises
from klaar.promises.model import Promise, Slot
from klaar.promises.uncovered import find_uncovered

CASES = tomllib.loads(Path(__file__).with_name("uncovered_cases.toml").read_text(encoding="utf-8"))
SENTENCES = [sentence for half in CASES.values() for part in half.values() for sentence in part]


def uncovered(text: str, language: str, *, read: bool = False) -> tuple[Slot, ...]:
    """Those of a text in which no promise was found, or with `read` those that were."""
    agreement = build_agreement(read_document(text.encode(), "tekst.txt"), language)
    promises: tuple[Promise, ...] = find_promises(agreement) if read else ()
    return find_uncovered(agreement, promises)


def in_text(sentence: str) -> str:
    return f"Afspraken\n\n1.1 {sentence}\n"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_both_languages_have_cases(language: str) -> None:
    assert min(len(CASES[language]["told"]), len(CASES[language]["left"])) >= 3


@pytest.mark.parametrize(
    ("language", "sentence"), [(code, each) for code, half in CASES.items() for each in half["told"]]
)
def test_a_sentence_that_binds_is_told(language: str, sentence: str) -> None:
    assert [slot.text for slot in uncovered(in_text(sentence), language)] == [sentence]


@pytest.mark.parametrize(
    ("language", "sentence"), [(code, each) for code, half in CASES.items() for each in half["left"]]
)
def test_a_sentence_that_does_not_is_left(language: str, sentence: str) -> None:
    assert uncovered(in_text(sentence), language) == ()


def test_what_a_promise_holds_is_covered() -> None:
    assert uncovered(in_text("Leverancier zal de data leveren."), "nl", read=True) == ()
    assert uncovered(in_text("Leverancier zal de data leveren."), "nl") != ()


def test_what_opens_a_list_is_covered_by_its_items() -> None:
    text = "1. Leverancier zal:\na) elke maand rapporteren;\nb) elke dag een back-up maken.\n"
    assert uncovered(text, "nl", read=True) == ()


@given(st.lists(st.sampled_from(SENTENCES), max_size=6), st.sampled_from(["nl", "en"]))
def test_places_are_exact_and_in_order(sentences: list[str], language: str) -> None:
    text = "".join(f"{number}.1 {sentence}\n\n" for number, sentence in enumerate(sentences, 1)) or "Leeg."
    found = uncovered(text, language)
    assert all(text[slot.start : slot.end] == slot.text for slot in found)
    assert all(one.end <= two.start for one, two in pairwise(found))

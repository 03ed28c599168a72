"""Places are exact in any text, ids stay, and the work grows with the text alone."""

import sys
from collections.abc import Iterator
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from promise_texts import LANGUAGES, agreement_of, load_cases, promises_of

from klaar.promises.find import find_promises
from klaar.promises.model import Deadline, Promise, Slot

SENTENCES = {
    language: [
        text
        for table, cases in load_cases(language).items()
        if table not in ("lists", "rows")
        for text, _ in cases
    ]
    for language in LANGUAGES
}
ODD = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t"), max_size=60)


def slots_of(promise: Promise) -> Iterator[Slot | Deadline]:
    slots = (promise.condition, promise.exception, promise.consequence, promise.opening, promise.deadline)
    yield from (slot for slot in slots if slot)
    yield from promise.vague


def assert_exact(text: str, promises: tuple[Promise, ...]) -> None:
    for promise in promises:
        assert text[promise.start : promise.end] == promise.quote == promise.quote.strip()
        assert any(map(str.isalnum, promise.quote))
        assert promise.party in text
        for slot in slots_of(promise):
            assert text[slot.start : slot.end] == slot.text


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_places_are_exact_in_shuffled_clauses_with_odd_text(language: str, data: st.DataObject) -> None:
    parts = data.draw(st.lists(st.sampled_from(SENTENCES[language]) | ODD, max_size=8))
    text = "\n\n".join(f"1.{number} {part}" for number, part in enumerate(parts, 1))
    agreement = agreement_of(text, language)
    assert_exact(agreement.document.text, find_promises(agreement))


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=60, deadline=None)
@given(text=st.lists(ODD, max_size=6).map("\n".join))
def test_no_text_makes_it_stumble(language: str, text: str) -> None:
    agreement = agreement_of(text, language)
    assert_exact(agreement.document.text, find_promises(agreement))


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_words_in_any_order_do_not_make_it_stumble(language: str, data: st.DataObject) -> None:
    words = sorted({word for sentence in SENTENCES[language] for word in sentence.split()})
    text = " ".join(
        data.draw(st.lists(st.sampled_from([*words, ",", ";", "(", ")", ":", "(a)"]), max_size=40))
    )
    agreement = agreement_of(text, language)
    assert_exact(agreement.document.text, find_promises(agreement))


@pytest.mark.parametrize("language", LANGUAGES)
def test_reading_again_gives_the_same(language: str) -> None:
    text = "\n\n".join(SENTENCES[language])
    assert promises_of(text, language) == promises_of(text, language)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_ids_stay_when_text_elsewhere_changes(language: str, data: st.DataObject) -> None:
    """A clause keeps its promises' ids whatever other clauses stand before and behind it."""
    one, *others = data.draw(
        st.lists(st.sampled_from(SENTENCES[language]), min_size=1, max_size=4, unique=True)
    )
    alone = {p.id for p in promises_of(f"1.1 {one}", language)}
    for clauses in ((one, *others), (*others, one)):
        text = "\n\n".join(f"1.{number} {clause}" for number, clause in enumerate(clauses, 1))
        assert alone <= {p.id for p in promises_of(text, language)}


def test_the_same_words_twice_get_two_ids() -> None:
    first, second = promises_of("1.1 Klant betaalt.\n\n1.2 Klant betaalt.", "nl")
    assert second.id == f"{first.id}-2"


def calls_of(text: str, language: str) -> int:
    """How many functions are called to find the promises of a text."""
    agreement, count = agreement_of(text, language), 0

    def tell(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event == "call"

    find_promises(agreement)
    before = sys.getprofile()
    sys.setprofile(tell)
    try:
        find_promises(agreement)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_work_is_linear_in_the_number_of_clauses(language: str) -> None:
    clauses = [f"1.{number} {text}" for number, text in enumerate(SENTENCES[language], 1)]
    once = calls_of("\n\n".join(clauses), language)
    four = calls_of("\n\n".join(clauses * 4), language)
    assert four < once * 4.4


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        ("nl", "Klant betaalt en "),
        ("nl", "die, dat, als (a) "),
        ("nl", "binnen 30 dagen na "),
        ("en", "Client shall pay and "),
        ("en", "which, that, if (a) "),
        ("en", "within 30 days after "),
    ],
)
def test_the_work_is_linear_in_the_length_of_a_sentence(language: str, piece: str) -> None:
    short, long = calls_of(piece * 50, language), calls_of(piece * 200, language)
    assert long < short * 5 + 1000

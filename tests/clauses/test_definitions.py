"""The words that an agreement defines, and where it uses them."""

import pytest
from clause_cases import Case, document, load, names, read
from hypothesis import given
from hypothesis import strategies as st

from klaar.clauses.definitions import find_terms
from klaar.clauses.definitions_words import forms
from klaar.clauses.model import Term
from klaar.clauses.split import split_clauses

CASES = load("definitions_cases.toml")


def terms_of(case: Case) -> tuple[str, tuple[Term, ...]]:
    made, structure = read(case)
    return made.text, find_terms(made, structure, case.get("language", "nl"))


def flat(words: str) -> str:
    return " ".join(words.split())


@pytest.mark.parametrize("case", CASES, ids=names(CASES))
def test_the_words_that_are_defined(case: Case) -> None:
    text, terms = terms_of(case)
    wanted = [tuple(line.split(" = ")) for line in case["terms"]]
    assert [term.word for term in terms] == [word for word, _ in wanted]
    for term, (_, begins) in zip(terms, wanted, strict=True):
        assert flat(text[term.start : term.end]).startswith(begins)


@pytest.mark.parametrize("case", [case for case in CASES if "uses" in case], ids=lambda case: case["name"])
def test_the_uses_of_a_word(case: Case) -> None:
    text, terms = terms_of(case)
    uses = {term.word: [flat(span.of(text)) for span in term.uses] for term in terms}
    assert {word: uses[word] for word in case["uses"]} == case["uses"]


@pytest.mark.parametrize(
    ("word", "language", "form"),
    [
        ("Dienst", "nl", "Diensten"),
        ("Gebrek", "nl", "Gebreken"),
        ("Pakket", "nl", "Pakketten"),
        ("Taal", "nl", "Talen"),
        ("Tarief", "nl", "Tarieven"),
        ("Gebruiker", "nl", "Gebruikers"),
        ("Persoonsgegevens", "nl", "Persoonsgegeven"),
        ("Policy", "en", "Policies"),
        ("Parties", "en", "Party"),
        ("Service", "en", "Services"),
        ("Services", "en", "Service"),
    ],
)
def test_the_forms_of_a_word(word: str, language: str, form: str) -> None:
    assert form in forms(word, language)


@given(
    st.lists(
        st.sampled_from(
            ["“Dienst” betekent hosting.", "(hierna: “Klant”)", "Dienst", "x", "\n\n", " ", "1.1 "]
        )
    )
)
def test_uses_are_exact_and_outside_the_definition(pieces: list[str]) -> None:
    made = document(" ".join(pieces) + " .")
    terms = find_terms(made, split_clauses(made, "nl"), "nl")
    for term in terms:
        assert 0 <= term.start < term.end <= len(made.text)
        for use in term.uses:
            assert use.of(made.text).lower().startswith(term.word.lower()[:3])
            assert use.end <= term.start or use.start >= term.end

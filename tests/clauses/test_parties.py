from pathlib import Path
from tomllib import loads
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klaar.clauses.model import Party
from klaar.clauses.parties import find_parties
from klaar.clauses.parties_words import PartyWords, party_words
from klaar.clauses.split import split_clauses
from klaar.documents.read import read_document
from klaar.text.data import load_words
from klaar.text.words import split_words

CASES = [
    case
    for path in sorted(Path(__file__).parent.glob("parties*_cases.toml"))
    for case in loads(path.read_text("utf-8"))["case"]
]


def parties_of(text: str, language: str, **sides: tuple[str, ...]) -> tuple[Party, ...]:
    document = read_document(text.encode(), "agreement.md")
    return find_parties(document, split_clauses(document, language), language, **sides)


def side_of(words: PartyWords, name: str) -> str:
    tokens = split_words(name)
    entry = words.at(tokens.lows, 0, name[0].isupper())
    return entry.side if entry and len(entry.words) == len(tokens.lows) else ""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_names_stand_on_their_side(case: dict[str, Any]) -> None:
    parties = parties_of(case["text"], case["language"])
    words = party_words(parties, case["language"])
    said = {
        name: (side, side_of(words, name))
        for side in ("it", "client", "other", "both")
        for name in case.get(side, [])
    }
    assert {name: got for name, (_, got) in said.items()} == {name: side for name, (side, _) in said.items()}
    assert [name for name in case.get("none", []) if side_of(words, name)] == []
    companies = {party.name: party.company for party in parties}
    for name, company in case.get("company", {}).items():
        assert companies[name] == company


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_party_stands_at_its_place(case: dict[str, Any]) -> None:
    for party in parties_of(case["text"], case["language"]):
        words = case["text"][party.start : party.end]
        assert words == words.strip()
        assert party.company in words
        assert any(name in words for name in (party.name, *party.aliases))


def test_a_given_side_wins() -> None:
    case = next(case for case in CASES if case["name"] == "an English opening with companies and roles")
    parties = parties_of(case["text"], "en", it=("Customer",), client=("Larkfield Systems Ltd",))
    words = party_words(parties, "en")
    assert side_of(words, "Customer") == "it"
    assert side_of(words, "Supplier") == "client"


def test_a_given_name_is_taken_where_the_text_does_not_introduce_it() -> None:
    parties = parties_of("De Tafelronde beslist. Tafelronde levert niets.", "nl", client=("Tafelronde",))
    assert [(party.name, party.side) for party in parties] == [("Tafelronde", "client")]


def test_two_companies_with_one_role_are_to_be_checked() -> None:
    text = (
        'Tussen Alder B.V., gevestigd te Ede, hierna te noemen "Verwerker", en Birch B.V., gevestigd te Epe,'
        ' hierna te noemen "Verwerker". Verwerker verwerkt persoonsgegevens.'
    )
    party = next(party for party in parties_of(text, "nl") if party.name == "Verwerker")
    assert (party.certainty, party.reason) == ("check", "role_twice")


def test_both_sides_together() -> None:
    words = party_words((), "en")
    assert side_of(words, "each party") == "both"
    assert side_of(words, "Either of the parties") == "both"
    assert side_of(party_words((), "nl"), "elk der partijen") == "both"


def test_a_common_word_counts_only_with_a_capital() -> None:
    words = party_words((Party("Prime", "client", (), "", 0, 5),), "en")
    assert side_of(words, "Prime's") == "client"
    assert side_of(words, "prime") == ""


def test_the_longest_name_is_found_first() -> None:
    parties = (
        Party("Customer", "client", ("Customer Support Team",), "", 0, 8),
        Party("Support", "it", (), "", 0, 7),
    )
    tokens = split_words("Customer Support Team answers.")
    entry = party_words(parties, "en").at(tokens.lows, 0, True)
    assert entry is not None
    assert entry.words == ("customer", "support", "team")


def test_a_text_without_parties_has_none() -> None:
    assert parties_of("Het regent al drie dagen.", "nl") == ()


PIECES = [line for case in CASES for line in case["text"].splitlines() if line]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text("aB 1.,:(\"'”“[{}]\n", max_size=40), max_size=12))
def test_any_text_keeps_its_places(lines: list[str]) -> None:
    text = "\n".join(["Partijen", *lines])
    for language in ("nl", "en", "other"):
        for party in parties_of(text, language):
            assert 0 <= party.start <= party.end <= len(text)
            assert party.name
            assert party.certainty == ("check" if party.reason else "sure")


def test_both_languages_have_the_same_lists() -> None:
    def shape(data: dict[str, Any]) -> dict[str, Any]:
        return {key: shape(value) if isinstance(value, dict) else bool(value) for key, value in data.items()}

    assert shape(load_words("nl", "parties")) == shape(load_words("en", "parties"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_no_name_stands_on_two_sides(case: dict[str, Any]) -> None:
    sides: dict[str, set[str]] = {}
    for party in parties_of(case["text"], case["language"]):
        for name in (party.name, *party.aliases):
            sides.setdefault(name.lower(), set()).add(party.side)
    assert {name: found for name, found in sides.items() if len(found) > 1} == {}

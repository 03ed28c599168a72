"""Words of one version found in the letters of the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klaar.brief.marked.letters import Search, letters


@given(st.text())
def test_every_letter_knows_its_place(text: str) -> None:
    said, places = letters(text)
    assert "".join(text[place] for place in places) == said
    assert not any(letter.isspace() for letter in said)


@given(st.lists(st.text("abc ", max_size=8), max_size=8))
def test_stretches_in_order_are_found_in_order(parts: list[str]) -> None:
    search, at = Search("".join("".join(part.split()) for part in parts)), 0
    for part in parts:
        wanted = "".join(part.split())
        found = search.find(wanted)
        if wanted:
            assert found is not None
            assert found.start >= at
            at = found.end


@pytest.mark.parametrize(
    ("said", "first", "then", "place"),
    [
        ("abcdef", "cd", "ab", 0),
        ("abcabdef", "de", "ab", None),
        ("abc", "x", "abc", 0),
        ("abc", "abc", "", None),
    ],
)
def test_what_stands_before_is_found_when_it_stands_there_once(
    said: str, first: str, then: str, place: int | None
) -> None:
    search = Search(said)
    search.find(first)
    found = search.find(then)
    assert (found.start if found else None) == place

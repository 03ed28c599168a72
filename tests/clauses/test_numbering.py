"""What the number before a clause says."""

from pathlib import Path
from tomllib import loads

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klaar.clauses.numbering import read_label
from klaar.clauses.numbering_words import LANGUAGES, clause_map, clause_words, label_families

CASES = loads((Path(__file__).parent / "numbering_cases.toml").read_text(encoding="utf-8"))
LABELS = [(marker, case) for case in CASES["label"] for marker in case["markers"]]
SECTIONS = {
    "labels": ["annex", "chapter", "article", "below"],
    "headings": ["page", "caption", "contents", "definition", "recital", "signature"],
    "phrases": ["recital", "agreed", "signature", "signature_sure", "field", "following"],
    "sentence": ["starters", "binding", "modals", "articles", "small"],
    "define": ["after", "named", "giving", "lead", "heads", "under", "being", "meant", "or", "endings"],
    "refer": [
        "top",
        "here",
        "annex",
        "previous",
        "next",
        "and",
        "to",
        "sure",
        "of",
        "the",
        "near",
        "whole",
        "units",
    ],
    "laws": ["names", "kinds", "inside", "own", "other"],
}


@pytest.mark.parametrize(("marker", "case"), LABELS, ids=[marker for marker, _ in LABELS])
def test_a_number_is_read(marker: str, case: dict[str, object]) -> None:
    label = read_label(marker)
    assert label is not None
    found = {
        "family": label.family,
        "word": label.word,
        "number": label.number,
        "path": list(label.path),
        "shape": label.shape,
    }
    assert {key: found[key] for key in case if key != "markers"} == {
        key: value for key, value in case.items() if key != "markers"
    }


@pytest.mark.parametrize("marker", CASES["none"]["markers"])
def test_a_bullet_or_a_word_is_no_number(marker: str) -> None:
    assert read_label(marker) is None


@pytest.mark.parametrize(
    ("marker", "counts"),
    [
        ("(i)", {("letter", 9), ("roman", 1)}),
        ("(b)", {("letter", 2)}),
        ("C.", {("upper letter", 3), ("upper roman", 100)}),
        ("(aa)", {("letter", 27)}),
        ("4.", {("decimal", 4)}),
    ],
)
def test_a_letter_may_count_in_two_ways(marker: str, counts: set[tuple[str, int]]) -> None:
    label = read_label(marker)
    assert label is not None
    assert set(label.counts) == counts


@given(st.text(max_size=20))
def test_any_marker_gives_a_label_or_none(marker: str) -> None:
    label = read_label(marker)
    assert label is None or (label.path and label.number)


@given(st.lists(st.integers(1, 99), min_size=2, max_size=4))
def test_a_number_with_parts_keeps_them(parts: list[int]) -> None:
    label = read_label(".".join(map(str, parts)))
    assert label is not None
    assert label.path == tuple(map(str, parts))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("section", "key"), [(section, key) for section in SECTIONS for key in SECTIONS[section]]
)
def test_both_languages_have_every_list_of_words(section: str, key: str, language: str) -> None:
    words = clause_words(section, key, (language,))
    assert words
    assert all(word == word.lower().strip() for word in words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_are_of_known_labels(language: str) -> None:
    known = set(label_families()) | clause_words("labels", "below")
    plurals = clause_map("plurals", (language,))
    assert plurals
    assert set(plurals.values()) <= known
    assert clause_map("ordinals", (language,))

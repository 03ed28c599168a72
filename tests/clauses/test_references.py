"""Words that point at another place in the agreement."""

from itertools import pairwise

import pytest
from clause_cases import Case, document, load, names, read
from hypothesis import given
from hypothesis import strategies as st

from klaar.clauses.references import find_references
from klaar.clauses.split import split_clauses

CASES = load("references_cases.toml")
WORDS = [
    "artikel 1",
    "artikel 1.2 en 3",
    "lid 2",
    "dit artikel",
    "AVG",
    "\n\n1. Dienst\n\n",
    "\n\n1.1 Klant",
    "Bijlage A",
    ",",
]


@pytest.mark.parametrize("case", CASES, ids=names(CASES))
def test_the_references_of_a_text(case: Case) -> None:
    made, structure = read(case)
    found = [
        f"{made.text[r.start : r.end]} -> {structure.clauses[r.target].number if r.target >= 0 else '-'}"
        for r in find_references(made, structure, case.get("language", "nl"))
    ]
    assert found == case["references"]


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_references_are_in_order_and_point_at_clauses(words: list[str]) -> None:
    made = document(" ".join(words) + " .")
    structure = split_clauses(made, "nl")
    found = find_references(made, structure, "nl")
    assert all(one.end <= two.start for one, two in pairwise(found))
    for each in found:
        assert -1 <= each.target < len(structure.clauses)
        assert made.text[each.start : each.end].strip() == made.text[each.start : each.end] != ""

"""Texts become clauses with the numbers that a reader would cite."""

import pytest
from clause_cases import Case, load, names, read

CASES = load("split_cases.toml")


@pytest.mark.parametrize("case", CASES, ids=names(CASES))
def test_the_clauses_of_a_text(case: Case) -> None:
    _, structure = read(case)
    assert [f"{c.level} {c.number} | {c.title}".strip() for c in structure.clauses] == case["clauses"]


@pytest.mark.parametrize("case", [case for case in CASES if "within" in case], ids=lambda case: case["name"])
def test_the_clause_that_words_stand_in(case: Case) -> None:
    document, structure = read(case)
    for words, number in case["within"].items():
        place = document.text.index(words)
        passage = next(p for p in structure.passages if p.start <= place < p.end)
        assert structure.clauses[passage.clause].number == number

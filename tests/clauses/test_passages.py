"""Texts become passages, each with the passage that opens its list."""

import pytest
from clause_cases import Case, load, names, read

from klaar.clauses.model import Passage

CASES = load("passages_cases.toml")


def told(text: str, passages: tuple[Passage, ...], index: int) -> str:
    """A passage as the cases write it."""
    passage = passages[index]

    def words(each: Passage) -> str:
        return " ".join(text[each.start : each.end].split())

    opening = (
        f" < {words(passages[passage.opening])}" if passage.opening >= 0 and passage.kind != "skip" else ""
    )
    zone = f" @{passage.zone}" if passage.zone != "body" else ""
    return f"{passage.kind}: {words(passage)}{opening}{zone}"


@pytest.mark.parametrize("case", CASES, ids=names(CASES))
def test_the_passages_of_a_text(case: Case) -> None:
    document, structure = read(case)
    found = [told(document.text, structure.passages, index) for index in range(len(structure.passages))]
    wanted = case["passages"]
    assert [line for line in found if not line.startswith("skip") or line in wanted] == wanted

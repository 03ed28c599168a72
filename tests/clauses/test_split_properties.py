"""What holds for the parts of any text at all."""

import re
import sys
from collections.abc import Callable
from typing import Any

import pytest
from clause_cases import document
from hypothesis import given
from hypothesis import strategies as st

from klaar.clauses.definitions import find_terms
from klaar.clauses.model import Structure
from klaar.clauses.references import find_references
from klaar.clauses.split import split_clauses
from klaar.documents import Document

LINES = [
    "Artikel 1 – Definities",
    "Artikel 2 Dienst",
    "1.1 Leverancier zal:",
    "1.2 Klant: ieder die een overeenkomst sluit.",
    "2.1 Supplier shall host the platform.",
    "a) de data leveren;",
    "b) rapporteren.",
    "(i) availability; and",
    "(ii) incidents",
    "1. Diensten",
    "2. De dienst is 24 uur per dag bereikbaar.",
    "- een punt",
    "  - een dieper punt:",
    "ALGEMENE BEPALINGEN",
    "Bijlage A Prijzen",
    "Schedule B",
    "## Hoofdstuk 2",
    "> een aanhaling",
    "| P1 | 1 uur |",
    "|---|---|",
    "```",
    "Inhoudsopgave",
    "1 Diensten 2",
    "2 Prijzen 4",
    "Aldus overeengekomen:",
    "Naam: ........",
    "WHEREAS, Customer needs a platform;",
    "een gewone regel die verder gaat",
    "Leverancier levert de hosting, zoals in artikel 1.2 staat.",
    "",
    "",
    "",
]
FORMS = ["txt", "md"]
ANY = st.text(st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn"]) | st.just("\n"), max_size=200)
TEXTS = st.one_of(st.lists(st.sampled_from(LINES), max_size=40).map("\n".join), ANY)
LABEL_WORDS = 3


def parts(text: str, form: str) -> tuple[Document, Structure]:
    made = document(text, form)
    return made, split_clauses(made, "nl")


@given(TEXTS, st.sampled_from(FORMS))
def test_passages_are_exact_and_in_order(text: str, form: str) -> None:
    made, structure = parts(f"{text}\n.", form)
    end = 0
    for passage in structure.passages:
        assert end <= passage.start <= passage.end <= len(made.text)
        end = passage.end
        if passage.kind != "skip":
            words = made.text[passage.start : passage.end]
            assert words
            assert words.strip() == words


@given(TEXTS, st.sampled_from(FORMS))
def test_passages_leave_out_no_more_than_a_number(text: str, form: str) -> None:
    made, structure = parts(f"{text}\n.", form)
    covered = bytearray(len(made.text))
    for passage in structure.passages:
        covered[passage.start : passage.end] = b"\1" * (passage.end - passage.start)
    for block in made.blocks:
        left = "".join(
            c if not covered[block.start + i] else " "
            for i, c in enumerate(made.text[block.start : block.end])
        )
        assert len(re.findall(r"[^\W_]+", left)) <= LABEL_WORDS * max(1, left.count("\n"))


@given(TEXTS, st.sampled_from(FORMS))
def test_clauses_lie_in_their_parents(text: str, form: str) -> None:
    made, structure = parts(f"{text}\n.", form)
    clauses = structure.clauses
    assert len({clause.id for clause in clauses}) == len(clauses)
    for index, clause in enumerate(clauses):
        assert 0 <= clause.start <= clause.end <= len(made.text)
        assert -1 <= clause.parent < index
        if clause.parent >= 0:
            parent = clauses[clause.parent]
            assert parent.start <= clause.start <= clause.end <= parent.end
            assert clause.level == parent.level + 1
        else:
            assert clause.level == 1


@given(TEXTS, st.sampled_from(FORMS))
def test_passages_lie_in_their_clause_and_open_backwards(text: str, form: str) -> None:
    _, structure = parts(f"{text}\n.", form)
    for index, passage in enumerate(structure.passages):
        assert -1 <= passage.clause < len(structure.clauses)
        assert -1 <= passage.opening < index
        if passage.opening >= 0 and passage.kind != "skip":
            assert structure.passages[passage.opening].kind not in {"skip", "row"}
        if passage.clause >= 0 and passage.kind != "skip":
            clause = structure.clauses[passage.clause]
            assert clause.start <= passage.start < clause.end


@given(st.lists(st.sampled_from(LINES), max_size=30).map("\n\n".join), st.sampled_from(FORMS))
def test_a_paragraph_at_the_end_changes_nothing_before(text: str, form: str) -> None:
    text += "\n\n```\n" if text.count("```") % 2 else ""
    text += "\n\nDeze zin staat aan het einde van de tekst en zegt verder niets van belang."
    _, before = parts(text, form)
    _, after = parts(text + "\n\nHierna volgt nog een zin die evenmin iets te betekenen heeft.", form)
    ended = len(text)
    assert [clause for clause in before.clauses if clause.end < ended] == [
        clause for clause in after.clauses if clause.end < ended
    ]
    assert before.passages == after.passages[: len(before.passages)]


def calls(work: Callable[[], Any]) -> int:
    """How many functions are called, in Python and in C."""
    count = 0

    def note(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def everything(made: Document) -> None:
    structure = split_clauses(made, "nl")
    find_terms(made, structure, "nl")
    find_references(made, structure, "nl")


@pytest.mark.parametrize(
    "piece",
    [
        "Artikel {n} Dienst\n\n{n}.1 Leverancier zal:\n\na) leveren volgens artikel {n};\n\nb) melden.\n\n",
        "“Woord{n}” betekent iets. De Woord{n} en lid {n}.\n\n",
        "Bijlage {n}\n\n",
        "(a) x\n\n",
        "- x:\n\n",
        "iets:\n\n",
        "i. x\n\n",
        "Inhoud\n\n1 Dienst 2\n\n",
        "Naam: ......\n\nGetekend te Utrecht\n\n",
        "((((“““",
        "1.1.1.1.1.1 ",
    ],
)
def test_twice_the_text_is_twice_the_work(piece: str) -> None:
    small, large = (document("".join(piece.format(n=n) for n in range(1, size))) for size in (150, 300))
    everything(large)
    assert calls(lambda: everything(large)) <= 2.3 * calls(lambda: everything(small)) + 400

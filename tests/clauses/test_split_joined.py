"""Several documents that form one agreement become one text."""

import pytest
from clause_cases import document
from hypothesis import given
from hypothesis import strategies as st

from klaar.clauses.join import join_documents
from klaar.clauses.references import find_references
from klaar.clauses.split import split_clauses
from klaar.documents import Document, read_document

CONTRACT = """1. Dienst

1.1 Leverancier levert volgens artikel 2.1 van de verwerkersovereenkomst.

1.2 Zie artikel 1.1.
"""
TERMS = """1. Gegevens

1.1 Verwerker beveiligt gegevens.

2. Lekken

2.1 Zie artikel 1.1 en artikel 1.2 van de overeenkomst.
"""


def named(text: str, name: str) -> Document:
    return read_document(text.encode(), name)


def test_each_part_is_where_it_says() -> None:
    documents = [named(CONTRACT, "contract.txt"), named(TERMS, "verwerkersovereenkomst.txt")]
    joined = join_documents(documents)
    for part, each in zip(joined.parts, documents, strict=True):
        assert joined.text[part.start : part.end] == each.text
        assert (part.name, part.document) == (each.name, documents.index(each))
    assert joined.part_at(joined.text.index("Verwerker beveiligt")).document == 1
    assert joined.part_at(0).document == 0
    with pytest.raises(IndexError):
        joined.part_at(len(joined.text) + 1)


def test_the_numbering_begins_anew_in_each_part() -> None:
    structure = split_clauses(join_documents([named(CONTRACT, "a.txt"), named(TERMS, "b.txt")]), "nl")
    assert [clause.number for clause in structure.clauses] == ["1", "1.1", "1.2", "1", "1.1", "2", "2.1"]
    assert len({clause.id for clause in structure.clauses}) == len(structure.clauses)


def test_references_know_which_part_they_mean() -> None:
    joined = join_documents([named(CONTRACT, "contract.txt"), named(TERMS, "verwerkersovereenkomst.txt")])
    structure = split_clauses(joined, "nl")
    found = find_references(joined, structure, "nl")
    assert [joined.text[r.start : r.end] for r in found] == [
        "artikel 2.1",
        "artikel 1.1",
        "artikel 1.1",
        "artikel 1.2",
    ]
    assert [r.target for r in found] == [6, 1, 4, 2]


def test_nothing_cannot_be_joined() -> None:
    with pytest.raises(ValueError, match="no documents"):
        join_documents([])


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn"]), min_size=1, max_size=30),
        min_size=1,
        max_size=4,
    )
)
def test_blocks_and_tables_move_with_their_text(texts: list[str]) -> None:
    documents = [
        document(f"{text}\n\n| a | b |\n|---|---|\n| {n} | c |\n", "md") for n, text in enumerate(texts)
    ]
    joined = join_documents(documents)
    before = [each.text[block.start : block.end] for each in documents for block in each.blocks]
    assert [joined.text[block.start : block.end] for block in joined.blocks] == before
    cells = [
        cell.of(each.text) for each in documents for t in each.tables for row in t.rows for cell in row.cells
    ]
    assert [cell.of(joined.text) for t in joined.tables for row in t.rows for cell in row.cells] == cells

"""Places in the files themselves: which file, which characters, which page."""

import pytest

from klaar.brief.citing import cite
from klaar.brief.places import Place, Places
from klaar.clauses.join import join_documents
from klaar.clauses.model import Clause
from klaar.documents.model import Block, Document, Page


def document(name: str, text: str, *pages: Page) -> Document:
    return Document(name, "pdf", "0" * 64, text, pages, (Block("paragraph", 0, len(text)),))


ONE = document("een.pdf", "aaaa bbbb", Page(1, 0, 5), Page(2, 5, 9))
TWO = document("twee.txt", "cccc dddd")


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("aaaa", Place(0, 0, 4, 1)),
        ("bbbb", Place(0, 5, 9, 2)),
        ("cccc", Place(1, 0, 4, None)),
        ("dddd", Place(1, 5, 9, None)),
    ],
)
def test_a_place_is_in_its_own_file(words: str, place: Place) -> None:
    whole = join_documents([ONE, TWO])
    start = whole.text.index(words)
    assert Places(whole, (ONE, TWO)).place(start, start + len(words)) == place


def test_a_span_over_two_files_ends_with_the_first() -> None:
    whole = join_documents([ONE, TWO])
    assert Places(whole, (ONE, TWO)).place(5, len(whole.text)) == Place(0, 5, 9, 2)


def test_a_single_file_needs_no_joining() -> None:
    assert Places(ONE, (ONE,)).place(5, 9) == Place(0, 5, 9, 2)


CLAUSES = (
    Clause("6", "6", "Betaling", 0, 99, 1, -1),
    Clause("6-facturen", "", "Facturen", 10, 99, 2, 0),
    Clause("slot", "", "Slot", 100, 120, 1, -1),
    Clause("slot-x", "", "", 110, 120, 2, 2),
)


@pytest.mark.parametrize(("index", "cited"), [(0, "6"), (1, "6"), (2, "Slot"), (3, "Slot"), (-1, "")])
def test_a_clause_is_cited_by_its_number_else_its_title(index: int, cited: str) -> None:
    assert cite(CLAUSES, index) == cited

"""The text of a flat file is its own, and every place in it is exact, whatever stands in it."""

import pytest
from document_checks import check
from document_samples import samples
from hypothesis import given
from hypothesis import strategies as st

from klaar.documents import DocumentError, read_document

LINES = st.sampled_from(
    [
        "Artikel 3 Betaling", "3.1 Afnemer betaalt op tijd", "a) de helpdesk;", "   - een reservekopie",
        "> Van: Sam", "| Niveau | Tijd |", "|---|---|", "Hoog      4 uur", "```", "---", "===", "# Kop", "##",
        "<!-- weg", "-->", "<table><tr><td>x</td></tr></table>", "", "", "\f", "Pagina 3 van 9", "IV. Slot",
        "dat loopt door", "**1.1** Vet", "[a]: http://x", "J. de Vries", "1. een", "2. twee", "+---+---+",
    ]
)  # fmt: skip
LAID_OUT = st.lists(LINES, min_size=1, max_size=25).map("\n".join)
ANY = st.one_of(LAID_OUT, st.text(st.characters(exclude_characters="\x00"), max_size=400))


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@given(text=ANY)
def test_any_text_keeps_its_characters_and_places(name: str, text: str) -> None:
    data = text.encode("utf-8", "replace")
    try:
        document = read_document(data, name)
    except DocumentError:
        return
    if document.format in {"text", "markdown"}:
        assert document.text == data.decode("utf-8").removeprefix("\ufeff")
    check(document)


@pytest.mark.parametrize("name", sorted(samples()))
def test_the_places_of_every_format_lie_in_its_text(name: str) -> None:
    check(read_document(samples()[name], name))


@pytest.mark.parametrize("name", sorted(samples()))
def test_the_same_bytes_give_the_same_document(name: str) -> None:
    data = samples()[name]
    assert read_document(data, name) == read_document(data, name)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_line_endings_stay_as_they_are(name: str, ending: str) -> None:
    text = ending.join(["# Kop", "", "De winkelier betaalt", "op tijd.", "", "- een", "- twee", ""])
    document = read_document(text.encode(), name)
    assert document.text == text
    assert len(document.blocks) == 4
    check(document)

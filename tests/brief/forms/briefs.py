"""The briefs of the project's examples, and an agreement without any promise."""

from functools import cache

from tests.brief.made import BEFORE, brief_of, checked_of, data_of, reading_of

from klaar.brief.findings.checked import check_reading
from klaar.brief.forms.given import Given
from klaar.brief.page.make import make_brief
from klaar.brief.page.model import Brief, Reader
from klaar.brief.reading import read_agreement
from klaar.documents.read import read_document


def given(name: str) -> Given:
    """An example as it was read, with its bytes."""
    return Given(reading_of(name), (data_of(name),))


@cache
def brief(name: str, side: Reader, language: str) -> Brief:
    """The page of one side of an example."""
    example, _, form = name.rpartition(".")
    if form == "pdf":
        return brief_of(example, side, language)
    return make_brief(checked_of(name), side, language, BEFORE)


@cache
def empty() -> tuple[Brief, Given]:
    """The brief of a text in which nobody promises anything."""
    data = b"Notes of the visit\n\nThe weather was fine. The office is in the old mill.\n"
    reading = read_agreement([read_document(data, name="notes.txt")], language="en")
    return make_brief(check_reading(reading), "client", "en", BEFORE), Given(reading, (data,))

"""The briefs of the project's English example, and an agreement without any promise."""

from datetime import date
from functools import cache
from pathlib import Path

from klaar.brief.findings.checked import check_reading
from klaar.brief.forms.given import Given
from klaar.brief.page.make import make_brief
from klaar.brief.page.model import Brief, Reader
from klaar.brief.reading import read_agreement
from klaar.documents.read import read_document

EXAMPLES = Path(__file__).parents[3] / "examples"
TODAY = date(2026, 11, 23)


@cache
def given(name: str) -> Given:
    """An example as it was read, with its bytes."""
    data = (EXAMPLES / name.rpartition(".")[0] / name).read_bytes()
    return Given(read_agreement([read_document(data, name=name)]), (data,))


@cache
def brief(name: str, side: Reader, language: str) -> Brief:
    """The page of one side of an example."""
    return make_brief(check_reading(given(name).reading), side, language, TODAY)


@cache
def empty() -> tuple[Brief, Given]:
    """The brief of a text in which nobody promises anything."""
    data = b"Notes of the visit\n\nThe weather was fine. The office is in the old mill.\n"
    reading = read_agreement([read_document(data, name="notes.txt")], language="en")
    return make_brief(check_reading(reading), "client", "en", TODAY), Given(reading, (data,))

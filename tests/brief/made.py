"""Briefs of the examples and of small agreements, each made once."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from klaar.brief.findings.checked import Checked, check_reading
from klaar.brief.forms.given import Given
from klaar.brief.forms.table import write_form
from klaar.brief.page.make import make_brief
from klaar.brief.page.model import Brief, Line
from klaar.brief.reading import Reading, read_agreement
from klaar.documents.read import read_document

EXAMPLES = Path(__file__).parents[2] / "examples"
BEFORE = date(2026, 9, 1)
"""A day before the first duty of the examples."""

Side = Literal["it", "client"]


@cache
def data_of(file: str) -> bytes:
    """The bytes of an example's file: "permit-desk.docx"."""
    return (EXAMPLES / file.rpartition(".")[0] / file).read_bytes()


@cache
def reading_of(file: str) -> Reading:
    """An example's file as it is read: once for all tests."""
    return read_agreement([read_document(data_of(file), file)])


@cache
def checked_of(file: str) -> Checked:
    """The same with its findings."""
    return check_reading(reading_of(file))


def read_example(name: str) -> Checked:
    """An example ("zaaksysteem") as its PDF is read and checked."""
    return checked_of(f"{name}.pdf")


@cache
def brief_of(name: str, side: Side, language: str) -> Brief:
    """The brief of an example for one side."""
    return make_brief(read_example(name), side, language, BEFORE)


@cache
def page_of(name: str, side: Side, language: str) -> bytes:
    """The same as a web page."""
    return write_form("html", [brief_of(name, side, language)], Given(read_example(name).reading))


def read_text(text: str, language: str = "") -> Checked:
    """A small agreement in plain text."""
    document = read_document(text.encode(), "agreement.txt")
    return check_reading(read_agreement([document], language=language))


def brief_text(text: str, side: Side = "client", language: str = "nl", today: date | None = None) -> Brief:
    """The brief of a small agreement in plain text."""
    return make_brief(read_text(text, language), side, language, today)


def words_on(brief: Brief) -> str:
    """All that stands on the page, its annexes left out: leads, words, consequences, notes and places."""
    lines = (line for section in brief.sections for line in section.lines())
    return "\n".join((brief.title, brief.subtitle, *map(_words, lines)))


def _words(line: Line) -> str:
    fails = line.fails.text if line.fails else ""
    return " ".join((line.lead, line.said.text, line.life, fails, *line.notes, *line.places()))

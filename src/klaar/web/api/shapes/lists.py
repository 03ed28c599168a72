"""The lists of what was read, page by page."""

from ninja import Field, Schema

from klaar.web.api.paging import Page
from klaar.web.api.shapes import contract, files
from klaar.web.api.shapes.words import Offset


class DocumentPage(Page):
    """The files, in their order."""

    items: list[files.Document]


class TextPage(Schema):
    """A page of a file, or a stretch of one where the format has no pages."""

    number: int | None
    start: Offset
    end: Offset
    text: str = Field(description="text[a - start : b - start] are the words at a:b.")


class TextPages(Page):
    """The text of a file, in its order."""

    items: list[TextPage]


class PartyPage(Page):
    """The names in the text."""

    items: list[contract.Party]


class ClausePage(Page):
    """The parts of the text."""

    items: list[contract.Clause]


class TermPage(Page):
    """The words that the agreement defines."""

    items: list[contract.Term]


class FactPage(Page):
    """The key facts."""

    items: list[contract.Fact]


class FindingPage(Page):
    """What to ask before signing, in the order of the text."""

    items: list[contract.Finding]


class NotCoveredPage(Page):
    """What was not read, or not surely."""

    items: list[contract.NotCovered]

"""An exact place in a text."""

from typing import NamedTuple


class Span(NamedTuple):
    """The characters `start:end` of a document's text.

    In "Client pays within 30 days." the span of "within 30 days" is `Span(12, 26)`.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand here."""
        return text[self.start : self.end]

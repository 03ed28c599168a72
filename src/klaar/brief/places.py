"""Where a span stands in the files that were read: which file, at which characters, on which page."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from klaar.clauses.join import JoinedDocument, Part
from klaar.documents.model import Document, Page


class Place(NamedTuple):
    """A span in one of the files: "betaalt binnen 30 dagen" at 120:143 of file 0, on page 3.

    `document` counts the files from 0, `start:end` are characters of that file's own text, `page` is None
    where the format has no pages.
    """

    document: int
    start: int
    end: int
    page: int | None


class Places:
    """Tells the place of every span of one agreement, whether it was read from one file or from several."""

    def __init__(self, whole: Document, documents: Sequence[Document]) -> None:
        self._parts = (
            whole.parts if isinstance(whole, JoinedDocument) else (Part(whole.name, 0, len(whole.text), 0),)
        )
        self._starts = [part.start for part in self._parts]
        self._pages: list[tuple[Page, ...]] = [document.pages for document in documents]
        self._firsts = [[page.start for page in pages] for pages in self._pages]

    def place(self, start: int, end: int) -> Place:
        """The place of `start:end`, cut off where its file ends."""
        index = max(0, bisect_right(self._starts, start) - 1)
        part = self._parts[index]
        own = start - part.start
        stop = max(own, min(end, part.end) - part.start)
        return Place(part.document, own, stop, self._page(part.document, own))

    def _page(self, document: int, offset: int) -> int | None:
        pages = self._pages[document]
        if not pages:
            return None
        return pages[max(0, bisect_right(self._firsts[document], offset) - 1)].number or None

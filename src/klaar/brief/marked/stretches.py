"""The stretches of a document whose words stand together in its file: paragraphs and the cells of tables."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from klaar.brief.marked.letters import Found, Search, letters
from klaar.documents.model import Document
from klaar.text.span import Span


def stretches(document: Document) -> Iterator[tuple[Span, int]]:
    """Each stretch, and where its words begin after a number that the file may keep apart."""
    cells = {row.start: row.cells for table in document.tables for row in table.rows}
    for block in document.blocks:
        if block.kind == "row" and block.start in cells:
            yield from ((cell, cell.start) for cell in cells[block.start] if cell.end > cell.start)
        elif block.kind != "furniture":
            yield Span(block.start, block.end), max(block.start, block.body)


class Laid:
    """Where each letter of a document stands in the letters of its file, as far as they can be found."""

    def __init__(self, document: Document, said: str) -> None:
        self._text = document.text
        self._spans: list[Span] = []
        self._found: list[Found] = []
        search = Search(said)
        for span, body in stretches(document):
            place = _first(search, document.text, span, body)
            if place is not None:
                self._spans.append(place[0])
                self._found.append(place[1])
        self._starts = [span.start for span in self._spans]

    def place(self, start: int, end: int) -> Found | None:
        """The letters of the file at `start:end` of the document, up to the last that is found."""
        ends = [self._letter(at) for at in _ends(self._text, start, end)]
        known = [at for at in ends if at is not None]
        if not known or ends[0] is None:
            return None
        last = ends[1] if ends[1] is not None and ends[1] >= ends[0] else self._close(ends[0])
        return Found(ends[0], last + 1)

    def _letter(self, at: int) -> int | None:
        k = bisect_right(self._starts, at) - 1
        if k < 0 or at >= self._spans[k].end:
            return None
        return self._found[k].start + len(letters(self._text, self._spans[k].start, at).said)

    def _close(self, letter: int) -> int:
        """The last letter of the stretch that `letter` is in."""
        return next(found.end - 1 for found in self._found if found.start <= letter < found.end)


def _first(search: Search, text: str, span: Span, body: int) -> tuple[Span, Found] | None:
    for start in dict.fromkeys((span.start, body)):
        found = search.find(letters(text, start, span.end).said)
        if found is not None:
            return Span(start, span.end), found
    return None


def _ends(text: str, start: int, end: int) -> Sequence[int]:
    """The first and the last place in `start:end` that is not white space."""
    places = letters(text, start, end).places
    return (places[0], places[-1]) if places else ()

"""What the reading process hands back: the published contract, and the text page by page."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from klaar.brief.contract import agreement_record
from klaar.brief.reading import Reading
from klaar.documents.model import Document
from klaar.plain.say import plain_sentences

Record = dict[str, Any]
_STRETCH = 4_000


def reading_record(reading: Reading) -> Record:
    """The contract without the text, and the pages with it."""
    return {"contract": agreement_record(reading), "pages": list(source_pages(reading.documents))}


def plain_words(reading: Reading) -> dict[str, dict[str, str]]:
    """By promise and reader the plain sentence that loses nothing; promises without one are left out."""
    words: dict[str, dict[str, str]] = {}
    for side in ("it", "client"):
        said = plain_sentences(reading.promises, reading.agreement, side)
        for promise, plain in zip(reading.promises, said, strict=True):
            if plain.shown_as == "plain":
                words.setdefault(promise.id, {})[side] = plain.text
    return words


def source_pages(documents: tuple[Document, ...]) -> Iterator[Record]:
    """The text of every file page by page; one without pages in stretches that end where a block ends."""
    for index, document in enumerate(documents):
        lines = sorted(document.lines)
        starts = [line.start for line in lines]
        for position, (number, start, end, width, height) in enumerate(_stretches(document)):
            first, last = bisect_left(starts, start), bisect_left(starts, end)
            yield {
                "document": index,
                "position": position,
                "number": number,
                "start": start,
                "end": end,
                "text": document.text[start:end],
                "width": width,
                "height": height,
                "lines": [_line(line) for line in lines[first:last] if line.page == number],
            }


def _line(line: Any) -> list[float]:
    return [
        line.start,
        line.end,
        *(round(edge, 1) for edge in (line.left, line.top, line.right, line.bottom)),
    ]


def _stretches(document: Document) -> Iterator[tuple[int | None, int, int, float, float]]:
    if document.pages:
        for page in document.pages:
            yield page.number or None, page.start, page.end, page.width, page.height
        return
    start = 0
    for block in document.blocks:
        if block.end - start >= _STRETCH:
            yield None, start, block.end, 0.0, 0.0
            start = block.end
    if document.text[start:].strip() or start == 0:
        yield None, start, len(document.text), 0.0, 0.0

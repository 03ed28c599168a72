"""The words of a promise as they stand in the source, those that limit it or are vague in their own style."""

import re
from itertools import pairwise

from klaar.brief.listing.rows import row_words
from klaar.brief.terminal.runs import Run, Style
from klaar.clauses.model import Agreement
from klaar.documents.model import Document
from klaar.promises.model import Promise
from klaar.text.span import Span

_LONG_OPENING = 160
_MARKS = re.compile(r"\*\*|__|`|\\(?=[^\w\s])|(?<=\n)[ \t]*>[ \t]?")


def quoted(agreement: Agreement, promise: Promise) -> list[Run]:
    """The opening of its list, then the promise itself; a row of a table with the heads of its columns."""
    row = row_words(agreement.document.text, agreement.tables, Span(promise.start, promise.end))
    if row:
        return [Run(plain(row, agreement.document))]
    runs = _opening(agreement, promise)
    edges = _styled(promise)
    cuts = sorted({promise.start, promise.end, *(edge for span, _ in edges for edge in span)})
    for start, end in pairwise(cuts):
        style: Style = next((style for span, style in edges if span.start <= start and end <= span.end), "")
        runs.append(Run(plain(agreement.document.text[start:end], agreement.document), style))
    return runs


def plain(words: str, document: Document) -> str:
    """Words of `document` without the marks of Markdown ("**Klant**")."""
    return _MARKS.sub("", words) if document.format == "markdown" else words


def _opening(agreement: Agreement, promise: Promise) -> list[Run]:
    if promise.opening is None:
        return []
    words = " ".join(plain(promise.opening.text, agreement.document).split())
    if len(words) > _LONG_OPENING:
        half = _LONG_OPENING // 2
        words = f"{words[:half].rsplit(' ', 1)[0]} … {words[-half:].split(' ', 1)[-1]}"
    return [Run(f"{words} … ", "faint")]


def _styled(promise: Promise) -> list[tuple[Span, Style]]:
    """The slots within the promise, the one that is shown where two overlap first."""
    slots: list[tuple[Span, Style]] = [(Span(slot.start, slot.end), "warn") for slot in promise.vague]
    if promise.deadline:
        slots.append((Span(promise.deadline.start, promise.deadline.end), "when"))
    for slot in (promise.condition, promise.exception, promise.consequence):
        if slot:
            slots.append((Span(slot.start, slot.end), "soft"))
    return [(span, style) for span, style in slots if promise.start <= span.start < span.end <= promise.end]

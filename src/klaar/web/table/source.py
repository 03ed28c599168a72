"""The source beside a promise: the words around it, with its own words marked."""

from typing import NamedTuple

from klaar.web.store.models import Promise, SourcePage

_AROUND = 350


class Run(NamedTuple):
    """A run of the source; `is_marked` where it is the promise."""

    text: str
    is_marked: bool


class Source(NamedTuple):
    """The stretch of the source in which a promise stands."""

    file: str
    page: int | None
    pages: int
    number: str
    runs: tuple[Run, ...]
    cut_before: bool
    cut_after: bool


def source_of(promise: Promise) -> Source | None:
    """The words around a promise, at most a page of them; None where its page was not kept."""
    page = SourcePage.objects.filter(
        version=promise.version_id, document=promise.document, start__lte=promise.start, end__gt=promise.start
    ).first()
    if page is None:
        return None
    start, end = promise.start - page.start, promise.end - page.start
    first = _line_start(page.text, max(0, start - _AROUND))
    last = _line_end(page.text, min(len(page.text), end + _AROUND))
    runs = (
        Run(page.text[first:start], False),
        Run(page.text[start:end], True),
        Run(page.text[end:last], False),
    )
    documents = promise.version.reading.documents
    told = documents[promise.document] if promise.document < len(documents) else {}
    return Source(
        file=told.get("name", ""),
        page=page.number,
        pages=told.get("pages", 0),
        number=promise.number,
        runs=tuple(run for run in runs if run.text),
        cut_before=first > 0,
        cut_after=last < len(page.text),
    )


def _line_start(text: str, offset: int) -> int:
    return text.find("\n", offset) + 1 if offset and text.find("\n", offset) >= 0 else offset


def _line_end(text: str, offset: int) -> int:
    found = text.rfind("\n", 0, offset)
    return found if offset < len(text) and found > 0 else offset

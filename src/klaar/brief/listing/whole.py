"""The listing from its first line to its last."""

from collections.abc import Iterator, Sequence

from klaar.brief.listing.entry import entry
from klaar.brief.listing.head import head, side_head
from klaar.brief.listing.missed import missed
from klaar.brief.listing.names import facts, parties
from klaar.brief.listing.order import in_order
from klaar.brief.listing.view import View
from klaar.brief.terminal.runs import Line, Run
from klaar.brief.terminal.wrap import wrap
from klaar.clauses.model import Clause
from klaar.promises.model import Promise

_BLANK: Line = ()


def list_agreement(view: View) -> Iterator[Line]:
    """The lines of the listing: the agreement, each side's promises, who is who, key facts, gaps."""
    yield from head(view)
    if view.top:
        yield from _section(facts(view))
    if not view.reading.promises:
        name = view.name(view.reading.agreement.document)
        yield _BLANK
        yield from wrap([Run(view.say("listing", "nothing", name=name), "strong")], view.width)
    for side in view.sides():
        promises = view.of(side)
        if promises:
            yield _BLANK
            yield from side_head(view, side, promises)
            yield from _entries(view, in_order(promises, view.top))
            if view.top and len(promises) > view.top:
                more = view.say("listing", "more", count=view.speaker.number(len(promises) - view.top))
                yield (Run(f"  … {more}", "faint"),)
    for section in (parties, missed) if view.top else (parties, facts, missed):
        yield from _section(section(view))
    if view.top and view.reading.promises:
        yield _BLANK
        count = view.speaker.number(len(view.reading.promises))
        yield from wrap([Run(view.say("listing", "all", count=count))], view.width)


def _section(lines: Iterator[Line]) -> Iterator[Line]:
    """The lines below an empty one; nothing where there are none."""
    first = next(lines, None)
    if first is not None:
        yield from (_BLANK, first, *lines)


def _entries(view: View, promises: Sequence[Promise]) -> Iterator[Line]:
    """The promises below the title of the clause they stand in, where that changes, and their file's name."""
    clauses = view.reading.agreement.clauses
    several = len(view.reading.documents) > 1
    last: tuple[int, str] = (-1, "")
    for promise in promises:
        document = view.reading.places.place(promise.start, promise.end).document
        title = "" if view.top else _title(clauses, promise.clause)
        if several and not view.top and document != last[0]:
            yield from wrap([Run(f"[{view.name(view.reading.documents[document])}]", "faint")], view.width)
        if title and (document, title) != last:
            yield from wrap([Run(title, "faint")], view.width, " ", 2)
        last = (document, title)
        yield from entry(view, promise, title)


def _title(clauses: Sequence[Clause], index: int) -> str:
    """The innermost title above a promise, with its number: "6 Verplichtingen van Opdrachtgever"."""
    while index >= 0:
        clause = clauses[index]
        if clause.title:
            return f"{clause.number} {clause.title}".strip()
        index = clause.parent
    return ""

"""What happened to a promise, in order, as the page shows it."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from django.utils.functional import Promise as Lazy

from klaar.ledger.model import Event, Evidence, Move
from klaar.ledger.moves import day
from klaar.web.keep.evidence import read_words
from klaar.web.keep.stand.standing import Standing
from klaar.web.keep.stand.words import CAUSE_SHORT, EVENT


class Entry(NamedTuple):
    """One event in words; `is_void` where it was taken back, `is_later` where its day has not come yet.

    `said` are the words that came with it, `old` and `new` the days of a move, `letter` an apology in full.
    """

    event: Event
    words: str | Lazy
    cause: str | Lazy
    said: str
    old: date | None
    new: date | None
    letter: str
    evidence: tuple[Evidence, ...]
    is_void: bool
    is_later: bool
    may_take_back: bool


def history(standing: Standing, promise: str, turn: str, side: str) -> list[Entry]:
    """The events of one turn, with what was said of the promise as a whole; the last first."""
    own = [event for event in standing.events if event.promise == promise]
    chosen = [event for event in own if not turn or event.occurrence in ("", turn)]
    void = set(_void(own))
    moved = {move.event: move for state in standing.of(promise) for move in state.moves}
    entries = [_entry(standing, event, moved.get(event.id), void, side) for event in chosen]
    return sorted(entries, key=lambda each: (each.event.happened, each.event.written), reverse=True)


def _void(events: Iterable[Event]) -> Iterator[str]:
    taken: set[str] = set()
    for event in sorted(events, key=lambda each: (each.happened, each.written), reverse=True):
        if event.kind == "corrected" and event.id not in taken:
            taken.add(event.get("corrects"))
    yield from taken


def _entry(standing: Standing, event: Event, move: Move | None, void: set[str], side: str) -> Entry:
    said = [event.get(key) for key in ("why", "reason", "note")]
    mine = event.side == side and event.kind != "corrected"
    return Entry(
        event=event,
        words=EVENT.get(event.kind, event.kind),
        cause=CAUSE_SHORT.get(event.get("cause"), ""),
        said="\n".join(words for words in said if words),
        old=move.old if move else None,
        new=day(event.get("to")) if event.kind == "moved" else None,
        letter=read_words(standing.version.agreement, event.evidence) if event.get("form") else "",
        evidence=event.evidence,
        is_void=event.id in void,
        is_later=event.happened.date() > standing.today,
        may_take_back=mine and event.id not in void,
    )

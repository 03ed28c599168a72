"""A feed for one side."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from klaar.clauses.model import Side
from klaar.ledger.feed.entry import Entry, entry_event
from klaar.ledger.model import Duty, Event, State
from klaar.ledger.reminders.plan import is_often
from klaar.ledger.showing.teller import Teller

_HOURS = 6
"""After how many hours a program is asked to look again."""


def write_feed(
    states: Iterable[State],
    duties: Mapping[str, Duty],
    events: Iterable[Event],
    side: Side,
    teller: Teller,
    *,
    ledger: str,
    title: str,
    promises: Sequence[str] = (),
) -> bytes:
    """The calendar of `side` (RFC 5545), in the words of `teller`: its own dates, and those it waits for.

    `states` are those of `fold_ledger`, with those of `upcoming` behind them; `events` all that are known,
    so that the sequence of a date never goes down, also where a correction takes a move back. `ledger` names
    the ledger for good, `title` is what the calendar is called; `promises` (first digits of ids) leaves out
    all others. The same ledger gives the same bytes: a server can tell that nothing changed.
    """
    from icalendar import Calendar  # noqa: PLC0415

    calendar = Calendar()
    calendar.add("prodid", f"-//Klaar//klaar ledger//{teller.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", teller.say("feed", "name", title=title, side=teller.say("side", side)))
    calendar.add("refresh-interval", timedelta(hours=_HOURS), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", f"PT{_HOURS}H")
    for entry in _entries(states, duties, events):
        state = entry.state
        if (
            state.due
            and _concerns(state, side)
            and (not promises or state.promise.startswith(tuple(promises)))
        ):
            calendar.add_component(entry_event(entry, duties[state.promise], side, ledger, teller))
    return bytes(calendar.to_ical())


def _concerns(state: State, side: Side) -> bool:
    return bool({state.bearer, state.beneficiary} & {side, "both"})


def _entries(states: Iterable[State], duties: Mapping[str, Duty], events: Iterable[Event]) -> Iterable[Entry]:
    """The turns that are worth a date, each with how often and when it was last written about."""
    written: defaultdict[str, dict[str, datetime]] = defaultdict(dict)
    for event in events:
        written[event.promise].setdefault(event.id, event.written)
    for state in states:
        if is_often(duties[state.promise]) and not state.events:
            continue
        found = written.get(state.promise)
        yield Entry(state, len(found), max(found.values())) if found else Entry(state)

"""The turns that still come."""

from collections.abc import Iterable
from datetime import date

from klaar.ledger.calendar import end_of
from klaar.ledger.fold import fold_ledger
from klaar.ledger.model import Calendar, Duty, Event, State


def upcoming(
    duties: Iterable[Duty], events: Iterable[Event], today: date, until: date, calendar: Calendar
) -> list[State]:
    """The turns that begin after `today` and by `until`, as far as is known today: each is open.

    `fold_ledger` gives the turns that have begun; these come behind them.
    """
    recurring = [duty for duty in duties if duty.each]
    known = {duty.id for duty in recurring}
    end = end_of(today, calendar)
    happened = [event for event in events if event.promise in known and event.happened <= end]
    begun = {(state.promise, state.occurrence) for state in fold_ledger(recurring, happened, today, calendar)}
    later = fold_ledger(recurring, happened, until, calendar)
    return [
        state._replace(status="open")
        for state in later
        if (state.promise, state.occurrence) not in begun and state.status in ("open", "overdue")
    ]

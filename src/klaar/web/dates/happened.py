"""What the ledger of an agreement tells about dates: how each promise stands, and how earlier ones went."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from klaar.forecast.model import Case, Move
from klaar.ledger.calendar import local
from klaar.ledger.cases import cases
from klaar.ledger.fold import is_finished
from klaar.ledger.model import Calendar, State
from klaar.web.dates.standing import begun_on, states_of
from klaar.web.store.models import Version


class Happened(NamedTuple):
    """How the promises of a version stand on `today`, by their key; `begun` is the agreement's first day.

    `states` has those with one turn; of what recurs no date is asked about.
    """

    today: date
    begun: date
    calendar: Calendar
    states: Mapping[str, State]
    every: tuple[State, ...]

    def done(self, key: str) -> date | None:
        """The day on which it was ready; None while it is not, or nobody said."""
        state = self.states.get(key)
        return local(state.done, self.calendar).date() if state and state.done else None

    def is_over(self, key: str) -> bool:
        """Whether nothing is waited for any longer."""
        state = self.states.get(key)
        return bool(state and is_finished(state))

    def moves(self, key: str) -> tuple[Move, ...]:
        """Each later date, with the day on which it was said."""
        state = self.states.get(key)
        said = state.moves if state else ()
        return tuple(Move(local(move.said, self.calendar).date(), _day(move.new)) for move in said)

    def waits_on(self, key: str) -> tuple[str, ...]:
        """The promises that it waits on."""
        state = self.states.get(key)
        return tuple(dict.fromkeys(other for other, _, _ in state.waits_on)) if state else ()

    def cases(self, side: str) -> tuple[Case, ...]:
        """How the promises of a side went, as a history for a forecast."""
        return tuple(Case(*each) for each in cases(self._told(side), self.begun, self.today, self.calendar))

    def _told(self, side: str) -> Iterator[State]:
        """The turns of which it is known when they began."""
        return (s for s in self.every if s.bearer in (side, "both") and (not s.occurrence or s.began))


def happened(version: Version, today: date | None = None) -> Happened:
    """What is known on `today` (the day there, where none is given)."""
    day, calendar, states = states_of(version, today)
    single = {state.promise: state for state in states if not state.occurrence}
    return Happened(day, begun_on(version), calendar, single, states)


def _day(due: date) -> date:
    return date(due.year, due.month, due.day)

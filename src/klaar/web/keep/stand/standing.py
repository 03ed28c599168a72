"""How an agreement stands today."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from django.utils import timezone

from klaar.ledger.calendar import zone_of
from klaar.ledger.delays import Delay, Name, delays
from klaar.ledger.fold import fold_ledger
from klaar.ledger.model import Calendar, Duty, Event, State
from klaar.ledger.store.settings import Settings, calendar_of
from klaar.web.keep.chain.store import DatabaseStore
from klaar.web.keep.models import Ledger
from klaar.web.keep.stand.duties import followed
from klaar.web.store.models import Promise, Version


class Standing(NamedTuple):
    """The promises that are followed, what happened to them, and how each turn of each stands on `today`.

    `promises` are those of the version on the table by their key; a duty that is not among them was promised
    since. `late` are the delays with where they arose, `damaged` how many events cannot be read any more.
    """

    version: Version
    today: date
    calendar: Calendar
    duties: Mapping[str, Duty]
    promises: Mapping[str, Promise]
    events: tuple[Event, ...]
    states: tuple[State, ...]
    late: Mapping[Name, Delay]
    damaged: int = 0

    def of(self, promise: str) -> list[State]:
        """The turns of one promise, by their date, what has none last."""
        own = [state for state in self.states if state.promise == promise]
        return sorted(own, key=lambda state: (state.due.isoformat() if state.due else "~", state.occurrence))


def standing_of(version: Version, today: date | None = None) -> Standing:
    """How the promises of a version stand; `today` is the day there where none is given."""
    ledger = Ledger.objects.filter(agreement=version.agreement_id).first() or Ledger()
    day = today or timezone.localdate(timezone=zone_of(ledger.zone))
    duties, promises = followed(version, ledger.begun)
    settings = Settings(country=ledger.country, zone=ledger.zone, begun=ledger.begun)
    calendar = calendar_of(settings, duties.values(), day)
    events, damaged = DatabaseStore(version.agreement_id).readable()
    states = fold_ledger(duties.values(), events, day, calendar)
    late = delays(states, day, calendar)
    return Standing(version, day, calendar, duties, promises, tuple(events), states, late, damaged)

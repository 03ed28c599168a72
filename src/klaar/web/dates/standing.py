"""The promises of a version as the ledger follows them, and the events that it has of them."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import cast

from django.utils import timezone

from klaar.clauses.model import Side
from klaar.ledger.calendar import zone_of
from klaar.ledger.duties import FOLLOWED
from klaar.ledger.fold import fold_ledger
from klaar.ledger.model import Calendar, Duty, Event, State
from klaar.web.store.models import Version


def events_of(version: Version) -> Iterable[Event]:
    """What happened to the promises of an agreement; nothing, where nobody writes it down."""
    return ()


def states_of(version: Version, today: date | None) -> tuple[date, Calendar, tuple[State, ...]]:
    """How each turn of each promise stands on `today`, the day there where none is given."""
    calendar = Calendar()
    day = today or timezone.localdate(timezone=zone_of(calendar.zone))
    return day, calendar, fold_ledger(_duties(version), events_of(version), day, calendar)


def begun_on(version: Version) -> date:
    """The first day: as the agreement says, else when it was signed, else when it was put on the table."""
    for fact in version.reading.facts:
        if fact["kind"] == "start":
            try:
                return date.fromisoformat(str(fact["value"])[:10])
            except ValueError:
                continue
    return timezone.localdate(version.sealed or version.opened or version.made)


def _duties(version: Version) -> Iterator[Duty]:
    for row in version.promises.filter(is_struck=False, kind__in=FOLLOWED):
        bearer, beneficiary = cast(Side, row.bearer), cast(Side, row.beneficiary)
        yield Duty(row.key, bearer, beneficiary, row.kind, row.quote, due=row.due)

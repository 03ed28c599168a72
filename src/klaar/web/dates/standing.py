"""How the promises of a version stand by its ledger, and when the agreement began."""

from datetime import date

from django.utils import timezone

from klaar.ledger.model import Calendar, State
from klaar.web.keep.models import Ledger
from klaar.web.keep.stand.duties import fact_day
from klaar.web.keep.stand.standing import standing_of
from klaar.web.store.models import Version


def states_of(version: Version, today: date | None) -> tuple[date, Calendar, tuple[State, ...]]:
    """How each turn of each promise stands on `today`, the day there where none is given."""
    now = standing_of(version, today)
    return now.today, now.calendar, now.states


def begun_on(version: Version) -> date:
    """The first day: as the ledger or the agreement says, else when it was signed or put on the table."""
    ledger = Ledger.objects.filter(agreement=version.agreement_id).first()
    known = (ledger.begun if ledger else None) or fact_day(version, "start")
    return known or timezone.localdate(version.sealed or version.opened or version.made)

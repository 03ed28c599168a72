"""One round of reminders over all agreements."""

import logging
from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.utils import timezone

from klaar.ledger.calendar import local
from klaar.ledger.errors import LedgerError
from klaar.ledger.model import Calendar
from klaar.ledger.reminders.digest import digest, is_quiet
from klaar.ledger.reminders.model import Digest, Person
from klaar.ledger.reminders.outbox import Sending, send_all
from klaar.web.keep.models import Ledger
from klaar.web.keep.remind.letters import letter_of, send_letter
from klaar.web.keep.remind.outbox import DatabaseOutbox
from klaar.web.keep.remind.people import is_followed, people_of
from klaar.web.keep.stand.standing import Standing, standing_of
from klaar.web.store.models import Agreement, Membership, Version

_log = logging.getLogger(__name__)
Seated = list[tuple[Membership, Person]]


def run_round(now: datetime | None = None) -> list[Sending]:
    """Tell everyone what there is to tell; what fails for one agreement does not stop the others."""
    if not settings.MAIL_IS_SENT:
        return []
    told: list[Sending] = []
    for agreement in Agreement.objects.filter(versions__opened__isnull=False).distinct().iterator():
        try:
            told += remind(agreement, now or timezone.now())
        except LedgerError as error:
            _log.warning("no reminders for agreement %s: %s", agreement.pk, error)
    return told


def remind(agreement: Agreement, now: datetime) -> list[Sending]:
    """The letters of one agreement that may leave now; an agreement is looked at once a day in full."""
    states = (Version.State.OPEN, Version.State.SEALED)
    version = agreement.versions.filter(state__in=states).order_by("-number").first()
    ledger = Ledger.objects.filter(agreement=agreement).first()
    if version is None or not is_followed(version, ledger):
        return []
    zone = Calendar(ledger.zone) if ledger else Calendar()
    here = local(now, zone)
    everyone = people_of(agreement)
    awake = [each for each in everyone if not is_quiet(each[1], here, zone)]
    if not awake or (ledger and ledger.looked == here.date()):
        return []
    told = list(_send(standing_of(version, here.date()), awake, now))
    if len(awake) == len(everyone) and all(each.outcome != "failed" for each in told):
        Ledger.objects.update_or_create(agreement=agreement, defaults={"looked": here.date()})
    return told


def _send(standing: Standing, people: Seated, now: datetime) -> Iterator[Sending]:
    outbox = DatabaseOutbox([seat for seat, _ in people])
    reminded = outbox.reminded()
    found: dict[str, tuple[Digest, Membership]] = {}
    for seat, person in people:
        made = digest(
            standing.states,
            standing.duties,
            person,
            now,
            standing.calendar,
            reminded=reminded,
            agreement=standing.version.agreement_id.hex,
        )
        if made:
            found[made.key] = made, seat
    outbox.to = {key: seat for key, (_, seat) in found.items()}

    def send(made: Digest) -> None:
        send_letter(letter_of(made, standing, found[made.key][1]))

    for sending in send_all([made for made, _ in found.values()], outbox, send, timezone.now):
        if sending.outcome in ("failed", "doubtful"):
            _log.warning("letter %s: %s %s", sending.key, sending.outcome, sending.why)
        yield sending

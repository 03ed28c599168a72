"""The ledger of an agreement in the database, opened as `klaar ledger` opens one in a folder."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q

from klaar.ledger.chain import Fault
from klaar.ledger.errors import LedgerError
from klaar.ledger.model import Duty, Event
from klaar.ledger.store.folder import same
from klaar.ledger.store.settings import Settings
from klaar.web.keep.chain.store import DatabaseStore
from klaar.web.keep.models import Ledger
from klaar.web.keep.stand.duties import followed
from klaar.web.store.models import Agreement, Version


class OpenedLedger:
    """What a ledger in a folder can do, of an agreement in the application."""

    def __init__(self, version: Version) -> None:
        self._version, self._store = version, DatabaseStore(version.agreement_id)
        self.name = version.agreement.title

    def settings(self) -> Settings:
        """Whose calendar counts; who is told what is set in the application itself."""
        kept = self._kept()
        return Settings(self.name, kept.country, kept.zone, kept.begun)

    def duties(self) -> list[Duty]:
        """The promises that are followed."""
        return list(followed(self._version, self._kept().begun)[0].values())

    def events(self) -> list[Event]:
        """Every event, in the order in which it was written; raises `LedgerError` for a line that is none."""
        return self._store.events()

    @transaction.atomic
    def add_all(self, events: Iterable[Event]) -> list[tuple[Event, bool]]:
        """Keep several at once, or none; raises `LedgerError` where another event has the id of one."""
        kept = []
        for event in events:
            there, new = self._store.add(event)
            if not same(there, event):
                raise LedgerError("other_event", id=event.id)
            kept.append((there, new))
        return kept

    def verify(self, head: str = "") -> list[Fault]:
        """What is wrong with the chain; `head` is a hash noted elsewhere."""
        return self._store.verify(head)

    def head(self) -> str:
        """The hash of the last event."""
        return self._kept().head

    def _kept(self) -> Ledger:
        return Ledger.objects.filter(agreement=self._version.agreement_id).first() or Ledger()


def opened_ledger(name: str) -> OpenedLedger:
    """The ledger of the agreement that `name` names: its title, or the beginning of its id.

    Raises `LedgerError("no_agreement")` where none, or more than one, is meant.
    """
    agreements = list(Agreement.objects.filter(title__iexact=name)[:2]) or _by_id(name)
    states = (Version.State.OPEN, Version.State.SEALED)
    of = Q(agreement=agreements[0], state__in=states) if len(agreements) == 1 else None
    version = Version.objects.filter(of).order_by("-number").first() if of else None
    if version is None:
        raise LedgerError("no_agreement", name=name)
    return OpenedLedger(version)


def _by_id(name: str) -> list[Agreement]:
    start = name.replace("-", "").lower()
    keys = [key for key in Agreement.objects.values_list("pk", flat=True) if key.hex.startswith(start)]
    return list(Agreement.objects.filter(pk__in=keys[:2])) if start else []

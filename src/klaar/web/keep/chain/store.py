"""An `EventStore` in the database: one chain an agreement, however many processes add to it."""

from collections.abc import Iterator
from uuid import UUID

from django.db import transaction

from klaar.ledger.chain import Fault, chained, verify
from klaar.ledger.errors import LedgerError
from klaar.ledger.model import Event
from klaar.ledger.record import event_line, read_event
from klaar.web.keep.models import Ledger, LedgerEvent


class DatabaseStore:
    """The events of one agreement."""

    def __init__(self, agreement: UUID) -> None:
        self.agreement = agreement

    def events(self) -> list[Event]:
        """Every event, in the order in which it was written; raises `LedgerError` for a line that is none."""
        return [read_event(line) for line in self.lines()]

    def readable(self) -> tuple[list[Event], int]:
        """The events that can be read, and how many lines cannot: those are damaged, and `verify` names them."""
        found, damaged = [], 0
        for line in self.lines():
            try:
                found.append(read_event(line))
            except LedgerError:
                damaged += 1
        return found, damaged

    def lines(self) -> Iterator[str]:
        """The chain as it stands, a line an event."""
        rows = LedgerEvent.objects.filter(agreement=self.agreement).order_by("number")
        return rows.values_list("line", flat=True).iterator(5_000)

    @transaction.atomic
    def add(self, event: Event) -> tuple[Event, bool]:
        """Keep `event`, as `EventStore` says. Who adds at the same time waits for the row of the ledger."""
        ledger = lock(self.agreement)
        known = LedgerEvent.objects.filter(agreement=self.agreement, event_id=event.id).first()
        if known:
            return read_event(known.line), False
        linked = chained(event, ledger.head)
        LedgerEvent.objects.create(
            agreement_id=self.agreement,
            number=ledger.length + 1,
            event_id=linked.id,
            promise=linked.promise,
            kind=linked.kind,
            line=event_line(linked),
            previous=linked.previous,
            hash=linked.hash,
        )
        Ledger.objects.filter(pk=self.agreement).update(length=ledger.length + 1, head=linked.hash)
        return linked, True

    def verify(self, head: str = "") -> list[Fault]:
        """What is wrong with the chain; `head` is a hash noted elsewhere, else the one that was kept beside it."""
        rows = list(LedgerEvent.objects.filter(agreement=self.agreement).order_by("number"))
        kept = Ledger.objects.filter(agreement=self.agreement).first()
        faults = verify((row.line for row in rows), head or (kept.head if kept else ""))
        told = {fault.line for fault in faults}
        columns = [
            Fault(place, "changed", row.event_id)
            for place, row in enumerate(rows, 1)
            if place not in told and not _repeats(row, place)
        ]
        return sorted((*faults, *columns), key=lambda fault: fault.line)


def lock(agreement: UUID) -> Ledger:
    """The ledger of an agreement, held until the transaction ends; made where there is none yet."""
    Ledger.objects.get_or_create(agreement_id=agreement)
    return Ledger.objects.select_for_update().get(agreement_id=agreement)


def _repeats(row: LedgerEvent, place: int) -> bool:
    """Whether the columns say what the line says."""
    event = read_event(row.line)
    said = (event.id, event.promise, event.kind, event.previous, event.hash)
    return (row.event_id, row.promise, row.kind, row.previous, row.hash) == said and row.number == place

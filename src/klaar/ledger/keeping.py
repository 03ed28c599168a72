"""Where a ledger keeps its events: in a folder, in a database, wherever these can be added and read."""

from collections.abc import Iterable
from typing import Protocol

from klaar.ledger.model import Event


class EventStore(Protocol):
    """A chain of events of one agreement that only grows."""

    def events(self) -> Iterable[Event]:
        """Every event that was acknowledged, in the order in which it was written."""

    def add(self, event: Event) -> tuple[Event, bool]:
        """Keep `event` behind the last one, chained to it; when this returns, it is there to stay.

        Gives the event as it is kept, and whether it is new: one whose id is there already is not written
        again.
        """

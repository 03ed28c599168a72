"""What keeping holds about one person: for the data that they may take along."""

from typing import Any

from klaar.ledger.model import Event
from klaar.ledger.record import event_record
from klaar.web.keep.chain.store import DatabaseStore
from klaar.web.keep.models import EvidenceFile, ReminderWish
from klaar.web.store.models import Membership

_WISHES = ("every", "only_own", "weekend", "quiet_from", "quiet_until", "paused")


def kept_of(seat: Membership) -> dict[str, Any]:
    """What someone put on record at a table, the files they brought, and how they are reminded.

    `wishes` is None while they never said how they wish it.
    """
    return {
        "said": _said_by(seat),
        "files": list(EvidenceFile.objects.filter(added_by=seat).values("name", "sha256", "size", "added")),
        "wishes": ReminderWish.objects.filter(seat=seat).values(*_WISHES).first(),
        "letters": list(seat.letters.values("at", "state")),
        "feeds": list(seat.feeds.values("made", "revoked", "fetched")),
    }


def _said_by(seat: Membership) -> list[dict[str, Any]]:
    """The events that someone put on record while they sat there, as the ledger has them.

    An event holds the name and the side of who said it. Two people of one side with the very same name cannot be
    told apart there: what one of them said, at a table where both sat, is among the data of both.
    """
    events, _ = DatabaseStore(seat.agreement_id).readable()
    return [event_record(event) for event in events if _is_of(event, seat)]


def _is_of(event: Event, seat: Membership) -> bool:
    there = seat.added <= event.written <= (seat.removed or event.written)
    return there and (event.who, event.side) == (str(seat), seat.side or "other")

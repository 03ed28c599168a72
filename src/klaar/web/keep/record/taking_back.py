"""Taking back what the own side said: a new event that makes it void."""

from uuid import NAMESPACE_URL, uuid5

from klaar.ledger.model import Event
from klaar.web.guard.refusals import Refusal
from klaar.web.keep.chain.store import DatabaseStore
from klaar.web.keep.record.say import new_event
from klaar.web.keep.stand.standing import Standing
from klaar.web.store.models import Membership


def take_back(standing: Standing, seat: Membership, promise: str, event: str) -> Event:
    """Make an event void; twice is once. `Refusal` for one that is not there, or of the other side."""
    said = next((each for each in standing.events if (each.id, each.promise) == (event, promise)), None)
    if said is None:
        raise Refusal("bad_request")
    if said.side != seat.side or said.kind == "corrected":
        raise Refusal("bad_request")
    data = {"corrects": said.id, "occurrence": said.occurrence}
    number = uuid5(NAMESPACE_URL, f"{said.id}/void").hex
    return DatabaseStore(seat.agreement_id).add(
        new_event(standing, seat, promise, "corrected", id=number, data=data)
    )[0]

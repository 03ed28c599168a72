"""How it feels to those who use it, kept beside the figure: an event of the promise, as a question."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from klaar.clauses.model import Side
from klaar.ledger.model import Event, Evidence


class Feeling(NamedTuple):
    """What someone said of a period: "op maandagochtend ligt het er altijd uit" (Sam, client)."""

    said: datetime
    who: str
    side: Side
    words: str
    period: str = ""


def feeling_event(id: str, promise: str, feeling: Feeling, figure: str, written: datetime) -> Event:
    """The event to add to the ledger: a question of that side, with the figure as it was then as evidence.

    It is `questioned`, so that it stays open until somebody answers it: "99,7 % over 2027-03" is no answer.
    """
    data = {"felt": "yes", "note": feeling.words, "period": feeling.period}
    return Event(
        id,
        promise,
        "questioned",
        feeling.who,
        feeling.side,
        feeling.said,
        written,
        (Evidence(measurement=figure),) if figure else (),
        tuple(sorted((key, value) for key, value in data.items() if value)),
    )


def feelings(events: Iterable[Event], promise: str, period: str = "") -> tuple[Feeling, ...]:
    """What was said of a promise over `period` ("" for all); what was corrected later does not count."""
    read = list(events)
    void = {event.get("corrects") for event in read if event.kind == "corrected"}
    return tuple(
        Feeling(event.happened, event.who, event.side, event.get("note"), event.get("period"))
        for event in read
        if event.promise == promise and event.kind == "questioned" and event.get("felt")
        if event.id not in void and period in ("", event.get("period"))
    )

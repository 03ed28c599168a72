"""How each side sees a promise, by what it said last."""

from collections.abc import Sequence
from datetime import date
from typing import cast, get_args

from klaar.clauses.model import Side
from klaar.ledger.calendar import passed
from klaar.ledger.model import Calendar, Cause, Event, Status, Verdict, View

VERDICTS = frozenset({"kept", "late", "broken", "excused"})
CAUSES: frozenset[str] = frozenset(get_args(Cause))
_SAID = VERDICTS | {"delivered"}


def views(events: Sequence[Event], bearer: Side, due: date | None, calendar: Calendar) -> tuple[View, View]:
    """The view of `it` and that of `client`; what both said together counts for each."""
    it, client = (_view(side, events, bearer, due, calendar) for side in ("it", "client"))
    return it, client


def _view(side: Side, events: Sequence[Event], bearer: Side, due: date | None, calendar: Calendar) -> View:
    view = View(side)
    for event in events:
        if event.side not in (side, "both"):
            continue
        if event.kind in _SAID:
            view = _said(view, event, bearer, due, calendar)
        elif event.kind == "cause" and event.get("cause") in CAUSES:
            view = view._replace(cause=cast(Cause, event.get("cause")), cause_reason=event.get("reason"))
    return view


def _said(view: View, event: Event, bearer: Side, due: date | None, calendar: Calendar) -> View:
    """A `late` without more says nothing of the day on which it was done; a `broken` takes that back."""
    reason = event.get("reason")
    if event.kind in ("delivered", "kept"):
        own = bearer in (view.side, "both") and event.side != "both"  # what both call kept is kept
        counted = event.kind == "delivered" or own
        late = due is not None and counted and passed(due, event.happened, calendar)
        said: Verdict = "late" if late else "kept"
        return view._replace(verdict=said, done=event.happened, reason=reason, event=event.id)
    done = None if event.kind == "broken" else view.done
    return view._replace(verdict=cast(Verdict, event.kind), done=done, reason=reason, event=event.id)


def verdict(events: Sequence[Event], both: tuple[View, View], bearer: Side) -> tuple[Status | None, bool]:
    """The status that the two views give together, and whether both gave it.

    Where they differ, or a side disputes the other's and neither gave way since, it is `disputed`. What only
    the bearer says to have delivered is `delivered`. None where nobody said anything.
    """
    it, client = both
    agreed = it.verdict is not None and it.verdict == client.verdict
    if (it.verdict and client.verdict and not agreed) or _disputed(events):
        return "disputed", False
    said = it.verdict or client.verdict
    if said is None or agreed:
        return said, agreed
    rests = next(event for event in events if event.id == (it if it.verdict else client).event)
    claimed = rests.kind == "delivered" and rests.side == bearer
    return ("delivered" if claimed else said), False


def _disputed(events: Sequence[Event]) -> bool:
    """A dispute lasts until the side that raised it gives a verdict, or withdraws it."""
    open_by: set[Side] = set()
    for event in events:
        if event.kind == "disputed":
            open_by.add(event.side)
        elif event.kind in _SAID:
            open_by -= {"it", "client"} if event.side == "both" else {event.side}
    return bool(open_by)

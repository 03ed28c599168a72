"""Whether an event makes sense beside the promises that there are."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from difflib import get_close_matches

from klaar.ledger.errors import LedgerError
from klaar.ledger.model import Duty, Event
from klaar.ledger.moves import day
from klaar.ledger.turns import GENERAL
from klaar.ledger.views import CAUSES

_NEEDED = {"moved": "to", "waiting": "on", "cause": "cause", "corrected": "corrects"}


def check_event(event: Event, duties: Iterable[Duty], turns: Sequence[str] = ()) -> None:
    """Raises `LedgerError` for an event that lacks what its kind needs, or is about nothing that is known.

    `turns` are the names of the turns that its promise has: where there are several it must name one, unless
    it is said of the promise as a whole.
    """
    known = {duty.id for duty in duties}
    find_promise(event.promise, known)
    needed = _NEEDED.get(event.kind)
    if needed and not event.get(needed):
        raise LedgerError("needs_data", kind=event.kind, key=needed)
    for key in ("to", "from"):
        if event.kind == "moved" and event.get(key) and day(event.get(key)) is None:
            raise LedgerError("wrong_day", key=key, value=event.get(key))
    if event.kind == "waiting":
        _check_link(event, known)
    if event.kind == "cause" and event.get("cause") not in CAUSES:
        choices = ", ".join(sorted(CAUSES))
        raise LedgerError("wrong_value", key="cause", value=event.get("cause"), choices=choices)
    if event.kind not in (*GENERAL, "started") and not event.occurrence and any(turns):
        raise LedgerError("needs_occurrence", turns=", ".join([turn for turn in turns if turn][-3:]))


def _check_link(event: Event, known: set[str]) -> None:
    find_promise(event.get("on"), known)
    if (event.get("on"), event.get("on_occurrence")) == (event.promise, event.occurrence):
        raise LedgerError("waits_on_itself")


def find_promise(name: str, known: Iterable[str]) -> str:
    """The promise that is called `name`, or begins with it; raises `LedgerError` for none or several."""
    ids = sorted(known)
    found = [name] if name in ids else [each for each in ids if name and each.startswith(name)]
    if not found:
        nearest = next(iter(get_close_matches(name, ids, 1, 0.0)), "-")
        raise LedgerError("unknown_promise", promise=name, nearest=nearest)
    if len(found) > 1:
        raise LedgerError("several_promises", promise=name)
    return found[0]


def is_later(event: Event, now: datetime) -> bool:
    """Whether it is to happen after `now`: it is kept, and counts from then on."""
    return event.happened > now

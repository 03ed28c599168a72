"""An event as one line of JSON, and back."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, get_args

from klaar.clauses.model import Side
from klaar.ledger.canonical import MOST, canonical
from klaar.ledger.errors import LedgerError
from klaar.ledger.model import YEARS, Event, EventKind, Evidence

KINDS: frozenset[str] = frozenset(get_args(EventKind))
SIDES: frozenset[str] = frozenset(get_args(Side))
_NEEDED = ("id", "promise", "kind", "who", "side", "happened", "written")


def event_record(event: Event) -> dict[str, Any]:
    """The event as a JSON object, without its hash: that is what the hash is of."""
    evidence = [{key: value for key, value in each._asdict().items() if value} for each in event.evidence]
    return {
        "id": event.id,
        "promise": event.promise,
        "kind": event.kind,
        "who": event.who,
        "side": event.side,
        "happened": event.happened.isoformat(),
        "written": event.written.isoformat(),
        "evidence": evidence,
        "data": dict(event.data),
        "previous": event.previous,
    }


def event_line(event: Event) -> str:
    """The event as the line that a file keeps: canonical JSON, with its hash."""
    return canonical({**event_record(event), "hash": event.hash})


def read_event(line: str) -> Event:
    """The event in a line; raises `LedgerError("not_an_event")` with what is wrong with it."""
    try:
        return event_of(json.loads(line))
    except json.JSONDecodeError:
        raise LedgerError("not_an_event", detail="JSON") from None


def event_of(read: Mapping[str, Any]) -> Event:
    """The event in a JSON object; as `read_event`."""
    if not isinstance(read, Mapping):
        raise LedgerError("not_an_event", detail="{}")
    missing = [key for key in _NEEDED if type(read.get(key)) is not str or not read[key]]
    if missing:
        raise LedgerError("not_an_event", detail=", ".join(missing))
    if read["kind"] not in KINDS:
        raise LedgerError("not_an_event", detail=f"kind: {read['kind']}")
    if read["side"] not in SIDES:
        raise LedgerError("not_an_event", detail=f"side: {read['side']}")
    return Event(
        read["id"],
        read["promise"],
        read["kind"],
        read["who"],
        read["side"],
        happened=_moment(read, "happened"),
        written=_moment(read, "written"),
        evidence=_evidence(read.get("evidence") or []),
        data=_data(read.get("data") or {}),
        previous=str(read.get("previous") or ""),
        hash=str(read.get("hash") or ""),
    )


def _moment(read: Mapping[str, Any], key: str) -> datetime:
    """A moment without its zone is no moment: 10:00 is another hour in another place."""
    try:
        moment = datetime.fromisoformat(read[key])
    except ValueError:
        raise LedgerError("not_an_event", detail=f"{key}: {read[key]}") from None
    if moment.tzinfo is None:
        raise LedgerError("no_zone", moment=read[key])
    if moment.year not in YEARS:
        raise LedgerError("not_an_event", detail=f"{key}: {read[key]}")
    return moment


def _evidence(read: object) -> tuple[Evidence, ...]:
    if not read:
        return ()
    if not isinstance(read, list) or not all(isinstance(each, dict) for each in read):
        raise LedgerError("not_an_event", detail="evidence")
    pairs = [pair for each in read for pair in each.items()]
    if any(key not in Evidence._fields or not isinstance(value, str) for key, value in pairs):
        raise LedgerError("not_an_event", detail="evidence")
    return tuple(Evidence(**each) for each in read)


def _data(read: object) -> tuple[tuple[str, str | int | bool], ...]:
    if not isinstance(read, dict):
        raise LedgerError("not_an_event", detail="data")
    for value in read.values():
        if not isinstance(value, str | int) or (isinstance(value, int) and abs(value) > MOST):
            raise LedgerError("not_an_event", detail="data")
    return tuple(sorted(read.items()))

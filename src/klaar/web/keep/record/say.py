"""From a filled-in form to an event in the chain."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, cast

from django.utils import timezone

from klaar.clauses.model import Side
from klaar.ledger.calendar import zone_of
from klaar.ledger.model import Event, EventKind, Evidence, Value
from klaar.ledger.sound import check_event
from klaar.web.keep.chain.store import DatabaseStore
from klaar.web.keep.evidence import keep_evidence
from klaar.web.keep.stand.standing import Standing
from klaar.web.store.models import Membership

_DATA = ("occurrence", "reason", "note", "why", "asked_by", "slack", "cause", "answers")


def say(standing: Standing, seat: Membership, promise: str, kind: str, told: Mapping[str, Any]) -> Event:
    """Keep what someone said of a promise, as their form has it; gives the event as it is kept.

    "Not yet made good" is a question to the other side: what it promised to do did not do. Raises
    `LedgerError` for what makes no sense beside the promises that there are.
    """
    open_question = kind == "made_good" and told.get("good") == "no"
    event = new_event(
        standing,
        seat,
        promise,
        "questioned" if open_question else kind,
        id=told["token"].hex,
        happened=told.get("happened"),
        data=_data(kind, told),
        evidence=_evidence(seat, told),
    )
    check_event(event, standing.duties.values(), [state.occurrence for state in standing.of(promise)])
    return DatabaseStore(seat.agreement_id).add(event)[0]


def new_event(
    standing: Standing,
    seat: Membership,
    promise: str,
    kind: str,
    *,
    id: str,
    happened: date | None = None,
    data: Mapping[str, Value],
    evidence: tuple[Evidence, ...] = (),
) -> Event:
    """An event by who sits on `seat`, not yet kept; it happened now where no day is given."""
    now = timezone.now().astimezone(zone_of(standing.calendar.zone))
    side = cast(Side, seat.side or "other")
    moment = _moment(happened, now)
    pairs = tuple(sorted((key, value) for key, value in data.items() if value not in ("", None)))
    return Event(id, promise, cast(EventKind, kind), str(seat), side, moment, now, evidence, pairs)


def _moment(day: date | None, now: datetime) -> datetime:
    """A day counts as its noon; today is now, so that what is said in turn stays in that order."""
    if day is None or day == now.date():
        return now
    return datetime.combine(day, time(12), now.tzinfo)


def _data(kind: str, told: Mapping[str, Any]) -> dict[str, Value]:
    data: dict[str, Value] = {key: told[key] for key in _DATA if told.get(key) not in ("", None)}
    if told.get("on"):
        data["on"], _, data["on_occurrence"] = str(told["on"]).partition("|")
    if told.get("to"):
        data["to"] = told["to"].isoformat()
    if kind == "started" and told.get("turn"):
        data["occurrence"] = told["turn"]
    return data


def _evidence(seat: Membership, told: Mapping[str, Any]) -> tuple[Evidence, ...]:
    said = [Evidence(link=told["link"])] if told.get("link") else []
    said += [Evidence(measurement=told["measurement"])] if told.get("measurement") else []
    return (*keep_evidence(seat, filter(None, told.get("files") or ())), *said)

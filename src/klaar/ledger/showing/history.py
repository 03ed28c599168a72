"""What happened to one promise, in lines for a reader."""

from collections.abc import Iterable, Iterator

from klaar.ledger.model import Event, Evidence
from klaar.ledger.moves import day
from klaar.ledger.order import in_order
from klaar.ledger.showing.teller import Teller
from klaar.ledger.views import CAUSES

_WORDS = ("reason", "why", "note")


def history_lines(events: Iterable[Event], teller: Teller) -> Iterator[str]:
    """Each event in the order in which it happened; one that was corrected stays, marked as such."""
    known = {event.id: event for event in events}
    standing = {event.id for event in in_order(known.values())}
    for event in sorted(known.values(), key=lambda each: (each.happened, each.written, each.id)):
        void = "" if event.id in standing else f" · {teller.say('history', 'void')}"
        yield f"{teller.day(event.happened)} · {_who(event, teller)}: {_what(event, teller)}{void}"
        yield from (f"  {said}" for said in _rests_on(event, teller))


def _who(event: Event, teller: Teller) -> str:
    side = teller.say("side", event.side)
    return f"{event.who} ({side})" if event.who else side


def _what(event: Event, teller: Teller) -> str:
    """ "date moved to 5 March 2027, “two reviewers are away”"."""
    parts = [teller.say("event", event.kind)]
    to = day(event.get("to"))
    if event.kind == "moved" and to:
        parts[0] = teller.say("history", "moved", date=teller.day(to))
    if event.kind == "cause" and event.get("cause") in CAUSES:
        parts[0] = teller.say("show", "cause", cause=teller.say("cause", event.get("cause")))
    if event.kind == "waiting":
        parts[0] = teller.say("show", "waits", promise=event.get("on"))
    if event.occurrence:
        parts.append(teller.say("show", "occurrence", name=event.occurrence))
    parts += [teller.say("show", "reason", reason=event.get(key)) for key in _WORDS if event.get(key)]
    return ", ".join(parts)


def _rests_on(event: Event, teller: Teller) -> Iterator[str]:
    for each in event.evidence:
        yield teller.say("history", "evidence", what=_named(each))


def _named(evidence: Evidence) -> str:
    file = f"{evidence.name} (SHA-256 {evidence.sha256[:12]}…)" if evidence.sha256 else evidence.name
    return evidence.link or evidence.measurement or file

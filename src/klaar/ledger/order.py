"""Events in the order in which they happened, whatever the order in which they came in."""

from collections.abc import Iterable, Sequence

from klaar.ledger.model import Event


def in_order(events: Iterable[Event]) -> list[Event]:
    """The events by when they happened, were written, and their id; each id once, without what is void.

    Where two events have one id the one that comes first counts, in whatever order they came in.
    """
    once: dict[str, Event] = {}
    for event in sorted(events, key=_place):
        known = once.setdefault(event.id, event)
        if known is not event and _place(known) == _place(event) and _rank(event) < _rank(known):
            once[event.id] = event
    return _standing(list(once.values()))


def _place(event: Event) -> tuple[float, float, str]:
    """Seconds, since moments of several time zones take long to compare."""
    return event.happened.timestamp(), event.written.timestamp(), event.id


def _rank(event: Event) -> str:
    """Which of two that differ under one id and moment counts: any choice, but always the same one."""
    return repr(event[:5] + event[7:9])


def _standing(events: Sequence[Event]) -> list[Event]:
    """Those that no correction makes void; a correction can be made void by a later one."""
    void: set[str] = set()
    for event in reversed(events):
        if event.kind == "corrected" and event.id not in void:
            void.add(event.get("corrects"))
    return [event for event in events if event.id not in void] if void else list(events)

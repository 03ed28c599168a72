"""One date of a feed."""

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any, NamedTuple
from unicodedata import category

from klaar.clauses.model import Side
from klaar.ledger.calendar import local
from klaar.ledger.fold import is_finished
from klaar.ledger.model import Calendar, Duty, State
from klaar.ledger.reminders.model import Rules
from klaar.ledger.showing.teller import Teller

_LONG = 90
_MORNING = timedelta(hours=9)
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


class Entry(NamedTuple):
    """A turn with what a calendar program needs to know of how it changed.

    `sequence` only grows: RFC 5545 (3.8.7.4) lets a program ignore what has a lower one than it saw before.
    `stamp` is when the turn was last written about.
    """

    state: State
    sequence: int = 0
    stamp: datetime = _EPOCH


def uid(ledger: str, promise: str, occurrence: str) -> str:
    """The name of a date for good: of the ledger, the promise and the turn; a moved date keeps it."""
    named = "\n".join((ledger, promise, occurrence))
    return f"{sha256(named.encode('utf-8')).hexdigest()[:32]}@klaar"


def entry_event(entry: Entry, duty: Duty, side: Side, ledger: str, teller: Teller) -> Any:
    """The VEVENT of a turn with a date; it warns who must act before it, and who waits a day after it."""
    from icalendar import Event  # noqa: PLC0415

    state, own = entry.state, entry.state.bearer in (side, "both")
    summary = _summary(state, duty, own, teller)
    event = Event()
    event.add("uid", uid(ledger, state.promise, state.occurrence))
    event.add("dtstamp", entry.stamp.astimezone(UTC))
    event.add("last-modified", entry.stamp.astimezone(UTC))
    event.add("sequence", entry.sequence)
    event.add("dtstart", _start(state.due))
    event.add("summary", summary)
    event.add("description", "\n\n".join(_told(state, duty, teller)))
    event.add("status", "CANCELLED" if state.status in ("withdrawn", "excused") else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    if not is_finished(state):
        for before in _warnings(state, own, teller.calendar):
            event.add_component(_alarm(before, summary))
    return event


def _start(due: date | None) -> date:
    """A moment in UTC, so that no program needs to know the time zone; a day as it is."""
    assert due is not None
    return due.astimezone(UTC) if isinstance(due, datetime) else due


def _summary(state: State, duty: Duty, own: bool, teller: Teller) -> str:
    words = _words(duty)
    words = words if len(words) <= _LONG else f"{words[: _LONG - 1].rstrip()}…"
    key = "done" if state.done else ("own" if own else "theirs")
    return teller.say("feed", key, words=words, side=teller.say("side", state.bearer))


def _told(state: State, duty: Duty, teller: Teller) -> list[str]:
    told = [f"{teller.say('side', state.bearer)}: {teller.say('status', state.status)}"]
    if state.moves and state.first_due:
        moved = teller.say("show", "moved", count=len(state.moves))
        told.append(f"{moved} · {teller.say('show', 'first', date=teller.day(state.first_due))}")
    return [*told, _words(duty)]


def _words(duty: Duty) -> str:
    """The words of the promise; RFC 5545 (3.3.11) has no place for control characters in a text."""
    words = "".join(" " if category(sign) == "Cc" else sign for sign in duty.words)
    return " ".join(words.split()) or duty.id


def _warnings(state: State, own: bool, calendar: Calendar) -> list[timedelta]:
    """How long before (negative) or after the begin a program warns; for a day at 9:00 in the morning."""
    rules = Rules()
    days = [-step for step in rules.ahead] if own else [rules.waits[0]]
    if isinstance(state.due, datetime):
        clock = local(state.due, calendar).time()
        return [timedelta(days=each) for each in days if each or clock.hour]
    return [timedelta(days=each) + _MORNING for each in days]


def _alarm(before: timedelta, said: str) -> Any:
    from icalendar import Alarm  # noqa: PLC0415

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", said)
    alarm.add("trigger", before)
    return alarm

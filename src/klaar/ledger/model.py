"""What happened to promises, and how they stand: events go in, states come out."""

from datetime import date, datetime, time
from typing import Literal, NamedTuple

from klaar.clauses.model import Side
from klaar.ledger.event import YEARS, Event, EventKind, Evidence, Value

__all__ = [
    "YEARS",
    "Calendar",
    "Cause",
    "Duty",
    "Event",
    "EventKind",
    "Evidence",
    "Move",
    "State",
    "Status",
    "Value",
    "Verdict",
    "View",
]

Verdict = Literal["kept", "late", "broken", "excused"]

Cause = Literal["question", "agreement", "delivery", "input", "someone_else", "bad_luck"]
"""Why it went wrong, in the view of one side: `input` is that of the client, `delivery` that of it."""

Status = Literal[
    "not_started",
    "open",
    "waiting",
    "overdue",
    "delivered",
    "kept",
    "late",
    "broken",
    "excused",
    "disputed",
    "withdrawn",
]
"""`not_started` counts from an event that did not happen yet; `disputed`: both sides see it differently."""


class Duty(NamedTuple):
    """A promise as the ledger follows it: "Leverancier levert elke maand een rapport, binnen 5 werkdagen".

    `id` and `kind` are those of the `Promise`, `words` its quote. `due` is its date, where it has one.
    `within` (ISO 8601) counts from an event that `since` names; `business` counts in working days. `each` is
    how often it recurs (P1M), from `first` to `last`.
    """

    id: str
    bearer: Side
    beneficiary: Side
    kind: str
    words: str
    due: date | None = None
    within: str = ""
    business: bool = False
    since: str = ""
    each: str = ""
    first: date | None = None
    last: date | None = None


class Calendar(NamedTuple):
    """The days of an agreement: its time zone, the days on which nobody works, and its office hours."""

    zone: str = "Europe/Amsterdam"
    closed: frozenset[date] = frozenset()
    hours: tuple[time, time] = (time(9), time(17))


class Move(NamedTuple):
    """A date that moved: said on `said` by `side`, at the wish of `asked_by`, from one day to another."""

    said: datetime
    old: date | None
    new: date
    why: str
    side: Side
    asked_by: str
    event: str


class View(NamedTuple):
    """How one side sees a promise: its verdict, the day it was done, and the cause that it chose.

    `verdict` is None while that side said nothing; `event` is the id of the event that it rests on. What the
    bearer delivered counts as `kept` up to its date and as `late` after it.
    """

    side: Side
    verdict: Verdict | None = None
    done: datetime | None = None
    reason: str = ""
    event: str = ""
    cause: Cause | None = None
    cause_reason: str = ""


class State(NamedTuple):
    """How one turn of a promise stands on a day: due 1 March, moved once, delivered, the client says late.

    `occurrence` is "" where the promise has one turn only. `first_due` is the date as it was agreed, `due`
    as it is now. `views` holds that of `it` and of `client`, in that order. `agreed` is true where both gave
    the same verdict. `done` is when it was done, by the bearer's own account first. `events` are the ids of
    what happened to it, in order; `questions` those of questions that nobody answered.
    """

    promise: str
    occurrence: str
    bearer: Side
    beneficiary: Side
    kind: str
    status: Status
    first_due: date | None = None
    due: date | None = None
    began: datetime | None = None
    done: datetime | None = None
    agreed: bool = False
    views: tuple[View, View] = (View("it"), View("client"))
    moves: tuple[Move, ...] = ()
    waits_on: tuple[tuple[str, str, int], ...] = ()
    confirmed: tuple[Side, ...] = ()
    questions: tuple[str, ...] = ()
    broken: datetime | None = None
    apologised: datetime | None = None
    made_good: datetime | None = None
    events: tuple[str, ...] = ()

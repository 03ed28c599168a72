"""What happened to promises, and how they stand: events go in, states come out."""

from datetime import date, datetime, time
from typing import Literal, NamedTuple

from klaar.clauses.model import Side

EventKind = Literal[
    "confirmed",
    "questioned",
    "answered",
    "corrected",
    "moved",
    "waiting",
    "started",
    "delivered",
    "kept",
    "late",
    "broken",
    "excused",
    "disputed",
    "apologised",
    "made_good",
    "withdrawn",
    "cause",
]
"""What can happen to a promise.

`started`: the event that a deadline counts from happened; `waiting`: it waits on another promise; `kept`,
`late`, `broken` and `excused` are the verdict of the side that says it; `cause`: that side chose the cause.
"""

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

YEARS = range(1900, 2201)
"""The years in which things happen and are due: others are a slip of the pen, and no calendar has them."""

Value = str | int | bool
"""A value of an event: whole numbers only, since a fraction has no single form to take a hash of."""


class Evidence(NamedTuple):
    """What an event rests on: the `sha256` and `name` of a file, a `link`, or a `measurement` in words."""

    sha256: str = ""
    name: str = ""
    link: str = ""
    measurement: str = ""


class Event(NamedTuple):
    """One thing that happened to a promise: "on 3 March the client moved the date to 1 June".

    `promise` is the id of a `Duty`; `happened` and `written` are moments with a time zone; `side` is the side
    of `who`. `data` holds what its kind needs, in the order of its keys:

    - any: `occurrence`, which turn it is about ("2027-03-31"; an invoice's number), or the promise itself;
    - any: `note`, words in which it was said; `reason` why;
    - `moved`: `from`, `to` (ISO 8601 dates), `why`, `asked_by` (a side);
    - `waiting`: `on` (the id of the promise it waits on), `on_occurrence`, `slack` (days of room between);
    - `cause`: `cause` (one of `Cause`), `reason`;
    - `answered`: `answers`, the id of the question (absent: all that were open);
    - `corrected`: `corrects`, the id of the event that it makes void.

    `previous` and `hash` chain the events of one agreement in the order in which they were written.
    """

    id: str
    promise: str
    kind: EventKind
    who: str
    side: Side
    happened: datetime
    written: datetime
    evidence: tuple[Evidence, ...] = ()
    data: tuple[tuple[str, Value], ...] = ()
    previous: str = ""
    hash: str = ""

    def get(self, key: str) -> str:
        """What `data` has under `key`, as words; "" where it has nothing."""
        for name, value in self.data:  # no generator: this is asked several times of each event
            if name == key:
                return str(value)
        return ""

    @property
    def occurrence(self) -> str:
        """Which turn of the promise it is about; "" is the promise itself."""
        return self.get("occurrence")


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

"""One thing that happened to a promise."""

from datetime import datetime
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

"""What was agreed, what was measured, and how the two lie beside each other. Moments are in UTC."""

from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Literal, NamedTuple

Metric = Literal["availability", "response_time", "resolution_time"]
State = Literal["up", "down", "maintenance", "excluded", "unknown"]
"""`maintenance`: planned and agreed; `excluded`: does not count by agreement, as a fault of the client."""

Outcome = Literal["kept", "missed", "unsure", "nothing"]
"""`unsure`: what was not measured decides; `nothing`: no time or no ticket counts in this period."""

NONE = timedelta()


class Stretch(NamedTuple):
    """A stretch of time; `end` is the first moment after it."""

    start: datetime
    end: datetime


class Interval(NamedTuple):
    """A measured stretch: "down from 09:10 to 09:31 (database)". `row` is its line in the file (0: none)."""

    start: datetime
    end: datetime
    state: State
    note: str = ""
    row: int = 0


class Outage(NamedTuple):
    """One interruption from its first to its last moment that counts; `counted` is what counts of it.

    `note` is what was written with it: "database full".
    """

    start: datetime
    end: datetime
    counted: timedelta
    note: str = ""


class Ticket(NamedTuple):
    """A report: opened, answered, solved (None: not yet), and when it waited for the client.

    `wrong` is true where its moments cannot be, such as an answer before the question: it is counted as
    unknown.
    """

    id: str
    opened: datetime
    answered: datetime | None = None
    solved: datetime | None = None
    pauses: tuple[Stretch, ...] = ()
    kind: str = ""
    row: int = 0
    wrong: bool = False


class Level(NamedTuple):
    """What was agreed: "99,5 %" has `least` 995/1000; "95 % binnen 4 uur" also has `within`.

    `least` is a share from 0 to 1; `within` counts in service hours. `words` is how it was written, `per`
    over what it counts ("per kwartaal" is P3M), "" where the words do not say.
    """

    least: Fraction
    metric: Metric = "availability"
    within: timedelta | None = None
    words: str = ""
    per: str = ""


class Hours(NamedTuple):
    """Service hours: "ma-vr 7-19". For each day of the week (Monday first) its stretches in minutes.

    A stretch that ends after 1440 goes on the next day and belongs to the day on which it starts. On the
    days in `closed` no stretch starts. `zone` names the clocks.
    """

    week: tuple[tuple[tuple[int, int], ...], ...] = (((0, 1440),),) * 7
    zone: str = "Europe/Amsterdam"
    closed: frozenset[date] = frozenset()


ALWAYS = Hours()
"""Day and night, on Dutch clocks."""


class Period(NamedTuple):
    """What is measured over: "2027-03" from 1 March 00:00 to 1 April 00:00 on the clocks of the agreement."""

    name: str
    start: datetime
    end: datetime


class Note(NamedTuple):
    """Something to be said with a figure; `code` is a key under [notes] in levels.toml, `fields` fill it."""

    code: str
    fields: tuple[tuple[str, str | int], ...] = ()


def seconds(length: timedelta) -> Fraction:
    """The length in seconds, exactly."""
    return Fraction(length // timedelta(microseconds=1), 1_000_000)

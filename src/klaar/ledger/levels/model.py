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


class Measured(NamedTuple):
    """An availability over a period, in exact times.

    `service` is the service time up to the moment of measuring; `maintenance` and `excluded` are taken off
    it, what is left is `up`, `down` and `unknown`. `whole` is what counts in the whole period, also what is
    still to come. `outages` are the interruptions, one that lasts a night only once; `gaps` the stretches of
    which nothing is known.
    """

    level: Level
    period: Period
    service: timedelta
    maintenance: timedelta
    excluded: timedelta
    up: timedelta
    down: timedelta
    unknown: timedelta
    whole: timedelta
    outages: tuple[Outage, ...] = ()
    gaps: tuple[Stretch, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def counted(self) -> timedelta:
        """The time that counts so far."""
        return self.up + self.down + self.unknown

    @property
    def best(self) -> Fraction | None:
        """The share of the time that it worked, were it up in all that is unknown; None for no time."""
        return share(self.up + self.unknown, self.counted)

    @property
    def worst(self) -> Fraction | None:
        """The same, were it down in all that is unknown."""
        return share(self.up, self.counted)

    @property
    def allowance(self) -> Fraction:
        """How long it may be down in the whole period, in seconds."""
        return (1 - self.level.least) * seconds(self.whole)

    @property
    def left_best(self) -> Fraction:
        """What is left of the allowance in seconds (below 0: overspent), were all that is unknown up."""
        return self.allowance - seconds(self.down)

    @property
    def left_worst(self) -> Fraction:
        """The same, were it down in all that is unknown."""
        return self.left_best - seconds(self.unknown)

    @property
    def outcome(self) -> Outcome:
        """Whether the level was kept over what was measured so far."""
        return outcome(self.level.least, self.best, self.worst)


class MeasuredTimes(NamedTuple):
    """Response or solution times over a period: of so many tickets so many were in time.

    A ticket counts in the period in which it was opened. `within`, `late` and `unsure` are numbers of
    tickets; `unsure` are those that still run within their time, or whose moments cannot be. `times` has
    the service time of every finished one (ticket, time), shortest first.
    """

    level: Level
    period: Period
    within: int
    late: int
    unsure: int
    times: tuple[tuple[str, timedelta], ...] = ()
    lates: tuple[tuple[str, timedelta], ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def counted(self) -> int:
        """How many tickets count."""
        return self.within + self.late + self.unsure

    @property
    def best(self) -> Fraction | None:
        """The share in time, were every unsure one in time; None for no tickets."""
        return Fraction(self.within + self.unsure, self.counted) if self.counted else None

    @property
    def worst(self) -> Fraction | None:
        """The same, were none of them."""
        return Fraction(self.within, self.counted) if self.counted else None

    @property
    def allowance(self) -> int:
        """How many of the tickets so far may be late."""
        return int((1 - self.level.least) * self.counted)

    @property
    def left_best(self) -> int:
        """How many more may be late (below 0: overspent), were every unsure one in time."""
        return self.allowance - self.late

    @property
    def left_worst(self) -> int:
        """The same, were none of them."""
        return self.left_best - self.unsure

    @property
    def outcome(self) -> Outcome:
        """Whether the level was kept over the tickets so far."""
        return outcome(self.level.least, self.best, self.worst)


def seconds(length: timedelta) -> Fraction:
    """The length in seconds, exactly."""
    return Fraction(length // timedelta(microseconds=1), 1_000_000)


def share(part: timedelta, of: timedelta) -> Fraction | None:
    """`part` of `of` as an exact share; None of nothing."""
    return seconds(part) / seconds(of) if of else None


def outcome(least: Fraction, best: Fraction | None, worst: Fraction | None) -> Outcome:
    """Kept where even the worst case is enough, missed where even the best is not, else unsure."""
    if best is None or worst is None:
        return "nothing"
    if worst >= least:
        return "kept"
    return "missed" if best < least else "unsure"

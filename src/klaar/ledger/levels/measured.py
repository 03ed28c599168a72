"""How what was measured lies beside what was agreed: sums, the best and the worst case, the allowance."""

from datetime import timedelta
from fractions import Fraction
from typing import NamedTuple

from klaar.ledger.levels.model import Interval, Level, Note, Outage, Outcome, Period, Stretch, seconds


class Measured(NamedTuple):
    """An availability over a period, in exact times.

    `service` is the service time up to the moment of measuring; `maintenance` and `excluded` are taken off
    it, what is left is `up`, `down` and `unknown`. `whole` is what counts in the whole period, also what is
    still to come. `outages` are the interruptions, one that lasts a night only once; `gaps` the stretches of
    which nothing is known; `taken_off` the maintenance and what is excluded, in service hours.
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
    taken_off: tuple[Interval, ...] = ()
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

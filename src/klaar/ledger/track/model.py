"""What a track record counts."""

from typing import NamedTuple

from klaar.clauses.model import Side

FEWEST = 5
"""With fewer cases than this no percentage and no percentile is told: the cases themselves are."""


class Track(NamedTuple):
    """How the promises of `side` went, of one `kind` ("" for all): 8 on time, 2 late, 1 broken, 3 open.

    `kept` are those that were in time for the date that counted then, `moved_first` how many of them only
    since that date had moved; `delivered` waits for the other side's word, `disputed` is seen differently by
    both, `open` has a date and no end yet, `overdue` are those of them that are past it. `undated` are the
    others without an end: they have no date, or count from an event that did not happen yet. What was
    withdrawn or excused counts nowhere.

    The rest are single cases, sorted, in calendar days: `slips` how much later than agreed at first each was
    done (negative: earlier), `notices` how long before the date each move was said (negative: after it),
    `until_sorry` and `until_good` how long it took from the day it went wrong until sorry was said and until
    it was made good; `unsaid` is how often it went wrong and nobody said sorry yet.
    """

    side: Side
    kind: str = ""
    kept: int = 0
    moved_first: int = 0
    late: int = 0
    broken: int = 0
    delivered: int = 0
    disputed: int = 0
    open: int = 0
    overdue: int = 0
    undated: int = 0
    moves: int = 0
    slips: tuple[int, ...] = ()
    notices: tuple[int, ...] = ()
    until_sorry: tuple[int, ...] = ()
    until_good: tuple[int, ...] = ()
    unsaid: int = 0

    @property
    def finished(self) -> int:
        """Those on whose end there is a verdict."""
        return self.kept + self.late + self.broken

    @property
    def on_time(self) -> int | None:
        """Of 100 finished ones how many were kept in time; None with fewer than 5."""
        return round(100 * self.kept / self.finished) if self.finished >= FEWEST else None


def percentile(cases: tuple[int, ...], share: int) -> int | None:
    """The least of the sorted `cases` that `share` of 100 do not exceed (nearest rank); None below 5."""
    if len(cases) < FEWEST:
        return None
    return cases[max(0, -(-share * len(cases) // 100) - 1)]

"""Checks at moments become intervals: each says how it is until the next."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from klaar.ledger.levels.errors import LevelError
from klaar.ledger.levels.imports.intervals import state_of
from klaar.ledger.levels.imports.moments import Clock
from klaar.ledger.levels.imports.sheet import Sheet
from klaar.ledger.levels.model import Interval, Note, State

_JITTER = 2
"""A check that comes within twice its time is late, not missing."""


class Check(NamedTuple):
    """How it was at a moment."""

    at: datetime
    state: State
    row: int = 0


def read_checks(
    sheet: Sheet, clock: Clock, every: timedelta | None
) -> tuple[tuple[Interval, ...], list[Note]]:
    """The checks in `sheet`, as intervals; `every` is how often they come (None: what is most usual)."""
    checks = [
        Check(clock.read(row.get("time"), row.number), state_of(row.get("state"), row.number), row.number)
        for row in sheet.rows
    ]
    return checks_as_intervals(checks, every)


def checks_as_intervals(
    checks: Sequence[Check], every: timedelta | None
) -> tuple[tuple[Interval, ...], list[Note]]:
    """Each check holds until the next; where that does not come within twice `every`, for `every`.

    What comes after is not measured. Two checks of one moment that say different things are unknown. Raises
    `LevelError("one_check")` where a single check cannot tell how often they come.
    """
    ordered = sorted(checks)
    every = every or _usual(ordered)
    found: list[Interval] = []
    for check, after in zip(ordered, [*ordered[1:], None], strict=True):
        end = check.at + every
        if after and after.at - check.at <= _JITTER * every:
            end = after.at
        twice = found and found[-1].start == check.at and found[-1].state != check.state
        found.append(Interval(check.at, end, "unknown" if twice else check.state, "", check.row))
    return tuple(found), [Note("every", (("length", int(every.total_seconds())),))]


def _usual(ordered: Sequence[Check]) -> timedelta:
    """The most usual time between two checks; the shortest of those that are as usual."""
    gaps = Counter(after.at - check.at for check, after in pairwise(ordered) if after.at > check.at)
    if not gaps:
        raise LevelError("one_check")
    return min(gaps, key=lambda gap: (-gaps[gap], gap))

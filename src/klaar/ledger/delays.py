"""Whose days a delay is made of: along the promises that waited on each other."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

from klaar.clauses.model import Side
from klaar.ledger.calendar import local
from klaar.ledger.fold import is_finished
from klaar.ledger.model import Calendar, State

Name = tuple[str, str]
"""A promise and its turn."""


class Step(NamedTuple):
    """The days of a delay that arose at one promise: "8 of them at the data that the client delivers"."""

    promise: str
    occurrence: str
    side: Side
    days: int


class Delay(NamedTuple):
    """How many calendar days later than agreed at first, and where they arose: the own part comes first.

    The days of `steps` add up to `days`. `circular` is true where the promises wait on each other: the walk
    ends there.
    """

    days: int
    steps: tuple[Step, ...]
    circular: bool = False

    @property
    def own(self) -> int:
        """The days that the promise itself is late beyond what came from elsewhere."""
        return self.steps[0].days if self.steps else 0


def delays(states: Iterable[State], today: date, calendar: Calendar) -> dict[Name, Delay]:
    """The delay of each turn that is late, or moved to a later day than agreed at first.

    Late is up to the day it was done, else up to its present date or today, the later of the two. What it
    waited on passes its own delay on, less the `slack` days that lay between; of several the one that
    passes on most is critical. Never more comes from elsewhere than the whole delay. Source: the critical
    path method (Kelley and Walker, 1959), on the days that were agreed and the days that became of them.
    """
    by_name = {(state.promise, state.occurrence): state for state in states}
    day = _day(today, calendar)
    late = {name: _late(state, day, calendar) for name, state in by_name.items()}
    return {name: _delay(name, by_name, late) for name, days in late.items() if days}


def _late(state: State, today: date, calendar: Calendar) -> int:
    if state.first_due is None or state.status in ("withdrawn", "excused"):
        return 0
    due = _day(state.due or state.first_due, calendar)
    open_until = due if is_finished(state) else max(due, today)
    end = _day(state.done, calendar) if state.done else open_until
    return max(0, (end - _day(state.first_due, calendar)) // timedelta(days=1))


def _delay(name: Name, by_name: Mapping[Name, State], late: Mapping[Name, int]) -> Delay:
    steps: list[Step] = []
    seen: set[Name] = set()
    here: Name | None = name
    days = late[name]
    while here is not None and days:
        if here in seen:
            return Delay(late[name], _merged(steps, days), circular=True)
        seen.add(here)
        before, passed = _critical(by_name[here], late)
        passed = min(days, passed)
        steps.append(Step(*here, by_name[here].bearer, days - passed))
        here, days = before, passed
    return Delay(late[name], tuple(step for step in steps if step.days or step is steps[0]))


def _merged(steps: list[Step], days: int) -> tuple[Step, ...]:
    """What goes round in a circle is of the promise that it was asked of."""
    return (steps[0]._replace(days=steps[0].days + days), *(step for step in steps[1:] if step.days))


def _critical(state: State, late: Mapping[Name, int]) -> tuple[Name | None, int]:
    """What it waited on that passes on most days, and how many; the first where two pass on as many."""
    best: tuple[Name | None, int] = (None, 0)
    for on, turn, slack in state.waits_on:
        passed = late.get((on, turn), 0) - slack
        if passed > best[1]:
            best = ((on, turn), passed)
    return best


def _day(due: date, calendar: Calendar) -> date:
    return local(due, calendar).date() if isinstance(due, datetime) else due


def causes(states: Iterable[State]) -> Iterator[tuple[Side, str, int]]:
    """How often each side chose each cause, in its own view: ("it", "input", 3); the most frequent first."""
    counts: dict[tuple[Side, str], int] = {}
    for state in states:
        for view in state.views:
            if view.cause:
                counts[view.side, view.cause] = counts.get((view.side, view.cause), 0) + 1
    for (side, cause), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield side, cause, count

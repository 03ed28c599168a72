"""What the ledger tells a forecast: how earlier promises of a date went."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import NamedTuple

from klaar.ledger.calendar import local
from klaar.ledger.fold import is_finished
from klaar.ledger.model import Calendar, State


class Case(NamedTuple):
    """One promise of a date: "started 1 March, promised for 1 June, ready on 20 July".

    The fields are those of `klaar.forecast.model.Case`, in its order: `Case(*case)` makes one. `group` is the
    promise and its turn; each move is a case of the same group. `seen` is the last day on which an unfinished
    one was known to be open.
    """

    start: date
    promised: date
    done: date | None = None
    group: str = ""
    kind: str = ""
    seen: date | None = None
    progress: float | None = None


def cases(
    states: Iterable[State],
    begun: date,
    today: date,
    calendar: Calendar,
    starts: Mapping[str, date] | None = None,
) -> Iterator[Case]:
    """A case for each date that was promised and each to which it moved.

    It starts on the day in `starts` (by promise), else when its time began to count, else on `begun`, the
    first day of the agreement. What was withdrawn or excused, or was to be ready before it started, tells
    nothing of how long things take and is left out, as is what is finished without a day on which it was.
    """
    for state in states:
        if state.first_due is None or state.status in ("withdrawn", "excused"):
            continue
        done = local(state.done, calendar).date() if state.done else None
        if done is None and is_finished(state):
            continue
        began = local(state.began, calendar).date() if state.began else begun
        group = f"{state.promise}/{state.occurrence}".rstrip("/")
        said = [((starts or {}).get(state.promise, began), state.first_due)]
        said += [(local(move.said, calendar).date(), move.new) for move in state.moves]
        for start, promised in said:
            if start < _day(promised, calendar):
                yield Case(start, _day(promised, calendar), done, group, state.kind, None if done else today)


def _day(due: date, calendar: Calendar) -> date:
    return local(due, calendar).date() if isinstance(due, datetime) else due

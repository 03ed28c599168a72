"""Counting how promises went."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import groupby

from klaar.clauses.model import Side
from klaar.ledger.calendar import local
from klaar.ledger.model import Calendar, State
from klaar.ledger.track.model import Track

_UNCOUNTED = ("withdrawn", "excused")
_SAID = ("kept", "late", "broken", "delivered", "disputed")


def track_record(states: Iterable[State], calendar: Calendar) -> list[Track]:
    """The record of each side: all kinds together first (`kind` ""), then each kind that it has.

    For several agreements count each by itself; the records are not added up.
    """
    counted = sorted(
        (state for state in states if state.status not in _UNCOUNTED),
        key=lambda state: (state.bearer != "it", state.bearer, state.kind),
    )
    found = []
    for side, own in groupby(counted, key=lambda state: state.bearer):
        mine = list(own)
        kinds = [list(same) for _, same in groupby(mine, key=lambda state: state.kind)]
        found.append(_track(side, "", mine, calendar))
        found += [_track(side, same[0].kind, same, calendar) for same in kinds]
    return found


def _track(side: Side, kind: str, states: Sequence[State], calendar: Calendar) -> Track:
    count = {status: sum(state.status == status for state in states) for status in _SAID}
    wrong = [(state, day) for state in states if (day := _went_wrong(state, calendar)) is not None]
    return Track(
        side,
        kind,
        kept=count["kept"],
        moved_first=sum(state.status == "kept" and bool(state.moves) for state in states),
        late=count["late"],
        broken=count["broken"],
        delivered=count["delivered"],
        disputed=count["disputed"],
        open=sum(state.status not in _SAID and state.due is not None for state in states),
        undated=sum(state.status not in _SAID and state.due is None for state in states),
        overdue=sum(state.status == "overdue" for state in states),
        moves=sum(len(state.moves) for state in states),
        slips=tuple(sorted(_slips(states, calendar))),
        notices=tuple(sorted(_notices(states, calendar))),
        until_sorry=_times([(day, state.apologised) for state, day in wrong], calendar),
        until_good=_times([(day, state.made_good) for state, day in wrong], calendar),
        unsaid=sum(state.apologised is None for state, _ in wrong),
    )


def _slips(states: Iterable[State], calendar: Calendar) -> Iterator[int]:
    for state in states:
        if state.done and state.first_due and state.status != "disputed":
            yield (_day(state.done, calendar) - _day(state.first_due, calendar)).days


def _notices(states: Iterable[State], calendar: Calendar) -> Iterator[int]:
    for state in states:
        for move in state.moves:
            if move.old:
                yield (_day(move.old, calendar) - _day(move.said, calendar)).days


def _went_wrong(state: State, calendar: Calendar) -> date | None:
    """The day it went wrong: its date where that passed, else the day on which someone said so."""
    if state.status not in ("late", "broken"):
        return None
    if state.due and (state.done is None or _day(state.done, calendar) > _day(state.due, calendar)):
        return _day(state.due, calendar)
    said = state.broken or state.done
    return _day(said, calendar) if said else None


def _times(cases: Iterable[tuple[date, datetime | None]], calendar: Calendar) -> tuple[int, ...]:
    """What was said before it went wrong took no time."""
    return tuple(sorted(max(0, (_day(end, calendar) - begin).days) for begin, end in cases if end))


def _day(moment: date, calendar: Calendar) -> date:
    return local(moment, calendar).date() if isinstance(moment, datetime) else moment

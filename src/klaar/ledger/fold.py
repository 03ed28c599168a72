"""From what happened to how it stands: a pure fold over events, in whatever order they came in."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from klaar.clauses.model import Side
from klaar.ledger.calendar import end_of, passed
from klaar.ledger.model import Calendar, Duty, Event, State, Status
from klaar.ledger.moves import moves
from klaar.ledger.order import in_order
from klaar.ledger.turns import GENERAL, Turn, turns
from klaar.ledger.views import verdict, views

FINISHED: frozenset[Status] = frozenset({"delivered", "kept", "late", "broken", "excused", "withdrawn"})
"""The statuses in which nothing is waited for; except a `late` without the day on which it was done."""


def fold_ledger(
    duties: Iterable[Duty], events: Iterable[Event], today: date, calendar: Calendar
) -> tuple[State, ...]:
    """How each turn of each duty stands on `today` (a day, or a moment).

    What happened after `today` does not count yet; what is about a promise that `duties` lack does not
    count (`left_out` names both). The order of the events makes no difference, nor does one that comes
    twice. Raises `LedgerError` for a time zone or a duration that does not exist.
    """
    by_promise = _by_promise(events, end_of(today, calendar))
    states = [
        state
        for duty in {duty.id: duty for duty in duties}.values()
        for state in _states(duty, by_promise.get(duty.id, ()), today, calendar)
    ]
    finished = {(state.promise, state.occurrence): is_finished(state) for state in states}
    return tuple(_waiting(state, finished) for state in states)


def is_finished(state: State) -> bool:
    """Whether nothing is waited for any longer."""
    return state.done is not None or (state.status in FINISHED and state.status != "late")


def left_out(
    duties: Iterable[Duty], events: Iterable[Event], today: date, calendar: Calendar
) -> tuple[list[Event], list[Event]]:
    """The events about promises that are unknown, and those that have not happened yet, in order."""
    known = {duty.id for duty in duties}
    ordered, until = in_order(events), end_of(today, calendar)
    unknown = [event for event in ordered if event.promise not in known]
    return unknown, [event for event in ordered if event.promise in known and event.happened > until]


def _by_promise(events: Iterable[Event], until: datetime) -> Mapping[str, list[Event]]:
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for event in in_order(event for event in events if event.happened <= until):
        found[event.promise].append(event)
    return found


def _states(duty: Duty, events: Sequence[Event], today: date, calendar: Calendar) -> list[State]:
    found = turns(duty, events, today, calendar)
    if len(found) == 1 and not found[0].name:
        return [_state(duty, found[0], events, today, calendar)]
    general = [event for event in events if not event.occurrence and event.kind in GENERAL]
    by_turn: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.occurrence or event.kind not in GENERAL:
            by_turn[event.occurrence].append(event)
    return [_state(duty, turn, _own(general, by_turn[turn.name]), today, calendar) for turn in found]


def _own(general: list[Event], own: list[Event]) -> list[Event]:
    return in_order([*general, *own]) if general else own


def _state(duty: Duty, turn: Turn, events: Sequence[Event], today: date, calendar: Calendar) -> State:
    moved = moves(events, turn.due)
    due = moved[-1].new if moved else turn.due
    both = views(events, duty.bearer, due, calendar)
    said, agreed = verdict(events, both, duty.bearer)
    starts = bool(duty.within) and turn.began is None
    own, other = both if duty.bearer != "client" else both[::-1]
    return State(
        duty.id,
        turn.name,
        duty.bearer,
        duty.beneficiary,
        duty.kind,
        said or _unsaid(events, due is None and starts, due is not None and passed(due, today, calendar)),
        first_due=turn.due,
        due=due,
        began=turn.began,
        done=own.done or other.done,
        agreed=agreed,
        views=both,
        moves=moved,
        waits_on=_links(events),
        confirmed=_confirmed(events),
        questions=_questions(events),
        broken=_first(events, "broken", "late"),
        apologised=_first(events, "apologised"),
        made_good=_first(events, "made_good"),
        events=tuple(event.id for event in events),
    )


def _unsaid(events: Sequence[Event], starts: bool, late: bool) -> Status:
    """The status of what neither side gave a verdict on."""
    if any(event.kind == "withdrawn" for event in events):
        return "withdrawn"
    if starts:
        return "not_started"
    return "overdue" if late else "open"


def _waiting(state: State, finished: Mapping[tuple[str, str], bool]) -> State:
    """What is open waits while something that it waits on is not there; an unknown one is not there."""
    if state.status != "open" or all(finished.get((on, turn), False) for on, turn, _ in state.waits_on):
        return state
    return state._replace(status="waiting")


def _links(events: Sequence[Event]) -> tuple[tuple[str, str, int], ...]:
    found: dict[tuple[str, str], int] = {}
    for event in events:
        if event.kind == "waiting" and event.get("on"):
            slack = event.get("slack")
            found[event.get("on"), event.get("on_occurrence")] = int(slack) if slack.isdecimal() else 0
    return tuple((on, turn, slack) for (on, turn), slack in found.items())


def _confirmed(events: Sequence[Event]) -> tuple[Side, ...]:
    said = {event.side for event in events if event.kind == "confirmed"}
    return tuple(side for side in ("it", "client") if side in said or "both" in said)


def _questions(events: Sequence[Event]) -> tuple[str, ...]:
    found: list[str] = []
    for event in events:
        if event.kind == "questioned":
            found.append(event.id)
        elif event.kind == "answered":
            answers = event.get("answers")
            found = [each for each in found if answers and each != answers]
    return tuple(found)


def _first(events: Sequence[Event], *kinds: str) -> datetime | None:
    return next((event.happened for event in events if event.kind in kinds), None)

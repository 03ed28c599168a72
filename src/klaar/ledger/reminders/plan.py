"""Which reminders it is time for."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Literal, NamedTuple

from klaar.ledger.calendar import length_of, local
from klaar.ledger.model import Calendar, Duty, State
from klaar.ledger.reminders.model import Person, Reminder, Role, Rules

_KINDS = ("obligation", "service_level")
_OPEN = ("open", "waiting", "overdue")
_RULES = Rules()
_DAYS = (365, 30, 7, 1)


class _When(NamedTuple):
    today: date
    calendar: Calendar
    rules: Rules
    horizon: int


def plan_reminders(
    states: Iterable[State],
    duties: Mapping[str, Duty],
    person: Person,
    today: date,
    calendar: Calendar,
    *,
    rules: Rules = _RULES,
    horizon: int = 0,
) -> Iterator[Reminder]:
    """What `person` is to be told by `today`, also what should have been told on an earlier day.

    Of one promise only the latest step comes: who was away two weeks is told once that it is late, not that
    it was due in two weeks as well. `horizon` looks that many days further ahead, for who is not told
    anything on these days. What is finished, disputed or has no date yet gives no reminder, nor does
    what is not done on a day: a prohibition, a warranty.
    """
    when = _When(today, calendar, rules, horizon)
    for state in states:
        role = _role(state, person)
        if role and not (is_often(duties[state.promise], rules) and not state.events):
            reminder = _reminder(state, role, when)
            if reminder:
                yield reminder


def _role(state: State, person: Person) -> Role | None:
    if state.kind not in _KINDS or (person.promises and not state.promise.startswith(person.promises)):
        return None
    if state.bearer in (person.side, "both"):
        return "act"
    return "wait" if state.beneficiary in (person.side, "both") else None


def is_often(duty: Duty, rules: Rules = _RULES) -> bool:
    """Whether it comes back more often than is worth a letter a turn: the backup of each night."""
    if not duty.each:
        return False
    length = length_of(duty.each)
    return sum(count * days for count, days in zip(length[:4], _DAYS, strict=True)) < rules.least


def _reminder(state: State, role: Role, when: _When) -> Reminder | None:
    if state.status == "delivered" and role == "wait" and state.done:
        return _after(state, "accept", local(state.done, when.calendar).date(), when)
    if state.due is None or not (state.status in _OPEN or (state.status == "late" and not state.done)):
        return None
    due = local(state.due, when.calendar).date() if isinstance(state.due, datetime) else state.due
    if role == "wait":
        return _after(state, "waits", due, when)
    return _after(state, "late", due, when) or _ahead(state, due, when)


def _after(
    state: State, rule: Literal["accept", "waits", "late"], since: date, when: _When
) -> Reminder | None:
    """The latest step after a day that is reached."""
    days = (when.today - since).days
    step = max((step for step in getattr(when.rules, rule) if days >= step), default=None)
    if step is None:
        return None
    role: Role = "act" if rule == "late" else "wait"
    return Reminder(state.promise, state.occurrence, role, f"{rule}-{step}", since, -days)


def _ahead(state: State, due: date, when: _When) -> Reminder | None:
    days = (due - when.today).days
    step = min((step for step in when.rules.ahead if days - when.horizon <= step), default=None)
    return (
        None if step is None else Reminder(state.promise, state.occurrence, "act", f"ahead-{step}", due, days)
    )

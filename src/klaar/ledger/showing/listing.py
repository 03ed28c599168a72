"""How every promise stands, in lines for a reader: first what needs attention, then what comes."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from klaar.ledger.calendar import local
from klaar.ledger.delays import Delay, Name, causes
from klaar.ledger.fold import is_finished
from klaar.ledger.model import Calendar, Duty, State
from klaar.ledger.reminders.plan import is_often
from klaar.ledger.showing.state import Named, state_lines
from klaar.ledger.showing.teller import Teller

GROUPS = ("attention", "delivered", "soon", "later", "running", "undated", "finished")
"""What asks for something of someone now; what is due within 30 days; and what can wait."""

SHOWN = GROUPS[:3]
"""What is told in full; the rest is counted."""

_MOST = 25
_ATTENTION = ("overdue", "disputed", "broken")
_SOON = timedelta(days=30)
_SHORTEST = 6


def group_of(state: State, duty: Duty, today: date, calendar: Calendar) -> str:
    """The one of `GROUPS` that a state is in. What was made good no longer asks for anything.

    What comes back more often than weekly and of which nobody said anything just runs.
    """
    if is_often(duty) and not state.events:
        return "running"
    if (state.status in _ATTENTION and not state.made_good) or state.questions:
        return "attention"
    if state.status == "delivered":
        return "delivered"
    if is_finished(state) or state.made_good:
        return "finished"
    if state.due is None:
        return "undated"
    due = local(state.due, calendar).date() if isinstance(state.due, datetime) else state.due
    return "attention" if due < today else "soon" if due - today <= _SOON else "later"


def list_states(
    states: Sequence[State],
    duties: Mapping[str, Duty],
    late: Mapping[Name, Delay],
    teller: Teller,
    *,
    today: date,
    own: str = "",
    whole: bool = False,
) -> Iterator[str]:
    """The states by side, the reader's own (`own`) first; what can wait is only counted, unless `whole`."""
    yield teller.say("show", "today", date=teller.day(today))
    if not states:
        yield teller.say("show", "nobody")
    named = Named(duties, short_names(duties))
    for side in sorted(
        {state.bearer for state in states}, key=lambda side: (side != own, side != "it", side)
    ):
        yield from ("", teller.say("side", side).upper())
        mine, quiet = _quiet([state for state in states if state.bearer == side], duties)
        grouped = _grouped(mine, duties, today, teller.calendar)
        for group in GROUPS if whole else SHOWN:
            if grouped[group]:
                yield from ("", f"{teller.say('group', group)} ({len(grouped[group])})")
            found = sorted(grouped[group], key=_by_date)
            for state in found if whole else found[:_MOST]:
                delay = late.get((state.promise, state.occurrence))
                yield ""
                yield from state_lines(state, delay, named, teller)
                if quiet[state.promise] and not state.events:
                    yield f"  {teller.count('show', 'quiet', quiet.pop(state.promise))}"
            if found[_MOST:] and not whole:
                yield from ("", teller.say("show", "more", count=len(found) - _MOST))
        yield from () if whole else _rest(grouped, teller)
    yield from _causes(states, teller)


def _grouped(
    states: Sequence[State], duties: Mapping[str, Duty], today: date, calendar: Calendar
) -> dict[str, list[State]]:
    found: dict[str, list[State]] = {group: [] for group in GROUPS}
    for state in states:
        found[group_of(state, duties[state.promise], today, calendar)].append(state)
    return found


def _rest(grouped: Mapping[str, Sequence[State]], teller: Teller) -> Iterator[str]:
    """How many can wait, and how to see them."""
    counts = [
        f"{teller.say('group', group)}: {len(grouped[group])}"
        for group in GROUPS[len(SHOWN) :]
        if grouped[group]
    ]
    if counts:
        yield from ("", teller.say("show", "rest", counts=" · ".join(counts)))


def short_names(ids: Mapping[str, object]) -> dict[str, str]:
    """The first digits of each id that no other id begins with, six at least: enough for --promise."""
    ordered = sorted(ids)
    names = {}
    for before, each, after in zip(["", *ordered], ordered, [*ordered[1:], ""], strict=False):
        length = min(_SHORTEST, len(each))
        while length < len(each) and each[:length] in (before[:length], after[:length]):
            length += 1
        names[each] = each[:length]
    return names


def _quiet(states: Sequence[State], duties: Mapping[str, Duty]) -> tuple[list[State], Counter[str]]:
    """The states to show one by one, and how many turns of each promise there are besides.

    A backup of every day has a turn a day: of those on which nobody said anything only the last is shown, and
    of what comes back less often the last that is past its date as well.
    """
    last = {state.promise: state for state in states}
    past = {
        state.promise: state
        for state in states
        if state.status == "overdue" and not state.events and not is_often(duties[state.promise])
    }
    shown = [
        state for state in states if state.events or state in (last[state.promise], past.get(state.promise))
    ]
    counted = Counter(state.promise for state in states)
    counted.subtract(state.promise for state in shown)
    return shown, counted


def _by_date(state: State) -> tuple[str, str, str]:
    return (state.due.isoformat() if state.due else "~", state.promise, state.occurrence)


def _causes(states: Sequence[State], teller: Teller) -> Iterator[str]:
    """Counts by cause, both views beside each other; no side is added to the other."""
    found = list(causes(states))
    if not found:
        return
    yield from ("", teller.say("show", "causes").upper())
    for side in ("it", "client"):
        said = [
            teller.say("show", "cause_line", cause=teller.say("cause", cause), count=count)
            for who, cause, count in found
            if who == side
        ]
        if said:
            yield teller.say("show", "one_view", side=teller.say("side", side), verdict=", ".join(said))

"""How every promise stands, in lines for a reader."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from klaar.ledger.delays import Delay, Name, causes
from klaar.ledger.model import Duty, State, View
from klaar.ledger.showing.teller import Teller

_SHOWN = 100


def list_states(
    states: Sequence[State],
    duties: Mapping[str, Duty],
    late: Mapping[Name, Delay],
    teller: Teller,
    *,
    today: date,
    own: str = "",
) -> Iterator[str]:
    """The states by side, the reader's own (`own`) first; by date, what has none last."""
    yield teller.say("show", "today", date=teller.day(today))
    if not states:
        yield teller.say("show", "nobody")
    sides = sorted({state.bearer for state in states}, key=lambda side: (side != own, side != "it", side))
    for side in sides:
        yield from ("", teller.say("side", side).upper())
        mine, quiet = _quiet([state for state in states if state.bearer == side])
        for state in sorted(mine, key=_by_date):
            yield ""
            name = (state.promise, state.occurrence)
            yield from state_lines(state, duties[state.promise], late.get(name), teller)
            if quiet[state.promise] and not state.events:
                yield f"  {teller.say('show', 'quiet', count=quiet[state.promise])}"
    yield from _causes(states, teller)


def _quiet(states: Sequence[State]) -> tuple[list[State], Counter[str]]:
    """The states to show one by one, and how many turns of each promise there are besides.

    A backup of every day has a turn a day; of those on which nobody said anything only the last is shown.
    """
    last = {state.promise: state.occurrence for state in states}
    shown = [state for state in states if state.events or last[state.promise] == state.occurrence]
    counted = Counter(state.promise for state in states)
    counted.subtract(state.promise for state in shown)
    return shown, counted


def _by_date(state: State) -> tuple[str, str, str]:
    return (state.due.isoformat() if state.due else "~", state.promise, state.occurrence)


def state_lines(state: State, duty: Duty, delay: Delay | None, teller: Teller) -> Iterator[str]:
    """One promise: what was said, how it stands, what each side says of it, and where a delay arose."""
    words = " ".join(duty.words.split())
    words = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip()}…"
    turn = [teller.say("show", "occurrence", name=state.occurrence)] if state.occurrence else []
    yield " · ".join([state.promise, *turn, words])
    agreed = [teller.say("show", "agreed")] * state.agreed
    yield "  " + " · ".join([teller.say("status", state.status), *_dates(state, duty, teller), *agreed])
    for view in state.views:
        if view.verdict or view.cause:
            yield f"  {_view(view, teller)}"
    yield from (f"  {line}" for line in _more(state, delay, teller))


def _dates(state: State, duty: Duty, teller: Teller) -> Iterator[str]:
    if state.due:
        yield teller.say("show", "due", date=teller.day(state.due))
    elif state.status == "not_started" and duty.since:
        yield teller.say("show", "since", since=duty.since)
    else:
        yield teller.say("show", "no_date")
    if state.moves:
        yield teller.say("show", "moved", count=len(state.moves))
        if state.first_due:
            yield teller.say("show", "first", date=teller.day(state.first_due))


def _view(view: View, teller: Teller) -> str:
    parts = [teller.say("verdict", view.verdict or "none")]
    if view.done:
        parts.append(teller.say("show", "on", date=teller.only_day(view.done)))
    if view.reason:
        parts.append(teller.say("show", "reason", reason=view.reason))
    if view.cause:
        parts.append(teller.say("show", "cause", cause=teller.say("cause", view.cause)))
    if view.cause_reason:
        parts.append(teller.say("show", "reason", reason=view.cause_reason))
    return teller.say("show", "one_view", side=teller.say("side", view.side), verdict=", ".join(parts))


def _more(state: State, delay: Delay | None, teller: Teller) -> Iterator[str]:
    for on, turn, _ in state.waits_on:
        yield teller.say("show", "waits", promise=_named(on, turn))
    if delay and state.events:
        yield f"{teller.say('show', 'delay', days=delay.days)}: {', '.join(_steps(delay, teller))}"
    if state.questions:
        yield teller.say("show", "questions", count=len(state.questions))
    for key in ("apologised", "made_good"):
        if moment := getattr(state, key):
            yield teller.say("show", key, date=teller.only_day(moment))


def _steps(delay: Delay, teller: Teller) -> Iterator[str]:
    yield teller.say("show", "own", days=delay.own)
    for step in delay.steps[1:]:
        name, side = _named(step.promise, step.occurrence), teller.say("side", step.side)
        yield teller.say("show", "elsewhere", days=step.days, promise=name, side=side)
    if delay.circular:
        yield teller.say("show", "circle")


def _named(promise: str, occurrence: str) -> str:
    return f"{promise}/{occurrence}" if occurrence else promise


def _causes(states: Iterable[State], teller: Teller) -> Iterator[str]:
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

"""How one promise stands, in lines for a reader."""

from collections.abc import Iterator

from klaar.ledger.delays import Delay
from klaar.ledger.model import Duty, State, View
from klaar.ledger.showing.teller import Teller

_SHOWN = 100


def state_lines(
    state: State, duty: Duty, delay: Delay | None, teller: Teller, name: str = ""
) -> Iterator[str]:
    """One promise: what was said, how it stands, what each side says of it, and where a delay arose.

    `name` is what it is called, where that is shorter than its id.
    """
    words = " ".join(duty.words.split())
    words = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip()}…"
    named = state.occurrence and (state.due is None or state.due.isoformat() != state.occurrence)
    turn = [teller.say("show", "occurrence", name=state.occurrence)] if named else []
    yield " · ".join([name or state.promise, *turn, words])
    agreed = [teller.say("show", "agreed")] * state.agreed
    yield "  " + " · ".join([teller.say("status", state.status), *_dates(state, duty, teller), *agreed])
    for view in state.views:
        if view.verdict or view.cause:
            yield f"  {_view(view, teller)}"
    yield from (f"  {line}" for line in _more(state, delay, teller))


def _dates(state: State, duty: Duty, teller: Teller) -> Iterator[str]:
    if state.due:
        key = "period" if state.due.isoformat() == state.occurrence else "due"
        yield teller.say("show", key, date=teller.day(state.due))
    elif state.status == "not_started" and duty.since:
        yield teller.say("show", "since", since=duty.since)
    else:
        yield teller.say("show", "no_date")
    if state.moves:
        yield teller.count("show", "moved", len(state.moves))
        if state.first_due and state.first_due != state.due:
            yield teller.say("show", "first", date=teller.day(state.first_due))


def _view(view: View, teller: Teller) -> str:
    parts = [teller.say("verdict", view.verdict)] if view.verdict else []
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
        steps = ", ".join(_steps(delay, teller)) if len(delay.steps) > 1 or delay.circular else ""
        yield teller.count("show", "delay", delay.days) + (f": {steps}" if steps else "")
    if state.questions:
        yield teller.count("show", "questions", len(state.questions))
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

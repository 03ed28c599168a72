"""How one promise stands, in lines for a reader."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from klaar.ledger.delays import Delay
from klaar.ledger.model import Duty, State, View
from klaar.ledger.showing.teller import Teller

_SHOWN, _NAMED = 100, 50
"""Characters of the words of a promise: of its own line, and where another one is named."""


class Named(NamedTuple):
    """The promises by id, and what each is called: its id, or as much of it as is enough."""

    duties: Mapping[str, Duty]
    names: Mapping[str, str]

    def own(self, promise: str, length: int = _SHOWN) -> str:
        """The words of a promise in one line."""
        words = " ".join(self.duties[promise].words.split())
        return words if len(words) <= length else f"{words[: length - 1].rstrip()}…"

    def other(self, promise: str, turn: str) -> str:
        """ "4020ef/2027-03-31 “By 12 February the Customer shall appoint…”"; an unknown one by its id."""
        name = self.names.get(promise, promise)
        named = f"{name}/{turn}" if turn else name
        return f"{named} “{self.own(promise, _NAMED)}”" if promise in self.duties else named


def state_lines(state: State, delay: Delay | None, named: Named, teller: Teller) -> Iterator[str]:
    """One promise: what was said, how it stands, what each side says of it, and where a delay arose."""
    shows = state.occurrence and (state.due is None or state.due.isoformat() != state.occurrence)
    turn = [teller.say("show", "occurrence", name=state.occurrence)] if shows else []
    yield " · ".join([named.names.get(state.promise, state.promise), *turn, named.own(state.promise)])
    agreed = [teller.say("show", "agreed")] * state.agreed
    dates = _dates(state, named.duties[state.promise], teller)
    yield "  " + " · ".join([teller.say("status", state.status), *dates, *agreed])
    for view in state.views:
        if view.verdict or view.cause:
            yield f"  {_view(view, teller)}"
    yield from (f"  {line}" for line in _more(state, delay, named, teller))


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


def _more(state: State, delay: Delay | None, named: Named, teller: Teller) -> Iterator[str]:
    for on, turn, _ in state.waits_on:
        yield teller.say("show", "waits", promise=named.other(on, turn))
    if delay and state.events:
        steps = "; ".join(_steps(delay, named, teller)) if len(delay.steps) > 1 or delay.circular else ""
        yield teller.count("show", "delay", delay.days) + (f": {steps}" if steps else "")
    if state.questions:
        yield teller.count("show", "questions", len(state.questions))
    for key in ("apologised", "made_good"):
        if moment := getattr(state, key):
            yield teller.say("show", key, date=teller.only_day(moment))


def _steps(delay: Delay, named: Named, teller: Teller) -> Iterator[str]:
    yield teller.say("show", "own", days=delay.own)
    for step in delay.steps[1:]:
        name, side = named.other(step.promise, step.occurrence), teller.say("side", step.side)
        yield teller.say("show", "elsewhere", days=step.days, promise=name, side=side)
    if delay.circular:
        yield teller.say("show", "circle")

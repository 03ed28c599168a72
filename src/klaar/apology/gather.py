"""What the ledger knows of a promise that went wrong, for a letter; what it does not know stays empty."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from klaar.apology.model import Facts, Failure, OtherPart
from klaar.ledger.delays import Delay, Name
from klaar.ledger.levels import Measured, MeasuredTimes
from klaar.ledger.levels.showing.lines import got
from klaar.ledger.levels.showing.teller import Teller
from klaar.ledger.model import Duty, Event, State
from klaar.text.data import load_words

_TITLE = 60
_TOLD = ("moved", "late", "broken")


def facts_from(
    state: State,
    duties: Mapping[str, Duty],
    events: Iterable[Event],
    today: date,
    *,
    agreed: date | None = None,
    late: Mapping[Name, Delay] | None = None,
) -> Facts:
    """The facts of one turn of a promise; `agreed` is the day of the agreement, `late` the delays of all.

    What happened is what the bearer's side wrote with it, the cause what that side chose. What it waited on
    and the other side did late is among `others`, with that promise as the source.
    """
    duty = duties[state.promise]
    own = [event for event in events if event.id in state.events and event.side in (state.bearer, "both")]
    view = next((view for view in state.views if view.side == state.bearer), None)
    return Facts(
        title=_title(duty.words),
        failure=_failure(state, today),
        promised=" ".join(duty.words.split()),
        promised_on=agreed,
        due=state.first_due,
        new_date=state.due if state.moves else None,
        happened_on=None if state.first_due else _day(state.broken),
        happened=" ".join(_happened(own)),
        cause=view.cause_reason if view else "",
        others=tuple(_others(state, duties, late or {})),
        sides_differ=state.status == "disputed",
        excused=bool(view and view.verdict == "excused"),
        apologised=state.apologised,
    )


def facts_of_level(measured: Measured | MeasuredTimes, language: str, zone: str) -> Facts:
    """The facts of a level that was not reached: "For March 2027 this was agreed: 99.5%. …"."""
    words, teller = load_words(language, "apology")["level"], Teller(language, zone)
    period = teller.period(measured.period)
    title = words["title"].format(metric=teller.say("metric", measured.level.metric), period=period)
    agreed = teller.level(measured.level)
    told = words["happened"].format(period=period, agreed=agreed, got=got(measured, teller))
    happened = " ".join(filter(None, (told, _how_often(measured, words, teller))))
    return Facts(title=title, failure="level", promised=measured.level.words, happened=happened)


def _how_often(measured: Measured | MeasuredTimes, words: Mapping[str, str], teller: Teller) -> str:
    if isinstance(measured, MeasuredTimes):
        return words["late"].format(counted=measured.counted, late=measured.late)
    count = len(measured.outages)
    key = "times" if count > 1 else "once"
    return words[key].format(count=count, length=teller.length(measured.down)) if count else ""


def _failure(state: State, today: date) -> Failure:
    """Done after its date; not done, with a date that is still to come; or not done."""
    if state.done or state.status == "late":
        return "late"
    due = _day(state.due)
    return "moved" if state.moves and due and due >= (_day(today) or today) else "broken"


def _day(moment: date | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment


def _title(words: str) -> str:
    plain = " ".join(words.split()).rstrip(".")
    return plain if len(plain) <= _TITLE else f"{plain[: _TITLE - 1].rsplit(' ', 1)[0]} …"


def _happened(own: Iterable[Event]) -> Iterator[str]:
    """What was written with each event, as sentences."""
    for event in own:
        if event.kind in _TOLD:
            said = event.get("why") or event.get("reason") or event.get("note")
            if said:
                yield said if said.endswith((".", "!", "?")) else f"{said}."


def _others(state: State, duties: Mapping[str, Duty], late: Mapping[Name, Delay]) -> Iterator[OtherPart]:
    """What it waited on, near or far, that another side did late by its own days."""
    own = late.get((state.promise, state.occurrence))
    names = [(on, turn) for on, turn, _ in state.waits_on]
    names += [(step.promise, step.occurrence) for step in own.steps] if own else []
    for promise, turn in dict.fromkeys(names):
        days = late[promise, turn].own if (promise, turn) in late else 0
        if days > 0 and promise in duties and duties[promise].bearer != state.bearer:
            source = f"{promise}/{turn}" if turn else promise
            yield OtherPart(duties[promise].bearer, _title(duties[promise].words), source, days)

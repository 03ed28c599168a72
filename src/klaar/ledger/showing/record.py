"""How every promise stands, as `klaar.ledger/1` for other programs."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from klaar.ledger.delays import Delay, Name, causes
from klaar.ledger.model import Duty, State

SCHEMA = "klaar.ledger/1"


def ledger_record(
    states: Iterable[State], duties: Mapping[str, Duty], late: Mapping[Name, Delay], today: date
) -> dict[str, Any]:
    """The states with the words of their promises, where delays arose, and the causes by side."""
    found = list(states)
    counted = [{"side": side, "cause": cause, "count": count} for side, cause, count in causes(found)]
    return {
        "schema": SCHEMA,
        "today": today.isoformat(),
        "promises": [
            state_record(state, duties[state.promise], late.get((state.promise, state.occurrence)))
            for state in found
        ],
        "causes": counted,
    }


def state_record(state: State, duty: Duty, delay: Delay | None) -> dict[str, Any]:
    """One state: its fields by name, moments and days in ISO 8601."""
    record: dict[str, Any] = {key: _plain(value) for key, value in state._asdict().items()}
    record["waits_on"] = [
        {"promise": on, "occurrence": turn, "slack": slack} for on, turn, slack in state.waits_on
    ]
    steps = [step._asdict() for step in delay.steps] if delay else []
    late = {"days": delay.days, "steps": steps, "circular": delay.circular} if delay else None
    return {**record, "words": duty.words, "since": duty.since, "delay": late}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "_asdict"):
        return {key: _plain(each) for key, each in value._asdict().items()}
    return [_plain(each) for each in value] if isinstance(value, tuple) else value

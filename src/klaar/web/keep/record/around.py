"""What stands around a turn of a promise: what it waits on, what waits on it, what mends it."""

from collections.abc import Mapping

from klaar.ledger.model import State
from klaar.web.keep.models import Repair
from klaar.web.keep.stand.lines import Line, line_of
from klaar.web.keep.stand.standing import Standing


def find(standing: Standing, promise: str, turn: str, reader: str, language: str) -> Line | None:
    """The line of one turn; None for one that is not followed."""
    for state in standing.of(promise):
        if state.occurrence == turn:
            return line_of(standing, state, reader, language)
    return None


def linked(standing: Standing, state: State, reader: str, language: str) -> list[tuple[Line, int]]:
    """What a turn waits on, with the days of room between."""
    found = [(find(standing, on, turn, reader, language), slack) for on, turn, slack in state.waits_on]
    return [(line, slack) for line, slack in found if line]


def held_up(standing: Standing, state: State, reader: str, language: str) -> list[Line]:
    """What waits on a turn."""
    name = (state.promise, state.occurrence)
    waiting = [each for each in standing.states if any((on, turn) == name for on, turn, _ in each.waits_on)]
    return [line_of(standing, each, reader, language) for each in waiting]


def steps(standing: Standing, state: State, reader: str, language: str) -> list[tuple[Line, int]]:
    """Where the days of its delay arose, its own first."""
    delay = standing.late.get((state.promise, state.occurrence))
    found = [
        (find(standing, step.promise, step.occurrence, reader, language), step.days)
        for step in (delay.steps if delay else ())
    ]
    return [(line, days) for line, days in found if line]


def repairs(standing: Standing, state: State, reader: str, language: str) -> list[Line]:
    """The promises that were made to mend it."""
    rows = Repair.objects.filter(
        agreement=standing.version.agreement_id, mends=state.promise, occurrence=state.occurrence
    )
    found = [find(standing, row.key, "", reader, language) for row in rows]
    return [line for line in found if line]


def mends(standing: Standing, key: str, reader: str, language: str) -> Line | None:
    """What a repair makes good; None for any other promise."""
    keys: Mapping[str, Repair] = {
        row.key: row for row in Repair.objects.filter(agreement=standing.version.agreement_id)
    }
    row = keys.get(key)
    return find(standing, row.mends, row.occurrence, reader, language) if row else None

"""Rows with a start, an end and a state become measured intervals."""

from collections.abc import Iterator
from datetime import datetime
from functools import cache

from klaar.ledger.levels.errors import LevelError
from klaar.ledger.levels.imports.moments import Clock
from klaar.ledger.levels.imports.sheet import Row, Sheet, folded
from klaar.ledger.levels.model import Interval, Note, State
from klaar.text.data import LANGUAGES, load_words


def read_intervals(
    sheet: Sheet, clock: Clock, until: datetime | None
) -> tuple[tuple[Interval, ...], list[Note]]:
    """The intervals in `sheet`; without a column of states each row is an interruption.

    A row without an end goes on until `until`. Raises `LevelError`: "end_before_start", "no_moment",
    "no_end" for an open row while `until` is None, "no_state" for a word that is no state.
    """
    found = tuple(_interval(row, clock, until, "state" in sheet.columns) for row in sheet.rows)
    return found, [*_open(sheet), *_overlaps(found), *_no_states(sheet)]


def _interval(row: Row, clock: Clock, until: datetime | None, states: bool) -> Interval:
    start = clock.read(row.get("start"), row.number)
    end = clock.read(row.get("end"), row.number) if row.get("end") else until
    if end is None:
        raise LevelError("no_end", row=row.number)
    if end < start and row.get("end"):
        raise LevelError("end_before_start", row=row.number, start=row.get("start"), end=row.get("end"))
    state = state_of(row.get("state"), row.number) if states else "down"
    return Interval(start, max(start, end), state, row.get("note"), row.number)


def state_of(words: str, row: int) -> State:
    """ "down", "storing", "0" as "down"; raises `LevelError("no_state")` for what is no state."""
    state = _states().get(words) or _states().get(folded(words))
    if state is None:
        raise LevelError("no_state", row=row, cell=words)
    return state


def _open(sheet: Sheet) -> list[Note]:
    count = sum(not row.get("end") for row in sheet.rows)
    return [Note("open_intervals", (("count", count),))] if count else []


def _no_states(sheet: Sheet) -> list[Note]:
    return [] if "state" in sheet.columns else [Note("no_states")]


def _overlaps(found: tuple[Interval, ...]) -> Iterator[Note]:
    """How many intervals overlap with one of the same state, as is counted once."""
    count = 0
    last: dict[str, datetime] = {}
    for each in sorted(found):
        if each.state in last and each.start < last[each.state]:
            count += 1
        last[each.state] = max(each.end, last.get(each.state, each.end))
    if count:
        yield Note("overlaps", (("count", count),))


@cache
def _states() -> dict[str, State]:
    found: dict[str, State] = {}
    for language in LANGUAGES:
        for state, names in load_words(language, "levels")["states"].items():
            found |= {folded(name): state for name in names}
    return found

"""Measurements by state: what was up, what was down, and what nobody knows."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from klaar.ledger.levels.model import Interval, State
from klaar.ledger.levels.said import Said
from klaar.ledger.levels.stretches import Stretches, common, merged


class Record(NamedTuple):
    """The measurements by state; `both` is what was measured and tells nothing: unknown, or up and down."""

    up: Stretches
    down: Stretches
    both: Stretches
    contrary: Stretches
    maintenance: Stretches
    excluded: Stretches
    said: Mapping[State, Said]


def gather(intervals: Sequence[Interval]) -> Record:
    """The measurements sorted and joined, once for all periods."""
    by_state = {
        state: merged((each.start, each.end) for each in intervals if each.state == state)
        for state in ("up", "down", "maintenance", "excluded", "unknown")
    }
    up, down = by_state["up"], by_state["down"]
    contrary = common(up, down)
    both = merged((*contrary, *by_state["unknown"]))
    noted: tuple[State, ...] = ("down", "maintenance", "excluded")
    said = {state: Said(intervals, state) for state in noted}
    return Record(up, down, both, contrary, by_state["maintenance"], by_state["excluded"], said)

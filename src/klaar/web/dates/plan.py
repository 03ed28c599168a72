"""All dated promises of an agreement together: when the last one is ready, and which weighs most."""

from datetime import date
from typing import NamedTuple

from klaar.forecast.model import Case
from klaar.forecast.plan.model import PlanForecast, SideForecast, Step, StepForecast
from klaar.forecast.plan.simulate import simulate
from klaar.web.dates.asking import current_day, side_of
from klaar.web.dates.happened import Happened
from klaar.web.dates.histories import USUAL, History, history_of, key_for
from klaar.web.store.models import Agreement, Promise
from klaar.web.store.models.sides import OWN_SIDES

MOST = 500
"""Promises in one simulation."""


class Weighed(NamedTuple):
    """One promise in the plan: how it will go, and the promises that it waits on."""

    promise: Promise
    step: StepForecast
    waits_on: tuple[Promise, ...]


class Planned(NamedTuple):
    """A simulated agreement.

    `weighed` has what weighs most first; `inputs` are those of the client that others wait on or that the end
    waits on. `past` are promises left out: their day has passed and nobody said how they went.
    """

    said: PlanForecast
    weighed: tuple[Weighed, ...]
    inputs: tuple[Weighed, ...]
    client: SideForecast | None
    past: int
    links: int
    histories: tuple[History, ...]


def plan_of(
    promises: list[Promise], agreement: Agreement, past: Happened, wished: date | None, seed: int
) -> Planned | None:
    """The dated promises simulated together; None where none lies ahead. Raises `PlanError` for a circle."""
    open_ = [each for each in promises if _counts(each, past)][:MOST]
    if not open_:
        return None
    rows = {each.key: each for each in open_}
    steps = [_step(each, rows, past) for each in open_]
    counted = {
        side.value: history_of(key_for(agreement, side.value, past), side.value, past) for side in OWN_SIDES
    }
    cases: dict[str, tuple[Case, ...]] = {side: history.cases for side, history in counted.items()}
    reference = next((each.reference for each in counted.values() if each.reference and not each.cases), None)
    fallback = reference or history_of(USUAL, "it", past).reference
    said = simulate(steps, cases, past.today, wished=wished, seed=seed, reference=fallback)
    told = {step.name: Weighed(rows[step.name], step, _waits(step.name, rows, past)) for step in said.steps}
    weighed = sorted(told.values(), key=lambda each: (-each.step.gain, -each.step.decides))
    client = next((each for each in said.sides if each.side == "client"), None)
    return Planned(
        said,
        tuple(weighed),
        tuple(each for each in weighed if each.step.side == "client" and each.promise.key in _waited(told)),
        client,
        sum(not _counts(each, past) and not past.is_over(each.key) for each in promises),
        sum(len(step.after) for step in steps),
        tuple(counted.values()),
    )


def _counts(promise: Promise, past: Happened) -> bool:
    """Whether it is still to come, or is under way by what the ledger says."""
    day = current_day(promise, past)
    if day is None or past.is_over(promise.key):
        return False
    state = past.states.get(promise.key)
    return day >= past.today or bool(state and state.events)


def _step(promise: Promise, rows: dict[str, Promise], past: Happened) -> Step:
    """A promise as a step: from the first day, or from the day of what it waits on, to its own day."""
    due = current_day(promise, past)
    assert due is not None
    after = tuple(key for key in past.waits_on(promise.key) if key in rows and key != promise.key)
    before = [day for key in after if (day := current_day(rows[key], past))]
    begin = max([past.begun, *before]) if past.begun < due else min(past.today, due)
    days = max(1, (due - begin).days)
    return Step(promise.key, side_of(promise), float(days), after, None if after else begin)


def _waits(key: str, rows: dict[str, Promise], past: Happened) -> tuple[Promise, ...]:
    return tuple(rows[other] for other in past.waits_on(key) if other in rows)


def _waited(told: dict[str, Weighed]) -> set[str]:
    """The keys that something waits on, or that the end waits on in one run of twenty."""
    return {other.key for each in told.values() for other in each.waits_on} | {
        key for key, each in told.items() if each.step.decides >= 0.05
    }

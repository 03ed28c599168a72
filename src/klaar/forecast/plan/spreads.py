"""How long the steps of a plan take, from the record of the side that owes each."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from klaar.forecast.answer import left_out
from klaar.forecast.arrays import Numbers
from klaar.forecast.choose import choose, curves
from klaar.forecast.columns import columns, in_order, together
from klaar.forecast.days import day_number
from klaar.forecast.methods import fit
from klaar.forecast.model import Case, Note
from klaar.forecast.plan.model import PlanError, Step
from klaar.forecast.plan.runs import GRID
from klaar.forecast.predict import counted
from klaar.forecast.published import reference_shape
from klaar.forecast.reference import Reference
from klaar.forecast.sound import sound_firsts
from klaar.forecast.table import build_table, without_stopped

_LEVELS = (np.arange(GRID) + 0.5) / GRID


class Spreads(NamedTuple):
    """For each step `GRID` equally likely numbers of days, and what one must know about their source."""

    days: Numbers
    notes: tuple[Note, ...]


def spreads(
    steps: Sequence[Step],
    histories: Mapping[str, Sequence[Case]],
    today: date,
    reference: Reference | None,
) -> Spreads:
    """The spread of every step: from the history of its side, else that under "", else the reference class.

    Raises `PlanError("no_record")` for a side of which nothing is known at all.
    """
    days = np.empty((len(steps), GRID))
    notes: list[Note] = []
    for side in dict.fromkeys(step.side for step in steps):
        chosen = [number for number, step in enumerate(steps) if step.side == side]
        rows, said = _side(side, [steps[number] for number in chosen], histories, today, reference)
        days[chosen] = rows
        notes += said
    ready = {step.name for step in steps if step.done}
    for number, step in enumerate(steps):
        if step.start and step.start < today and ready.issuperset(step.after):
            days[number] = _running(days[number], (today - step.start).days)
    return Spreads(days, tuple(dict.fromkeys(notes)))


def _running(days: Numbers, gone: int) -> Numbers:
    """The spread of a step that has taken `gone` days and is not ready: the part beyond it."""
    before = float((days <= gone).mean())
    return np.maximum(np.interp(before + (1 - before) * _LEVELS, _LEVELS, days), gone + 0.5)


def _side(
    side: str,
    steps: Sequence[Step],
    histories: Mapping[str, Sequence[Case]],
    today: date,
    reference: Reference | None,
) -> tuple[Numbers, list[Note]]:
    for name in dict.fromkeys((side, "")):
        found = _from_history(name, steps, histories.get(name, ()), today)
        if found is not None:
            borrowed = [Note.of("other_record", side=side)] if name != side else []
            return found[0], [*borrowed, *found[1]]
    if reference is None:
        raise PlanError("no_record", side=side)
    ratio = reference_shape(reference).quantile(_LEVELS)
    note = Note.of("side_reference", side=side, name=reference.name)
    return np.outer([step.days for step in steps], ratio), [note]


def _from_history(
    name: str, steps: Sequence[Step], history: Sequence[Case], today: date
) -> tuple[Numbers, list[Note]] | None:
    """The spreads of `steps` from one history; None where it tells nothing."""
    asked = [Case(today, today + timedelta(days=step.days), None, "", step.kind, today) for step in steps]
    rows = columns([*history, *asked])
    own = np.arange(len(rows.start)) >= len(history)
    past = sound_firsts(in_order(rows.rows(~own)), day_number(today))
    table = build_table(together(past.rows, rows.rows(own)), past.as_of)
    new = np.arange(len(table.start)) >= len(table.start) - len(steps)
    known = without_stopped(table.rows(~new))
    if not known.tells:
        return None
    later = table.rows(new)
    n, unfinished = counted(known)
    notes = [Note.of("side_record", side=name, n=n, unfinished=unfinished), *left_out(past)]
    return curves(fit(known, choose(known), later), later, _LEVELS), notes

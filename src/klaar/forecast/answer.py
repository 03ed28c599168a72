"""A history and the case that is asked about become a forecast."""

import numpy as np

from klaar.forecast.arrays import Places
from klaar.forecast.choose import choose
from klaar.forecast.days import day_number
from klaar.forecast.methods import fit
from klaar.forecast.model import Forecast, Note
from klaar.forecast.predict import counted, dots, predicted, still_open
from klaar.forecast.published import reference_shape
from klaar.forecast.reference import Reference
from klaar.forecast.sound import Sound
from klaar.forecast.table import FEWEST, Table, without_stopped


def answered(said: Forecast, every: Table, asked: Table, reference: Reference | None) -> Forecast:
    """`said` filled in from the history `every` for the one row `asked`; from `reference` where that is mute.

    What began before today is known not to be ready yet, so what was ready sooner does not count.
    """
    past = without_stopped(every)
    n, unfinished = counted(past)
    said = said._replace(n=n, unfinished=unfinished, groups=n + unfinished)
    if stopped := len(every.start) - len(past.start):
        said = said._replace(notes=(*said.notes, Note.of("stopped", n=stopped)))
    origin = float(asked.start[0])
    gone = max(0.0, day_number(said.today) - origin)
    if not past.tells:
        return _from_reference(said, reference, float(asked.scale[0]), gone)
    fitted = fit(past, choose(past), asked)
    scale = float(fitted.scale(asked)[0])
    shape = still_open(fitted.shape(int(fitted.method.keys(asked)[0])), gone / scale)
    rows = alike(past, asked)
    ratio, done = (past.rest / fitted.scale(past))[rows], past.done[rows]
    met = None
    if said.wished is not None:
        met = int((done & (ratio * scale <= day_number(said.wished) - origin + 1e-9)).sum())
    laid = dots(ratio, done, scale, origin)
    return predicted(shape, scale, origin, said._replace(basis=fitted.method.name, met=met, dots=laid))


def alike(past: Table, asked: Table) -> Places:
    """Of each project the promise that was as far along as the one asked about."""
    if not past.many:
        return np.arange(len(past.start), dtype=np.int64)
    apart = np.abs(np.log(past.scale / past.unit) - np.log(float(asked.scale[0] / asked.unit[0])))
    order = np.lexsort((apart, past.place != asked.place[0], past.project))
    first = np.ones(len(order), dtype=bool)
    first[1:] = np.diff(past.project[order]) != 0
    return order[first]


def _from_reference(said: Forecast, reference: Reference | None, scale: float, gone: float) -> Forecast:
    """What a published reference class says; without one nothing, and why."""
    note = Note.of(_why_not(said), n=said.n, unfinished=said.unfinished)
    if reference is None:
        return said._replace(notes=(*said.notes, note))
    notes = (*said.notes, *([note] if said.groups else []), Note.of("reference", name=reference.name))
    said = said._replace(n=reference.n, unfinished=reference.unfinished, groups=0, notes=notes)
    shape = still_open(reference_shape(reference), gone / scale)
    return predicted(shape, scale, day_number(said.start), said._replace(basis="reference"))


def _why_not(said: Forecast) -> str:
    if not said.groups:
        return "no_history"
    if not said.n:
        return "all_open"
    return "too_few" if said.n < FEWEST else "young"


def left_out(history: Sound) -> tuple[Note, ...]:
    """What is wrong with the cases that do not count."""
    notes = [Note.of(f"left_out_{reason}", n=n) for reason, n in history.left_out]
    return (*notes, *([Note.of("same_day", n=history.same_day)] if history.same_day else []))

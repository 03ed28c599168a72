"""The chance of a date before it is promised."""

from collections.abc import Iterable
from datetime import date

import numpy as np

from klaar.forecast.choose import choose
from klaar.forecast.days import day_number
from klaar.forecast.methods import fit
from klaar.forecast.model import Case, Forecast, Note
from klaar.forecast.predict import counted, dots, predicted, still_open
from klaar.forecast.published import reference_shape
from klaar.forecast.reference import Reference
from klaar.forecast.sound import Sound, first_promises, sound
from klaar.forecast.table import FEWEST, Table, build_table, without_stopped


def forecast(
    history: Iterable[Case],
    start: date,
    wished: date | None,
    today: date,
    *,
    planned: date | None = None,
    kind: str = "",
    reference: Reference | None = None,
) -> Forecast:
    """The chance that `wished` is met, and the dates met in 50, 80 and 90 of 100 such cases.

    "We start on 1 March and want it by 1 June" asks: of earlier promises, how many were ready within the
    term that was promised, how many in 1.8 times of it? `planned` is the day that the plan says, where that
    is not the wish; the term counts until there. Only what `history` knew on `today` counts; where that
    tells nothing, `reference` does. Raises `ValueError` where neither day is given or one is not after
    `start`.
    """
    promised = planned or wished
    if promised is None or promised <= start:
        raise ValueError("wished")
    known = sound(first_promises(history), today)
    said = Forecast(start, wished, today, notes=_left_out(known))
    table = build_table([*known.cases, Case(start, promised, None, "", kind, start)], known.as_of)
    asked, past = table.rows(np.array([-1])), table.rows(np.arange(len(known.cases)))
    return _from_past(said, without_stopped(past), asked, len(past.start), reference)


def _from_past(
    said: Forecast, past: Table, asked: Table, cases: int, reference: Reference | None
) -> Forecast:
    scale, gone = float(asked.scale[0]), day_number(said.today) - day_number(said.start)
    n, unfinished = counted(past)
    said = said._replace(n=n, unfinished=unfinished, groups=n + unfinished)
    if cases > len(past.start):
        said = said._replace(notes=(*said.notes, Note.of("stopped", n=cases - len(past.start))))
    if not past.tells:
        return _from_reference(said, reference, scale, max(0.0, gone / scale))
    fitted = fit(past, choose(past), asked)
    scale = float(fitted.scale(asked)[0])
    ratio = past.rest / fitted.scale(past)
    shape = still_open(fitted.shape(int(fitted.method.keys(asked)[0])), max(0.0, gone / scale))
    met = None
    if said.wished is not None:
        share = (day_number(said.wished) - day_number(said.start)) / scale
        met = int((past.done & (ratio <= share + 1e-9)).sum())
    said = said._replace(basis=fitted.method.name, met=met, dots=dots(ratio, past.done, scale, said.start))
    return predicted(shape, scale, said.start, said)


def _from_reference(said: Forecast, reference: Reference | None, scale: float, gone: float) -> Forecast:
    """What a published reference class says; without one nothing, and why."""
    why = (
        "no_history"
        if not said.groups
        else "all_open"
        if not said.n
        else "too_few"
        if said.n < 3
        else "young"
    )
    note = Note.of(why, n=said.n, unfinished=said.unfinished)
    if reference is None:
        return said._replace(notes=(*said.notes, note))
    notes = (*said.notes, *([note] if said.groups else []), Note.of("reference", name=reference.name))
    said = said._replace(
        n=reference.n, unfinished=reference.unfinished, groups=0, basis="reference", notes=notes
    )
    return predicted(still_open(reference_shape(reference), gone), scale, said.start, said)


def _why_not(said: Forecast) -> str:
    if not said.groups:
        return "no_history"
    if not said.n:
        return "all_open"
    return "too_few" if said.n < FEWEST else "young"


def _left_out(known: Sound) -> tuple[Note, ...]:
    notes = [Note.of(f"left_out_{reason}", n=n) for reason, n in known.left_out]
    return (*notes, *([Note.of("same_day", n=known.same_day)] if known.same_day else []))

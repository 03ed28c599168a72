"""A spread of time becomes the forecast of a date."""

import numpy as np

from klaar.forecast import student
from klaar.forecast.arrays import Flags, Numbers
from klaar.forecast.days import day_number, whole_day
from klaar.forecast.model import Dot, Forecast, Note
from klaar.forecast.shape import HUNDRED, Shape
from klaar.forecast.table import FEW, Table

_MOST_DOTS = 200


def still_open(shape: Shape, value: float) -> Shape:
    """The spread of what is not ready at `value` yet: the part beyond it."""
    before = shape.chance(value)
    if before <= 0.0:
        return shape
    level = student.LEVELS
    beyond = shape.quantile(before + (1 - before) * level)
    return Shape(level, np.maximum(beyond, value), max(0.0, (shape.seen - before) / (1 - before)))


def predicted(shape: Shape, scale: float, origin: float, said: Forecast) -> Forecast:
    """`said` with its chance and dates filled in: those of `shape` times `scale` days after `origin`."""
    start = day_number(said.start)
    p50, p80, p90 = (whole_day(origin + scale * float(shape.quantile(level))) for level in (0.5, 0.8, 0.9))
    chance = None
    if said.wished is not None:
        chance = shape.chance((day_number(said.wished) - origin) / scale)
    curve = tuple(float(day) for day in np.round(origin - start + scale * shape.quantile(HUNDRED), 3))
    notes = (*said.notes, *_notes(shape, said))
    return said._replace(
        chance=chance, p50=p50, p80=p80, p90=p90, sight=round(shape.seen, 4), curve=curve, notes=notes
    )


def _notes(shape: Shape, said: Forecast) -> list[Note]:
    notes = [Note.of("few", n=said.n)] if 0 < said.n < FEW else []
    if said.unfinished:
        notes.append(Note.of("open", n=said.unfinished))
    if shape.seen < 0.9:
        notes.append(Note.of("beyond", percent=max(0, int(shape.seen * 100))))
    return notes


def dots(ratio: Numbers, done: Flags, scale: float, origin: float) -> tuple[Dot, ...]:
    """The earlier cases laid on this one: their share of the term, in its days; 200 evenly of more."""
    order = np.argsort(ratio, kind="stable")
    if len(order) > _MOST_DOTS:
        order = order[np.linspace(0, len(order) - 1, _MOST_DOTS).round().astype(int)]
    return tuple(Dot(whole_day(origin + scale * float(ratio[i])), bool(done[i])) for i in order)


def counted(table: Table) -> tuple[int, int]:
    """How many finished and unfinished cases a history has, each project counting once."""
    every, finished = np.bincount(table.project, minlength=1), np.bincount(table.project, table.done, 1)
    return int((finished > 0).sum()), int(((every > 0) & (finished == 0)).sum())

"""The ways in which a history can become the spread of the next case, by name."""

from typing import NamedTuple

import numpy as np

from klaar.forecast.arrays import Flags, Numbers, Places
from klaar.forecast.lognormal import Sample
from klaar.forecast.shape import Shape, blend, empirical, parametric
from klaar.forecast.table import Table

_BORROWED = 5.0
"""Cases' worth of weight that a class borrows from all other classes (partial pooling)."""
_SIZE_CASES = 10.0


class Method(NamedTuple):
    """How a spread is made.

    `form` is the curve: empirical, lognormal, or blend (halfway). With `classes` each class has a curve of
    its own, with `moves` also each number of moves; with `size` a long term need not take in proportion, with
    `pace` the progress so far counts as much as the promised date, with `finished` open cases do not count.
    """

    form: str
    classes: bool = False
    moves: bool = False
    size: bool = False
    pace: bool = False
    finished: bool = False

    @property
    def name(self) -> str:
        """ "empirical", "lognormal+classes+size"."""
        return "+".join([self.form, *(part for part in self._fields[1:] if getattr(self, part))])

    def keys(self, table: Table) -> Places:
        """The number of the curve that each row is compared with."""
        moves = table.moves if self.moves else 0
        return np.asarray((table.place if self.classes else 0) * 3 + moves + 0 * table.place)

    def scale(self, table: Table) -> Numbers:
        """What the remaining time of each row is compared with, in days."""
        paced = np.sqrt(table.scale * np.maximum(table.pace, table.scale / 20))
        return np.where(np.isnan(table.pace), table.scale, paced) if self.pace else table.scale


class Fitted(NamedTuple):
    """A method fitted to a history: for each class a curve of the time in terms of the scale.

    With `size` the scale is not in proportion: a term twice as long takes 2 ** `power` as much. The class -1
    is all cases together, for one that the history does not have.
    """

    method: Method
    shapes: dict[int, Shape]
    power: float
    middle: float

    def shape(self, key: int) -> Shape:
        """The curve for a class."""
        return self.shapes[key if key in self.shapes else -1]

    def scale(self, table: Table) -> Numbers:
        """What the curves count in, for each row, in days."""
        return np.asarray(self.middle * (self.method.scale(table) / self.middle) ** self.power)


def fit(table: Table, method: Method, later: Table) -> Fitted:
    """Fit `method` to a history of at least `FEWEST` finished cases, for the classes that `later` has."""
    table = table.rows(table.done) if method.finished else table
    power, middle = _size(table, method.scale(table)) if method.size else (1.0, 1.0)
    ratio = table.rest / (middle * (method.scale(table) / middle) ** power)
    keys, asked = method.keys(table), np.unique(method.keys(later))
    shapes: dict[int, Shape] = {}
    for key in np.intersect1d(asked, keys):
        shapes[int(key)] = _shape(ratio, table, _pooled(table, keys == key), method.form)
    if len(shapes) < len(asked):
        shapes[-1] = _shape(ratio, table, np.ones(len(ratio)), method.form)
    return Fitted(method, shapes, power, middle)


def _shape(ratio: Numbers, table: Table, weight: Numbers, form: str) -> Shape:
    sample = Sample(ratio, table.done, weight, table.cases(weight))
    if form == "lognormal":
        return parametric(sample)
    if form == "empirical":
        return empirical(sample)
    return blend(empirical(sample), parametric(sample))


def _pooled(table: Table, own: Flags) -> Numbers:
    """Full weight for the rows of a class; for the others together as much as `_BORROWED` cases."""
    others = float((~own & table.done).sum())
    one_case = float(table.done.sum()) / table.cases()
    share = min(1.0, _BORROWED * one_case / others) if others else 1.0
    return np.where(own, 1.0, share)


def _size(table: Table, scale: Numbers) -> tuple[float, float]:
    """The power of the term in the time it takes, and the middle term, from the finished cases.

    Least squares on logarithms, drawn to 1 (in proportion) as by ten cases that say so.
    """
    x, y = np.log(scale[table.done]), np.log(table.rest[table.done])
    middle = float(x.mean())
    spread = float(((x - middle) ** 2).mean())
    slope = float(((x - middle) * (y - x)).mean())
    cases = table.cases()
    power = 1 + slope * cases / (spread * cases + 0.25 * _SIZE_CASES)
    return min(1.5, max(0.0, power)), float(np.exp(middle))

"""Which method a history is forecast with: the one that would have done best on its own past."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from klaar.forecast.arrays import Numbers
from klaar.forecast.losses import crps, open_crps
from klaar.forecast.methods import Fitted, Method, fit
from klaar.forecast.shape import HUNDRED
from klaar.forecast.table import FEW, Table

_CUTS = 5
_CUTS_OF_LONG = 2
_LONG = 2000
_ENOUGH = 10
"""Scored cases below which the past does not choose."""
_GAIN = 0.01
_DROP_GAIN = 0.1
"""What another method must lose less to be taken: a hundredth, and more than chance may give (its standard
error). Open cases are left out only for a tenth: what is late is what is open."""
_MOST_ROWS = 500
_MOST_SCORED = 200


def choose(table: Table) -> Method:
    """The method that loses least over the past of `table`, forecast at a few earlier days (prequential).

    It starts from the empirical curve (from the log-normal below `FEW` finished cases) and takes one step at
    a time: another curve, classes, size, leaving out open cases; each only where the past is clear about it.
    """
    cases = table.cases()
    best = Method("empirical" if cases >= FEW else "lognormal", table.many, finished=table.many)
    pasts = _pasts(table) if cases >= FEW else ()
    least = _losses(pasts, best)
    if len(least) < _ENOUGH:
        return best
    for steps in _steps(table):
        for step in steps:
            method = best._replace(**step)
            losses = _losses(pasts, method)
            if _clearly_less(losses, least, _DROP_GAIN if method.finished > best.finished else _GAIN):
                best, least = method, losses
    return best


def _clearly_less(losses: Numbers, least: Numbers, gain: float) -> bool:
    less = least - losses
    return bool(less.mean() > max(gain * least.mean(), 2 * less.std() / np.sqrt(len(less))))


def _steps(table: Table) -> Iterator[tuple[dict[str, Any], ...]]:
    """The changes of method that this history can tell apart."""
    yield ({"form": "blend"}, {"form": "lognormal"})
    if len(np.unique(table.place)) > 1:
        yield ({"classes": not table.many},)
    if len(np.unique(table.moves)) > 1:
        yield ({"moves": True},)
    if not np.isnan(table.pace).all():
        yield ({"pace": True},)
    if len(np.unique(table.scale)) > 1:
        yield ({"size": True},)
    if not table.done.all() or len(np.unique(table.start)) > 1:
        yield ({"finished": not table.many},)


class Past(NamedTuple):
    """What was known on an earlier day, and the promises made from then until the next such day."""

    known: Table
    later: Table


def _pasts(table: Table) -> tuple[Past, ...]:
    """The past that the history can be tried on.

    Dawid, "Present position and potential developments: the prequential approach", JRSS A 147 (1984). Where
    next to nothing was finished before the last promise was made, a fifth of the groups is forecast from the
    others in turn.
    """
    days = _days(table)
    later = (table.start >= day for day in days), (table.start < day for day in [*days[1:], np.inf])
    pasts = [Past(table.known(day), table.rows(a & b)) for day, a, b in zip(days, *later, strict=True)]
    pasts = [past for past in pasts if past.known.tells and len(past.later.start)]
    if sum(len(past.later.start) for past in pasts) < _ENOUGH:
        folds = [table.group % _CUTS == fold for fold in range(_CUTS)]
        pasts = [Past(table.rows(~fold), table.rows(fold)) for fold in folds if fold.any()]
    pasts = [past for past in pasts if past.known.tells]
    return tuple(Past(_thinned(known, _MOST_ROWS), _thinned(later, _MOST_SCORED)) for known, later in pasts)


def _losses(pasts: Sequence[Past], method: Method) -> Numbers:
    """What a method loses on each case of the past."""
    losses = [loss(fit(past.known, method, past.later), past.later) for past in pasts]
    return np.concatenate([np.zeros(0), *losses])


def _days(table: Table) -> list[float]:
    """The days at which the past is forecast from: as many promises between one and the next."""
    cuts = _CUTS if len(table.start) <= _LONG else _CUTS_OF_LONG
    return list(np.unique(np.quantile(table.start, np.arange(1, cuts + 1) / (cuts + 1), method="higher")))


def _thinned(table: Table, most: int) -> Table:
    """At most so many rows of a long table, evenly taken."""
    rows = len(table.start)
    return table if rows <= most else table.rows(np.linspace(0, rows - 1, most).round().astype(np.int64))


def curves(fitted: Fitted, table: Table, levels: Numbers = HUNDRED) -> Numbers:
    """For each row the numbers of days from its start at `levels`: a hundred equally likely ones."""
    keys, where = np.unique(fitted.method.keys(table), return_inverse=True)
    each = np.stack([fitted.shape(int(key)).quantile(levels) for key in keys])[where]
    return np.asarray(each * fitted.scale(table)[:, None])


def loss(fitted: Fitted, table: Table) -> Numbers:
    """What each row costs, in its planned duration: the CRPS, for unfinished ones what is certain of it."""
    curve = curves(fitted, table)
    truth = table.end - table.start
    days = np.where(table.done, crps(curve, truth), open_crps(curve, truth))
    return np.asarray(days / table.unit)

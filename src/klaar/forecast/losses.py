"""How far off a forecast was: CRPS and pinball loss, for finished and for unfinished cases."""

import numpy as np

from klaar.forecast.arrays import Numbers
from klaar.forecast.model import LEVELS, Loss
from klaar.forecast.shape import HUNDRED


def crps(curve: Numbers, truth: Numbers) -> Numbers:
    """The continuous ranked probability score of a hundred equally likely outcomes, in their own unit.

    `curve` is (…, 100) in rising order, `truth` (…). It is the mean distance to the truth less half of the
    mean distance to each other; for a single date it would be how far off it was. Gneiting and Raftery,
    "Strictly Proper Scoring Rules, Prediction, and Estimation", JASA 102 (2007); in this form Laio and
    Tamea, HESS 11 (2007).
    """
    off = curve - truth[..., None]
    return np.asarray(2 * (off * ((off > 0) - HUNDRED)).mean(axis=-1))


def open_crps(curve: Numbers, until: Numbers) -> Numbers:
    """The part of the CRPS that is certain of a case still open at `until`: the area of F² before it.

    The survival-CRPS of Avati et al., "Countdown Regression: Sharp and Calibrated Survival Predictions",
    UAI 2019: whoever said that it would be ready by then loses.
    """
    early = np.minimum(curve, until[..., None])
    width = np.diff(early, axis=-1, append=until[..., None])
    share = np.arange(1, 101) / 100
    return np.asarray((np.maximum(width, 0.0) * share**2).sum(axis=-1))


def pinball(level: float, said: Numbers, truth: Numbers) -> Numbers:
    """The loss of saying that `level` of the cases is ready by `said` (Koenker and Bassett, 1978)."""
    off = truth - said
    return np.asarray(np.maximum(level * off, (level - 1) * off))


def costs(curve: Numbers, dates: Numbers, rest: Numbers, unit: Numbers) -> Numbers:
    """For each row: whether the three dates were met, the CRPS and the pinball loss, in units and in days."""
    lost = crps(curve, rest)
    pins = sum(pinball(level, dates[:, i], rest) for i, level in enumerate(LEVELS)) / len(LEVELS)
    return np.column_stack([rest[:, None] <= dates, lost / unit, pins / unit, lost, pins])


def averaged(each: Numbers, weight: Numbers | None = None) -> Loss:
    """The mean of rows of `costs`."""
    a, b, c, *rest = (float(x) for x in np.average(each, axis=0, weights=weight))
    return Loss((a, b, c), *rest)

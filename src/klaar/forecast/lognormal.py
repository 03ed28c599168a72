"""A log-normal spread with the tail of Student's t: what few cases, or unfinished ones, can tell.

Delays multiply: what goes wrong in a project makes other work longer, so the logarithm of actual over planned
time is near normal (Todd Little, "Schedule Estimation and Uncertainty Surrounding the Cone of Uncertainty",
IEEE Software 23(3), 2006). The next case of a normal sample lies at mean ± t·s·√(1+1/n), with Student's t of
n-1 degrees of freedom: with three cases the 90 % date is far away, as it should be.
"""

import math
from functools import cache
from typing import NamedTuple

import numpy as np

from klaar.forecast import student
from klaar.forecast.arrays import Flags, Numbers

_PRIOR_CASES = 1.0
_PRIOR_SPREAD = 0.35
"""One imagined case that is a factor 1.4 off either way: three that agree by chance prove nothing."""
_BINS = 400
_ROUNDS = 200


class Sample(NamedTuple):
    """Numbers with weights: `done[i]` is false where the true one lies at or beyond `value[i]` (censored).

    `cases` is how many independent finished cases the weights are worth (Kish: (Σw)² / Σw² over projects).
    """

    value: Numbers
    done: Flags
    weight: Numbers
    cases: float


class LogNormal(NamedTuple):
    """The spread of the next case: exp(middle + spread · t), t with `freedom` degrees of freedom."""

    middle: float
    spread: float
    freedom: int

    def quantile(self, level: Numbers) -> Numbers:
        """The values below which the next case lies with these chances."""
        t = np.interp(level, student.LEVELS, student.quantiles(self.freedom))
        return np.exp(np.minimum(self.middle + self.spread * t, 60.0))

    def chance(self, value: float) -> float:
        """The chance that the next case lies at or below `value` > 0."""
        t = (math.log(value) - self.middle) / self.spread
        return float(np.interp(t, student.quantiles(self.freedom), student.LEVELS))


def fit(sample: Sample) -> LogNormal:
    """The log-normal that fits `sample` (values > 0, at least one done); unfinished ones by the EM algorithm.

    Dempster, Laird and Rubin (1977): each unfinished case counts as its expectation, until nothing changes.
    """
    logs, done, weight = _binned(sample)
    share = weight * (sample.cases / weight[done].sum())
    middle = float(np.average(logs[done], weights=share[done]))
    spread = max(0.05, _spread(share[done] @ (logs[done] - middle) ** 2, sample.cases))
    for _ in range(0 if done.all() else _ROUNDS):
        first, second = _expected(logs, done, middle, spread)
        total = share.sum()
        new = float(share @ first / total)
        squares = float(share @ (second - 2 * new * first + new * new))
        wide = _spread(squares, float(total))
        moved = abs(new - middle) + abs(wide - spread)
        middle, spread = new, wide
        if moved < 1e-4:
            break
    freedom = max(1, round(sample.cases - 1 + _PRIOR_CASES))
    return LogNormal(middle, spread * math.sqrt(1 + 1 / sample.cases), freedom)


def _spread(squares: float, cases: float) -> float:
    freedom = max(cases - 1, 0.0) + _PRIOR_CASES
    return math.sqrt((squares + _PRIOR_CASES * _PRIOR_SPREAD**2) / freedom)


def _binned(sample: Sample) -> tuple[Numbers, Flags, Numbers]:
    """The logarithms; thousands of them as the middles of 400 bins, which differ by less than a percent."""
    logs = np.log(sample.value)
    if len(logs) <= 2 * _BINS:
        return logs, sample.done, sample.weight
    low, width = logs.min(), max(float(np.ptp(logs)), 1e-9) / _BINS
    place = np.minimum(((logs - low) / width).astype(int), _BINS - 1)
    key = place * 2 + sample.done
    weight = np.bincount(key, sample.weight, minlength=2 * _BINS)
    used = np.flatnonzero(weight)
    middle = np.bincount(key, sample.weight * logs, minlength=2 * _BINS)[used] / weight[used]
    return np.asarray(middle), np.asarray(used % 2 == 1), np.asarray(weight[used])


def _expected(logs: Numbers, done: Flags, middle: float, spread: float) -> tuple[Numbers, Numbers]:
    """The expected log and its square for each case: known where done, that of the normal beyond it else."""
    z = (logs - middle) / spread
    ratio = hazard(z)
    first = np.where(done, logs, middle + spread * ratio)
    beyond = middle**2 + spread**2 + spread * ratio * (spread * z + 2 * middle)
    return first, np.where(done, logs**2, beyond)


@cache
def _hazards() -> tuple[Numbers, Numbers]:
    z = np.linspace(-8, 8, 1601)
    beyond = np.array([math.erfc(float(x) / math.sqrt(2)) / 2 for x in z])
    return z, np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi) / beyond


def hazard(z: Numbers) -> Numbers:
    """The standard normal density at `z` over the share beyond it."""
    places, values = _hazards()
    far = np.maximum(z, 8.0)
    return np.where(z > 8.0, far + 1 / far, np.interp(z, places, values))

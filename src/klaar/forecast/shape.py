"""The spread of the next case as a curve: from a share of cases to a value, and back."""

from typing import NamedTuple

import numpy as np

from klaar.forecast import student
from klaar.forecast.arrays import Numbers
from klaar.forecast.lognormal import Sample, fit
from klaar.forecast.survival import kaplan_meier

HUNDRED = (np.arange(100) + 0.5) / 100
"""The levels of a hundred equally likely outcomes."""


class Shape(NamedTuple):
    """A quantile function as points: `share` of the cases lie at or below `value`; straight between points.

    `seen` is the highest share that finished cases reach; beyond it the curve is that of a fitted tail.
    """

    share: Numbers
    value: Numbers
    seen: float

    def quantile(self, level: Numbers | float) -> Numbers:
        """The values that these shares of cases reach; the outermost point for a level beyond it."""
        return np.asarray(np.interp(level, self.share, self.value))

    def chance(self, value: float) -> float:
        """The chance that the next case lies at or below `value`; many cases may lie on one value."""
        place = int(np.searchsorted(self.value, value, "right"))
        if place == 0:
            return 0.0
        if place == len(self.value):
            return float(self.share[-1])
        low, high = self.value[place - 1], self.value[place]
        part = (value - low) / (high - low)
        return float(self.share[place - 1] + part * (self.share[place] - self.share[place - 1]))


def parametric(sample: Sample) -> Shape:
    """The log-normal with the tail of Student's t."""
    fitted = fit(sample)
    return Shape(student.LEVELS, fitted.quantile(student.LEVELS), sample.cases / (sample.cases + 1))


def empirical(sample: Sample) -> Shape:
    """The cases themselves, the (n+1) quantile; beyond the last finished one, and before the first, a tail.

    Unfinished cases count by Kaplan-Meier. The tails are those of the log-normal, given that it lies there.
    """
    one = float(sample.weight[sample.done].sum()) / sample.cases
    steps = kaplan_meier(sample, one)
    time, share = np.repeat(steps.time, 2), np.column_stack([steps.first, steps.share]).ravel()
    tail = fit(sample)
    before, beyond = student.LEVELS[:60], student.LEVELS[-60:]
    low = tail.quantile(tail.chance(float(time[0])) * before / before[-1] * 0.999)
    start = tail.chance(float(time[-1]))
    deep = (beyond - beyond[0]) / (1 - beyond[0])
    high = tail.quantile(start + (1 - start) * deep)
    last = float(share[-1])
    return Shape(
        np.concatenate([share[0] * before / before[-1] * 0.999, share, last + (1 - last) * deep]),
        np.concatenate([np.minimum(low, time[0]), time, np.maximum(high, time[-1])]),
        last,
    )


def blend(one: Shape, other: Shape) -> Shape:
    """Halfway between two curves: the mean of what they say at each share (Vincent averaging)."""
    value = (one.quantile(student.LEVELS) + other.quantile(student.LEVELS)) / 2
    return Shape(student.LEVELS, value, min(one.seen, other.seen))

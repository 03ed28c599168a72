"""The spread of the next case of a published reference class."""

import numpy as np

from klaar.forecast import student
from klaar.forecast.lognormal import LogNormal
from klaar.forecast.reference import Reference
from klaar.forecast.shape import Shape


def reference_shape(reference: Reference) -> Shape:
    """The published quantiles; beyond the last of them the log-normal, given that it lies there."""
    tail, last = LogNormal(reference.middle, reference.spread, max(1, reference.n)), reference.ratio[-1]
    beyond = student.LEVELS[reference.seen < student.LEVELS]
    start = tail.chance(last)
    deep = (beyond - reference.seen) / (1 - reference.seen)
    value = np.maximum(tail.quantile(start + (1 - start) * deep), last)
    share, ratio = np.array(reference.share), np.array(reference.ratio)
    return Shape(np.concatenate([share, beyond]), np.concatenate([ratio, value]), reference.seen)

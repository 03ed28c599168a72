"""Student's t distribution as a table of quantiles: what few cases leave open of a normal spread."""

from functools import cache
from statistics import NormalDist

import numpy as np

from klaar.forecast.arrays import Numbers

_MOST = 60
"""Degrees of freedom from which the normal distribution is as good (quantiles within 1.2 %)."""


def _levels() -> Numbers:
    middle = np.linspace(0.005, 0.995, 397)
    ends = np.geomspace(1e-5, 0.0045, 60)
    return np.asarray(np.concatenate([ends, middle, 1 - ends[::-1]]))


LEVELS = _levels()
"""The shares for which quantiles are kept: close together everywhere, and far into both ends."""


@cache
def quantiles(freedom: int) -> Numbers:
    """The quantiles of t with `freedom` ≥ 1 degrees of freedom at `LEVELS`."""
    if freedom > _MOST:
        normal = NormalDist()
        return np.asarray([normal.inv_cdf(float(level)) for level in LEVELS])
    low, high = np.full(LEVELS.shape, -1e6), np.full(LEVELS.shape, 1e6)
    for _ in range(52):
        middle = (low + high) / 2
        below = _share(middle, freedom) < LEVELS
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    return np.asarray((low + high) / 2)


def _share(t: Numbers, freedom: int) -> Numbers:
    """The share below `t`, by the finite series of Abramowitz and Stegun 26.7.3 and 26.7.4."""
    angle = np.arctan(t / np.sqrt(freedom))
    cosine, sine = np.cos(angle), np.sin(angle)
    odd = freedom % 2
    term = cosine.copy() if odd else np.ones_like(cosine)
    total = term.copy() if freedom > 1 else np.zeros_like(cosine)
    for k in range(2 + odd, freedom - 1, 2):
        term = term * (k - 1) / k * cosine**2
        total += term
    within = 2 / np.pi * (angle + sine * total) if odd else sine * total
    return np.asarray(0.5 + within / 2)

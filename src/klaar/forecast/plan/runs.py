"""The runs of a plan: each a way in which it may go."""

from collections.abc import Sequence
from statistics import NormalDist
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from klaar.forecast.arrays import Flags, Numbers
from klaar.forecast.plan.order import Ordered

Runs = NDArray[np.float32]
"""Days, a row for each step and a column for each run."""

_NORMAL = NormalDist()
_Z = np.linspace(-6, 6, 2401)
_SHARES = np.array([_NORMAL.cdf(float(z)) for z in _Z])
GRID = 1000
"""Equally likely outcomes that the spread of one step is kept in."""


class Fixed(NamedTuple):
    """What is known of the steps, in days since today: the earliest start of each (−∞ where none is said),
    and the day it was ready (NaN where it is not)."""

    earliest: Numbers
    ready: Numbers


def luck(sides: Sequence[str], runs: int, seed: int, together: float) -> Runs:
    """For each step and run a share from 0 to 1, how slow it is; the same numbers for the same `seed`.

    The steps of one side share a part of their luck: `together` is the correlation of the normal scores (a
    Gaussian copula with one factor a side), 0 for none.
    """
    chance = np.random.default_rng(seed)
    names = list(dict.fromkeys(sides))
    common = chance.standard_normal((len(names), runs), dtype=np.float32)
    own = chance.standard_normal((len(sides), runs), dtype=np.float32)
    if together:
        own *= np.float32(np.sqrt(1 - together))
        own += np.float32(np.sqrt(together)) * common[[names.index(side) for side in sides]]
    place = np.clip((own + 6) * 200, 0, len(_Z) - 1).astype(np.int16)
    return np.asarray(_SHARES.astype(np.float32)[place])


def drawn(spread: Numbers, shares: Runs) -> Runs:
    """The days that each step takes in each run: `spread` has `GRID` equally likely numbers for each step."""
    place = np.minimum((shares * GRID).astype(np.int16), GRID - 1)
    return np.stack([row.astype(np.float32)[chosen] for row, chosen in zip(spread, place, strict=True)])


def ends(days: Runs, ordered: Ordered, fixed: Fixed) -> tuple[Runs, Runs]:
    """When each step begins and is ready in each run, in days since today."""
    begin, end = np.empty_like(days), np.empty_like(days)
    for step in ordered.places:
        row = begin[step]
        row.fill(fixed.earliest[step])
        for earlier in ordered.before[step]:
            np.maximum(row, end[earlier], out=row)
        np.add(row, days[step], out=end[step])
        if not np.isnan(fixed.ready[step]):
            end[step].fill(fixed.ready[step])
    return begin, end


def deciding(begin: Runs, end: Runs, ordered: Ordered) -> Flags:
    """Whether the end of all waits on each step in each run: from the last back, what held up the next."""
    held: Flags = end >= end.max(axis=0) - 1e-6
    for step in reversed(ordered.places):
        for earlier in ordered.before[step]:
            held[earlier] |= held[step] & (end[earlier] >= begin[step])
    return held

"""The share that is ready by a time, from finished and unfinished cases (Kaplan and Meier, 1958)."""

from typing import NamedTuple

import numpy as np

from klaar.forecast.arrays import Numbers
from klaar.forecast.lognormal import Sample


class Steps(NamedTuple):
    """`share[i]` of the cases are ready by `time[i]`; both rise. Beyond the last time nothing was seen.

    `first[i]` is the share that the first of the cases at `time[i]` reaches: the same, unless several cases
    took exactly as long.
    """

    time: Numbers
    share: Numbers
    first: Numbers


def kaplan_meier(sample: Sample, extra: float = 0.0) -> Steps:
    """The steps of the product-limit estimate; `extra` is the weight of a case that is not ready at any time.

    With `extra` of one case's weight it is the next case itself that counts along: without unfinished cases
    the k-th of n is then at k/(n+1), the share that the next case falls short of it. Cases that end at the
    same time as others are still open count as ended first.
    """
    time, where = np.unique(sample.value, return_inverse=True)
    ended = np.bincount(where, sample.weight * sample.done, minlength=len(time))
    left = np.bincount(where, sample.weight, minlength=len(time))
    at_risk = np.cumsum(left[::-1])[::-1] + extra
    share = 1 - np.cumprod(1 - ended / at_risk)
    cases = np.maximum(np.bincount(where, sample.done, minlength=len(time)), 1)
    first = share - np.diff(share, prepend=0.0) * (1 - 1 / cases)
    steps = ended > 0
    return Steps(time[steps], share[steps], first[steps])

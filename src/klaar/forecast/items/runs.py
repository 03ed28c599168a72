"""The runs of a throughput simulation: weeks of the past, drawn again."""

import numpy as np

from klaar.forecast.arrays import Numbers, Places

_MOST_WEEKS = 1040
"""Twenty years: what takes longer has no date."""


def days_needed(weeks: Places, count: int, runs: int, chance: np.random.Generator) -> Numbers:
    """For each run the days until `count` items are done; infinite where twenty years are not enough.

    `weeks` has a row of seven days a week: the items finished on each. A run gives every week of the past a
    weight (the Bayesian bootstrap: Rubin, 1981), so that few weeks leave more open than many, and then draws
    whole weeks, so that Sundays stay Sundays.
    """
    share = _shares(len(weeks), runs, chance)
    within, total = np.cumsum(weeks, axis=1), weeks.sum(axis=1)
    left = np.full(runs, count, dtype=np.int64)
    days = np.full(runs, np.inf)
    active = np.arange(runs)
    for number in range(_MOST_WEEKS):
        week = _drawn(share[active], chance)
        ready = total[week] >= left[active]
        reached = within[week[ready]] >= left[active[ready], None]
        days[active[ready]] = number * 7 + reached.argmax(axis=1) + 1
        left[active] -= total[week]
        active = active[~ready]
        if not len(active):
            break
    return days


def items_done(weeks: Places, days: int, runs: int, chance: np.random.Generator) -> Places:
    """For each run how many items are done in `days` days."""
    share = _shares(len(weeks), runs, chance)
    within = np.concatenate([np.zeros((len(weeks), 1), np.int64), np.cumsum(weeks, axis=1)], axis=1)
    done = np.zeros(runs, dtype=np.int64)
    for number in range(-(-days // 7)):
        done += within[_drawn(share, chance), min(7, days - number * 7)]
    return done


def _shares(weeks: int, runs: int, chance: np.random.Generator) -> Numbers:
    """For each run the running total of the weights of the weeks, up to 1."""
    total = np.cumsum(chance.standard_exponential((runs, weeks)), axis=1)
    return np.asarray(total / total[:, -1:])


def _drawn(share: Numbers, chance: np.random.Generator) -> Places:
    """A week for each run."""
    return np.asarray((share < chance.random((len(share), 1))).sum(axis=1))

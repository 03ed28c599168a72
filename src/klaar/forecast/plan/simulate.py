"""Many promises at once: when the last one is ready, and which of them it waits on."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from klaar.forecast.arrays import Flags
from klaar.forecast.days import day_number, whole_day
from klaar.forecast.model import Case
from klaar.forecast.plan.model import PlanForecast, SideForecast, Step, StepForecast
from klaar.forecast.plan.order import Ordered, in_order
from klaar.forecast.plan.runs import Fixed, Runs, deciding, drawn, ends, luck
from klaar.forecast.plan.spreads import spreads
from klaar.forecast.reference import Reference
from klaar.forecast.shape import HUNDRED

RUNS = 10_000
TOGETHER = 0.2
"""How much the steps of one side are assumed to be slow together: a record of single promises cannot tell."""
_LOOKED_AT = 5
"""Steps of which the gain is counted: those that decide most often."""


def simulate(
    steps: Sequence[Step],
    histories: Mapping[str, Sequence[Case]],
    today: date,
    *,
    wished: date | None = None,
    seed: int = 1,
    runs: int = RUNS,
    together: float = TOGETHER,
    reference: Reference | None = None,
) -> PlanForecast:
    """When all `steps` are ready, each as slow as the record of its side says: `histories["client"]`.

    The history under "" counts for a side without its own. The same `seed` gives the same answer. Raises
    `PlanError` for a plan that cannot be, `ValueError` for `runs` under 100 or `together` outside 0–1.
    """
    if runs < 100 or not 0 <= together < 1:
        raise ValueError("runs" if runs < 100 else "together")
    ordered, fixed = in_order(steps), _fixed(steps, today)
    spread = spreads(steps, histories, today, reference)
    days = drawn(spread.days, luck([step.side for step in steps], runs, seed, together))
    promised = np.array([[step.days] for step in steps], dtype=np.float32)
    begin, end = ends(days, ordered, fixed)
    held = deciding(begin, end, ordered)
    wish = None if wished is None else float((wished - today).days)
    plan = _Plan(steps, ordered, fixed, days, promised, end, day_number(today), wish)
    last = end.max(axis=0)
    on_time = ends(promised, ordered, fixed)[1]
    p50, p80, p90 = plan.dates(last)
    return PlanForecast(
        today,
        wished,
        plan.chance(last),
        whole_day(plan.zero + float(on_time.max())),
        float((last <= np.ceil(on_time.max())).mean()),
        p50,
        p80,
        p90,
        runs,
        seed,
        together,
        tuple(float(day) for day in np.quantile(last, HUNDRED).round(2)),
        plan.steps_told(held, on_time),
        plan.sides_told(),
        spread.notes,
    )


def _fixed(steps: Sequence[Step], today: date) -> Fixed:
    """What has not begun yet begins today at the soonest; a step with a start in the past is running."""
    zero = day_number(today)
    earliest = [0.0 if step.start is None else day_number(step.start) - zero for step in steps]
    ready = [np.nan if step.done is None else day_number(step.done) - zero for step in steps]
    return Fixed(np.array(earliest), np.array(ready))


class _Plan(NamedTuple):
    """One simulated plan: what each step takes in each run, what was promised, and when each is ready.

    `zero` is the day number of today, `wish` the wished date in days since.
    """

    steps: Sequence[Step]
    ordered: Ordered
    fixed: Fixed
    days: Runs
    promised: Runs
    end: Runs
    zero: float
    wish: float | None

    def dates(self, last: Runs) -> list[date]:
        return [whole_day(self.zero + float(day)) for day in np.quantile(last, (0.5, 0.8, 0.9))]

    def chance(self, last: Runs) -> float | None:
        return None if self.wish is None else float((last <= self.wish).mean())

    def kept(self, chosen: Flags) -> Runs:
        """The end of all in each run when the `chosen` steps take no longer than promised."""
        days = np.where(chosen[:, None], np.minimum(self.days, self.promised), self.days)
        return ends(days, self.ordered, self.fixed)[1].max(axis=0)  # type: ignore[no-any-return]

    def gain(self, last: Runs) -> int:
        """Days by which the 80 % date comes earlier."""
        now, then = (self.dates(each)[1] for each in (self.end.max(axis=0), last))
        return (now - then).days

    def steps_told(self, held: Flags, on_time: Runs) -> tuple[StepForecast, ...]:
        decides = held.mean(axis=1)
        looked_at = set(np.argsort(-decides, kind="stable")[:_LOOKED_AT].tolist())
        told = []
        for number, step in enumerate(self.steps):
            alone = np.arange(len(self.steps)) == number
            gain = self.gain(self.kept(alone)) if number in looked_at and step.done is None else 0
            promised = whole_day(self.zero + float(on_time[number, 0]))
            p50, p80, _ = self.dates(self.end[number])
            told.append(StepForecast(step.name, step.side, promised, p50, p80, float(decides[number]), gain))
        return tuple(told)

    def sides_told(self) -> tuple[SideForecast, ...]:
        told = []
        for side in dict.fromkeys(step.side for step in self.steps):
            own = np.array([step.side == side and step.done is None for step in self.steps])
            last = self.kept(own)
            told.append(SideForecast(side, int(own.sum()), self.gain(last), self.chance(last)))
        return tuple(told)

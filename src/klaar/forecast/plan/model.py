"""Steps that wait on each other, and how a simulation says that they will go."""

from datetime import date
from typing import NamedTuple

from klaar.forecast.model import Note


class Step(NamedTuple):
    """One promise of a plan: "the client delivers the test data, 10 days, after the design".

    It begins when every step in `after` is ready, and not before `start`. `days` is its promised term. Its
    time comes from the record of its `side`. `done` is the day that it was ready, None where it is not.
    """

    name: str
    side: str
    days: float
    after: tuple[str, ...] = ()
    start: date | None = None
    done: date | None = None
    kind: str = ""


class StepForecast(NamedTuple):
    """How one step will go: `promised` when all keep their word, `p50` and `p80`, and what it weighs.

    In `decides` of all runs (0–1) the end waits on it. `gain` is how many days earlier the 80 % date of the
    end comes when this step takes no longer than promised.
    """

    name: str
    side: str
    promised: date
    p50: date
    p80: date
    decides: float
    gain: int


class SideForecast(NamedTuple):
    """What it helps the end when every step of one side takes no longer than promised.

    `gain` in days on the 80 % date; `chance` that of the wished date then (None without a wish).
    """

    side: str
    steps: int
    gain: int
    chance: float | None


class PlanForecast(NamedTuple):
    """When all steps are ready: the chance of `wished`, the days met in 50, 80 and 90 of 100 runs.

    `promised` is the end when all keep their word, on which `kept` of the runs (0–1) are ready. `curve` has
    the hundred equally likely numbers of days since `today`. `steps` in the order of the plan.
    """

    today: date
    wished: date | None
    chance: float | None
    promised: date
    kept: float
    p50: date
    p80: date
    p90: date
    runs: int
    seed: int
    together: float
    curve: tuple[float, ...]
    steps: tuple[StepForecast, ...]
    sides: tuple[SideForecast, ...]
    notes: tuple[Note, ...] = ()


class PlanError(Exception):
    """A plan that cannot be: `code` is a key under [errors] in forecast.toml, `fields` fill its {…}."""

    def __init__(self, code: str, **fields: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.fields = fields

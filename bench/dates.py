"""How honest the dates are: coverage and losses of the forecasts on histories whose truth is known.

    python bench/dates.py            every history, with its split
    python bench/dates.py --speed    only the speed

The histories are no part of this repository: they are looked for in ../shared/evidence/dates, or in
$KLAAR_SHARED/evidence/dates. Each line says the split: `project` forecasts each project from all others,
`time` each promise from what was known on the day it was made.
"""

import argparse
import csv
import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import numpy as np

from klaar.forecast.before import forecast
from klaar.forecast.model import Case, Loss, Outcome
from klaar.forecast.plan.model import Step
from klaar.forecast.plan.simulate import simulate
from klaar.forecast.record import score
from klaar.forecast.trial import Trial, try_history

SHARED = Path(os.environ.get("KLAAR_SHARED", Path(__file__).parents[2] / "shared"))
DATES = SHARED / "evidence" / "dates"
Rows = list[dict[str, str]]


def rows(name: str) -> Rows:
    with (DATES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def landmark() -> list[Case]:
    """The first promise of each project."""
    return [
        case(r["start"], r["first_promise"], r["actual"], r["project"]) for r in rows("landmark_projects.csv")
    ]


def landmark_weekly() -> list[Case]:
    """What was promised each week, of the same projects."""
    return [
        case(r["week"], r["target_release"], r["actual"], r["project"]) for r in rows("landmark_weekly.csv")
    ]


def case(start: str, promised: str, done: str, group: str, seen: date | None = None) -> Case:
    first, last = day(start), day(promised)
    assert first
    assert last
    return Case(first, last, day(done), group, "", None if done else seen)


def by_group(read: Rows, name: str, when: Callable[[dict[str, str]], date]) -> Iterator[tuple[str, Rows]]:
    groups: dict[str, Rows] = defaultdict(list)
    for row in sorted(read, key=when):
        groups[row[name]].append(row)
    yield from groups.items()


def uk(first_only: bool) -> list[Case]:
    """Yearly returns, taken as of 31 March of their year.

    Done: the last stated end, where that lies before the last return that names the project.
    """
    found: list[Case] = []
    usable = [row for row in rows("uk_gmpp_panel.csv") if row["start"] and row["end"]]
    for key, returns in by_group(usable, "key", _returned):
        last = returns[-1]
        seen = _returned(last)
        done = last["end"] if date.fromisoformat(last["end"]) <= seen else ""
        said = [row for row in returns if date.fromisoformat(row["end"]) > _returned(row)]
        for row in said[:1] if first_only else said:
            start = row["start"] if first_only else _returned(row).isoformat()
            if abs(date.fromisoformat(row["end"]).year - date.fromisoformat(start).year) <= 20:
                found.append(case(start, row["end"], done, key, seen))
    return found


def _returned(row: dict[str, str]) -> date:
    return date(int(row["year"]), 3, 31)


def new_york(first_only: bool) -> list[Case]:
    """Reports some times a year, of projects that nearly all still ran at the last one.

    The completion stated last is taken for the truth, so how late they were is a floor. Only projects with
    at least three reports.
    """
    found: list[Case] = []
    usable = [row for row in rows("nyc_capital_projects.csv") if row["forecast_completion"]]
    for key, reports in by_group(usable, "pid", _reported):
        done = reports[-1]["forecast_completion"]
        said = [row for row in reports[:-1] if row["forecast_completion"] > row["date_reported_as_of"]]
        for row in said[: 1 if first_only else None] if len(reports) > 2 else ():
            found.append(case(row["date_reported_as_of"], row["forecast_completion"], done, key))
    return found


def _reported(row: dict[str, str]) -> date:
    return date.fromisoformat(row["date_reported_as_of"])


def print_trial(name: str, trial: Trial, target: str = "") -> None:
    result = trial.result
    print(f"\n{name}  [split: {result.split}]{'  target: ' + target if target else ''}")
    print(f"  {result.n} scored of {result.groups} projects, {result.open} open, {result.early} too early")
    for label, each in (
        ("forecast", result.forecast),
        ("by project", result.by_group),
        ("promise", result.promise),
    ):
        if each:
            print(f"  {label:<11}{loss_line(each)}")
    if result.forecast and result.promise:
        print(
            f"  CRPS {1 - result.forecast.crps / result.promise.crps:.0%} below the promise's; open beyond {result.open_past}"
        )
    print("  reliability " + " ".join(f"{level:.2f}:{share:.2f}" for level, share in result.reliability))
    print("  methods " + ", ".join(f"{method} {n}" for method, n in result.methods))


def loss_line(each: Loss) -> str:
    p50, p80, p90 = each.coverage
    return f"P50 {p50:.3f}  P80 {p80:.3f}  P90 {p90:.3f}  CRPS {each.crps:.3f} ({each.crps_days:.0f} d)  pinball {each.pinball:.3f}"


def three_cases(draws: int = 400) -> None:
    """Three projects drawn at random forecast another one."""
    cases, chance = landmark(), np.random.default_rng(20261123)
    outcomes = []
    for _ in range(draws):
        *past, asked = (cases[i] for i in chance.choice(len(cases), 4, replace=False))
        today = max(each.done for each in past if each.done)
        # laid after the three, as if it began then: only its term and how long it took count
        shift = today - asked.start
        said = forecast(past, today, asked.promised + shift, today)
        assert asked.done
        outcomes.append(Outcome(said, asked.done + shift))
    made = score(outcomes)
    assert made.forecast
    assert made.promise
    print(
        f"\nLandmark, three cases of history  [split: 3 random projects forecast another, {draws} draws]  target: P80 ≥ 0.70"
    )
    print(f"  forecast   {loss_line(made.forecast)}\n  promise    {loss_line(made.promise)}")


def speed() -> None:
    """A forecast from 10,000 cases, and a simulation of 500 linked promises with 10,000 runs."""
    chance = np.random.default_rng(1)
    starts, terms = chance.integers(733000, 738000, 10_000), chance.integers(10, 300, 10_000)
    took = np.maximum(1, terms * np.exp(chance.normal(0.3, 0.5, 10_000))).astype(int)
    cases = [
        Case(date.fromordinal(int(s)), date.fromordinal(int(s + t)), date.fromordinal(int(s + d)))
        for s, t, d in zip(starts, terms, took, strict=True)
    ]
    today = date(2022, 1, 1)
    print("\nSpeed")
    timed(
        "a forecast from 10,000 cases (target 50 ms)", lambda: forecast(cases, today, date(2022, 6, 1), today)
    )

    steps = linked(500, chance)
    record = {"it": cases[:200], "client": cases[200:400]}
    timed(
        "500 linked promises, 10,000 runs (target 2 s)",
        lambda: simulate(steps, record, today, wished=date(2024, 1, 1)),
    )


def linked(count: int, chance: np.random.Generator) -> list[Step]:
    """Promises of both sides that each wait on up to two of the twenty before."""
    steps = []
    for number in range(count):
        before = {f"s{each}" for each in chance.integers(max(0, number - 20), number, 2)} if number else set()
        side = "it" if chance.random() < 0.7 else "client"
        steps.append(Step(f"s{number}", side, float(chance.integers(3, 40)), tuple(sorted(before))))
    return steps


def timed(name: str, act: Callable[[], object]) -> None:
    times = []
    for _ in range(5):
        began = time.perf_counter()
        act()
        times.append(time.perf_counter() - began)
    print(f"  {name}: first {times[0] * 1000:.0f} ms, best {min(times) * 1000:.0f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--speed", action="store_true")
    options = parser.parse_args()
    if not options.speed:
        if not DATES.is_dir():
            sys.exit(f"{DATES} is not there")
        target = "P50 0.42–0.58, P80 0.73–0.87, P90 0.85–0.96, CRPS ≤ 0.55"
        print_trial("Landmark, first promise", try_history(landmark(), "project"), target)
        print_trial("Landmark, first promise", try_history(landmark(), "time"), "P80 ≥ 0.70, P90 ≥ 0.85")
        target = "P80 0.75–0.88, CRPS ≥ 30 % below"
        print_trial(
            "Landmark, under way (weekly promises)", try_history(landmark_weekly(), "project"), target
        )
        print_trial("Landmark, under way (weekly promises)", try_history(landmark_weekly(), "time"))
        three_cases()
        for split in ("project", "time"):
            print_trial("UK major projects, first promise", try_history(uk(True), split))
        print_trial("New York capital projects, first promise", try_history(new_york(True), "project"))
        print_trial("UK major projects, under way (yearly returns)", try_history(uk(False), "project"))
        print_trial("New York, under way (reports)", try_history(new_york(False), "project"))
    speed()


if __name__ == "__main__":
    main()

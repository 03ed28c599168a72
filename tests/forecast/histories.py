"""Histories for the tests: made up, some by a formula, some by chance with a seed."""

from datetime import date, timedelta

import numpy as np

from klaar.forecast.model import Case

TODAY = date(2027, 3, 1)


def case(start: str, promised: str, done: str = "", group: str = "") -> Case:
    """case("2026-01-01", "2026-02-01", "2026-03-01")."""
    return Case(
        date.fromisoformat(start),
        date.fromisoformat(promised),
        date.fromisoformat(done) if done else None,
        group,
    )


def of_ratios(ratios: list[float], term: int = 100) -> list[Case]:
    """One finished case for each ratio of actual to promised time."""
    first = date(2020, 1, 1)
    return [Case(first, first + timedelta(term), first + timedelta(round(term * ratio))) for ratio in ratios]


def by_chance(n: int, seed: int = 1, spread: float = 0.4, late: float = 0.3) -> list[Case]:
    """`n` cases one after another, their ratios log-normal; what would be done after `TODAY` is open."""
    chance = np.random.default_rng(seed)
    start, cases = TODAY - timedelta(n * 9 + 200), []
    for number in range(n):
        begun = start + timedelta(number * 9)
        term = int(chance.integers(20, 200))
        done = begun + timedelta(max(1, int(term * np.exp(chance.normal(late, spread)))))
        ready = done if done <= TODAY else None
        cases.append(Case(begun, begun + timedelta(term), ready, f"p{number}"))
    return cases


def weekly(projects: int, seed: int = 1) -> list[Case]:
    """What was promised each week, of projects that each slip a few times."""
    chance = np.random.default_rng(seed)
    cases = []
    for number in range(projects):
        begun = date(2020, 1, 6) + timedelta(number * 40)
        term = int(chance.integers(60, 200))
        took = int(term * np.exp(abs(chance.normal(0.3, 0.3))))
        done = begun + timedelta(took)
        for week in range(0, took, 7):
            promised = begun + timedelta(min(took, max(term, int(week * 1.15) + 10)))
            cases.append(Case(begun + timedelta(week), promised, done, f"p{number}"))
    return cases

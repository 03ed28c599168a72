"""When will these forty be done?"""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.forecast.histories import TODAY

from klaar.forecast.items.forecast import forecast_items
from klaar.forecast.items.model import Item, ItemsForecast


def steady(weeks: int, per_week: int, until: date = TODAY) -> list[Item]:
    """So many items each week, all done on its first days."""
    days = (until - timedelta(7 * week + day) for week in range(weeks) for day in range(per_week))
    return [Item(day - timedelta(3), day) for day in days]


def codes(said: ItemsForecast) -> set[str]:
    return {note.code for note in said.notes}


def test_a_steady_team_is_done_when_counting_says() -> None:
    said = forecast_items(steady(30, 5), 40, TODAY, runs=1000)
    assert said.per_week == 5
    assert said.p50 is not None
    assert (said.p50 - TODAY).days == pytest.approx(56, abs=3)
    assert said.p50 == said.p90


def test_an_uneven_team_has_dates_that_lie_apart() -> None:
    chance = np.random.default_rng(5)
    items = [
        Item(None, TODAY - timedelta(7 * week + int(chance.integers(7))))
        for week in range(40)
        for _ in range(int(chance.poisson(4)))
    ]
    said = forecast_items(items, 40, TODAY, wished=TODAY + timedelta(70), runs=2000)
    assert said.p50 is not None
    assert said.p90 is not None
    assert said.p90 > said.p50
    assert said.by_wished is not None
    half, eighty, ninety = said.by_wished
    assert half >= eighty >= ninety
    assert said.chance is not None
    assert said.tried > 0


def test_few_weeks_leave_more_open_than_many() -> None:
    pattern = [2, 8, 5, 1]

    def done(weeks: int) -> list[Item]:
        every = ((TODAY - timedelta(7 * w + n % 5), w) for w in range(weeks) for n in range(pattern[w % 4]))
        return [Item(None, day) for day, _ in every]

    few, many = (forecast_items(done(weeks), 60, TODAY, runs=4000) for weeks in (4, 52))
    assert few.curve[89] - few.curve[49] > many.curve[89] - many.curve[49]
    assert "few_weeks" in codes(few)


def test_the_same_seed_gives_the_same_answer() -> None:
    items = steady(10, 3) + steady(5, 2)
    assert forecast_items(items, 9, TODAY, seed=3) == forecast_items(items, 9, TODAY, seed=3)


@pytest.mark.parametrize("items", [[], steady(1, 2), [Item(TODAY, None)] * 50])
def test_too_little_work_gives_no_date_and_says_so(items: list[Item]) -> None:
    said = forecast_items(items, 10, TODAY)
    assert (said.p50, said.weeks) == (None, 0)
    assert "items_too_few" in codes(said)


def test_what_is_odd_is_told() -> None:
    odd = [Item(TODAY, TODAY - timedelta(9)), Item(None, TODAY + timedelta(9))]
    assert {"left_out_done_before_start", "done_later"} <= codes(
        forecast_items(steady(10, 3) + odd, 9, TODAY)
    )
    assert "items_idle" in codes(forecast_items(steady(20, 3, TODAY - timedelta(40)), 9, TODAY))
    coming = [Item(TODAY - timedelta(n % 50), None) for n in range(200)]
    assert "items_growing" in codes(forecast_items(steady(10, 3) + coming, 9, TODAY))


def test_more_than_twenty_years_of_work_has_no_date() -> None:
    said = forecast_items(steady(5, 1), 500_000, TODAY, runs=100)
    assert said.p50 is None
    assert "items_never" in codes(said)


@pytest.mark.parametrize("details", [{"count": 0}, {"wished": TODAY}, {"runs": 5}])
def test_questions_that_cannot_be_are_refused(details: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=next(iter(details))):
        forecast_items(steady(9, 2), today=TODAY, **{"count": 5, **details})  # type: ignore[arg-type]


@given(st.lists(st.integers(0, 200), min_size=3, max_size=60), st.integers(1, 60))
@settings(max_examples=30, deadline=None)
def test_the_dates_stand_in_order(ago: list[int], count: int) -> None:
    said = forecast_items([Item(None, TODAY - timedelta(each)) for each in ago], count, TODAY, runs=200)
    days = [day for day in (said.p50, said.p80, said.p90) if day]
    assert days == sorted(days)
    assert all(day > TODAY for day in days)

"""How forecasts are scored: coverage, CRPS, pinball, reliability; backtests, and forecasts that were kept."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.forecast.histories import TODAY, by_chance, weekly

from klaar.forecast.before import forecast
from klaar.forecast.imports.errors import HistoryError
from klaar.forecast.kept import Kept, kept_line, outcomes, read_kept
from klaar.forecast.losses import crps, open_crps, pinball
from klaar.forecast.model import Case, Forecast, Outcome
from klaar.forecast.record import score
from klaar.forecast.trial import try_history

CURVE = tuple(float(day) for day in range(1, 101))
"""Every day from 1 to 100 equally likely."""


def said(wished: int = 100, curve: tuple[float, ...] = CURVE) -> Forecast:
    return Forecast(TODAY, TODAY + timedelta(wished), TODAY, chance=1.0, curve=curve)


@given(st.lists(st.floats(0, 100), min_size=1, max_size=1), st.floats(0, 200))
def test_the_crps_of_a_single_date_is_how_far_off_it_was(date_said: list[float], truth: float) -> None:
    flat = np.full((1, 100), date_said[0])
    assert crps(flat, np.array([truth]))[0] == pytest.approx(abs(date_said[0] - truth), abs=1e-9)


@given(st.lists(st.floats(0, 500), min_size=100, max_size=100), st.floats(0, 600))
def test_the_crps_is_the_mean_distance_less_half_of_the_mean_spread(
    values: list[float], truth: float
) -> None:
    curve = np.sort(np.array(values))
    spread = np.abs(curve[:, None] - curve).mean()
    expected = np.abs(curve - truth).mean() - spread / 2
    assert crps(curve[None], np.array([truth]))[0] == pytest.approx(expected, abs=1e-6)


def test_an_open_case_costs_no_more_than_it_would_when_done_now() -> None:
    curve, until = np.array([CURVE]), np.array([60.0])
    assert 0 < open_crps(curve, until)[0] <= crps(curve, until)[0] + 1e-9


@pytest.mark.parametrize(("level", "truth", "loss"), [(0.8, 10, 8.0), (0.8, -10, 2.0), (0.5, 10, 5.0)])
def test_pinball_weighs_lateness_by_the_level(level: float, truth: float, loss: float) -> None:
    assert pinball(level, np.array([0.0]), np.array([truth]))[0] == pytest.approx(loss)


def test_a_perfect_forecaster_covers_what_it_says() -> None:
    made = score(Outcome(said(), TODAY + timedelta(day)) for day in range(1, 101))
    assert made.forecast is not None
    assert made.forecast.coverage == pytest.approx((0.5, 0.8, 0.9), abs=0.02)
    assert all(share == pytest.approx(level, abs=0.02) for level, share in made.reliability)


def test_the_promise_itself_is_scored_beside_it() -> None:
    made = score([Outcome(said(wished=50), TODAY + timedelta(80))])
    assert made.promise is not None
    assert made.promise.crps_days == 30
    assert made.promise.crps == pytest.approx(0.6)
    assert made.promise.coverage == (0.0, 0.0, 0.0)


def test_forecasts_without_dates_are_not_scored() -> None:
    assert score([Outcome(said(curve=()), TODAY)]).n == 0
    assert score([]).forecast is None


@pytest.mark.parametrize("split", ["project", "time"])
def test_a_backtest_of_a_regular_world_is_calibrated(split: str) -> None:
    result = try_history(by_chance(300), split).result  # type: ignore[arg-type]
    assert result.forecast is not None
    assert result.promise is not None
    assert result.forecast.coverage[0] == pytest.approx(0.5, abs=0.1)
    assert result.forecast.coverage[1] == pytest.approx(0.8, abs=0.08)
    assert result.forecast.crps < result.promise.crps
    assert result.n + result.open + result.early == 300


def test_three_cases_of_history_still_cover() -> None:
    chance = np.random.default_rng(9)
    met = []
    for _ in range(150):
        took = np.maximum(1, 100 * np.exp(chance.normal(0.4, 0.5, 4))).astype(int)
        first = date(2020, 1, 1)
        past = [Case(first, first + timedelta(100), first + timedelta(int(day))) for day in took[:3]]
        made = forecast(past, TODAY, TODAY + timedelta(100), TODAY)
        assert made.p80 is not None
        met.append(TODAY + timedelta(int(took[3])) <= made.p80)
    assert np.mean(met) >= 0.7


def test_a_project_is_never_forecast_from_itself() -> None:
    history = weekly(12)
    alone = [case for case in history if case.group == "p3"]
    odd = [case._replace(done=case.done and case.done + timedelta(3000)) for case in alone]
    rest = [case for case in history if case.group != "p3"]
    one, other = (try_history([*rest, *each], "project").result for each in (alone, odd))
    assert one.n == other.n
    assert one.forecast is not None
    assert other.forecast is not None
    assert one.forecast.crps < other.forecast.crps


def test_rolling_in_time_does_not_know_what_comes_later() -> None:
    history = by_chance(80)
    changed = [
        case._replace(done=case.done + timedelta(400))
        if case.done and case.start > date(2026, 6, 1)
        else case
        for case in history
    ]
    one, other = (try_history(each, "time", TODAY).result for each in (history, changed))
    assert one.early == other.early


def test_a_kept_forecast_is_read_back_and_scored() -> None:
    made = forecast(by_chance(40), TODAY, date(2027, 6, 1), TODAY)
    kept = [Kept("release 4", "it", made), Kept("release 5", "client", made)]
    back = read_kept("\n".join(map(kept_line, kept)) + "\n\n")
    assert [(each.name, each.side) for each in back] == [("release 4", "it"), ("release 5", "client")]
    assert back[0].forecast.curve == made.curve
    truth = [Case(TODAY, date(2027, 6, 1), date(2027, 6, 20), "release 4")]
    found, unknown = outcomes(back, truth)
    assert (len(found), unknown) == (1, 1)
    assert score(found).n == 1


@pytest.mark.parametrize("line", ["{}", "no json", '{"start": "2027-03-01"}', "[1]"])
def test_a_line_that_is_no_kept_forecast_is_refused(line: str) -> None:
    good = kept_line(Kept("a", "", said()))
    with pytest.raises(HistoryError) as raised:
        read_kept(f"{good}\n{line}\n")
    assert raised.value.fields == {"row": 2}

"""Kaplan-Meier, the (n+1) quantile and the log-normal, against what others count."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lifelines import KaplanMeierFitter, LogNormalFitter

from klaar.forecast import student
from klaar.forecast.lognormal import Sample, fit
from klaar.forecast.shape import blend, empirical, parametric
from klaar.forecast.survival import kaplan_meier

TIMES = st.lists(st.tuples(st.integers(1, 40), st.booleans()), min_size=3, max_size=40)


def sample(times: list[tuple[int, bool]]) -> Sample:
    value = np.array([time for time, _ in times], dtype=float)
    done = np.array([flag for _, flag in times])
    return Sample(value, done, np.ones(len(times)), float(done.sum()))


@given(TIMES)
def test_kaplan_meier_is_that_of_lifelines(times: list[tuple[int, bool]]) -> None:
    made = sample(times)
    steps = kaplan_meier(made)
    theirs = KaplanMeierFitter().fit(made.value, made.done)
    for time, share in zip(steps.time, steps.share, strict=True):
        assert 1 - float(theirs.predict(time)) == pytest.approx(share, abs=1e-9)


@given(TIMES)
def test_kaplan_meier_rises_and_only_where_something_ended(times: list[tuple[int, bool]]) -> None:
    made = sample(times)
    steps = kaplan_meier(made, 1.0)
    assert set(steps.time) == {time for time, flag in times if flag}
    assert (np.diff(steps.share) > 0).all()
    assert (steps.first <= steps.share + 1e-12).all()
    assert all(share < 1 for share in steps.share)


@pytest.mark.parametrize("n", [3, 9, 10, 19, 99])
def test_without_open_cases_the_kth_of_n_is_the_k_over_n_plus_one_quantile(n: int) -> None:
    values = [(10 * (k + 1), True) for k in range(n)]
    steps = kaplan_meier(sample(values), 1.0)
    assert steps.share == pytest.approx([(k + 1) / (n + 1) for k in range(n)])


def test_the_log_normal_fits_unfinished_cases_as_lifelines_does() -> None:
    chance = np.random.default_rng(3)
    truth, until = np.exp(chance.normal(0.4, 0.5, 2000)), np.exp(chance.normal(0.7, 0.4, 2000))
    value, done = np.minimum(truth, until), truth <= until
    ours = fit(Sample(value, done, np.ones(2000), float(done.sum())))
    theirs = LogNormalFitter().fit(value, done)
    assert ours.middle == pytest.approx(theirs.mu_, abs=0.01)
    assert ours.spread == pytest.approx(theirs.sigma_, abs=0.01)


@pytest.mark.parametrize(
    ("freedom", "level", "value"),
    [
        (1, 0.9, 3.078),
        (3, 0.95, 2.353),
        (5, 0.8, 0.920),
        (10, 0.9, 1.372),
        (30, 0.95, 1.697),
    ],
)
def test_student_has_the_quantiles_of_the_tables(freedom: int, level: float, value: float) -> None:
    assert np.interp(level, student.LEVELS, student.quantiles(freedom)) == pytest.approx(value, abs=0.005)


@given(TIMES.filter(lambda times: sum(flag for _, flag in times) >= 3))
def test_a_shape_never_falls_and_goes_there_and_back(times: list[tuple[int, bool]]) -> None:
    made = sample(times)
    for shape in (empirical(made), parametric(made), blend(empirical(made), parametric(made))):
        assert (np.diff(shape.share) >= 0).all()
        assert (np.diff(shape.value) >= -1e-9).all()
        for level in (0.1, 0.5, 0.8, 0.9):
            assert shape.chance(float(shape.quantile(level))) >= level - 1e-6


def test_few_cases_lie_further_apart_than_many() -> None:
    few, many = (sample([(9, True), (10, True), (11, True)] * times) for times in (1, 30))
    assert parametric(few).quantile(0.9) > parametric(many).quantile(0.9)

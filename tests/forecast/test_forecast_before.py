"""The chance of a date before it is promised."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.forecast.histories import TODAY, by_chance, of_ratios

from klaar.forecast.before import forecast
from klaar.forecast.model import Case, Forecast
from klaar.forecast.reference import REFERENCES, load_reference

NINETEEN = [0.55 + 0.05 * k for k in range(1, 20)]
"""0.60 to 1.50: the k-th is the k/20 quantile of the next."""


def asked(history: list[Case], days: int = 100, wish: int | None = None) -> Forecast:
    wished = TODAY + timedelta(days if wish is None else wish)
    return forecast(history, TODAY, wished, TODAY, planned=TODAY + timedelta(days))


def test_nineteen_cases_have_their_dates_at_the_tenth_the_sixteenth_and_the_eighteenth() -> None:
    said = asked(of_ratios(NINETEEN))
    assert [(day - TODAY).days for day in (said.p50, said.p80, said.p90) if day] == [105, 135, 145]
    assert said.n == 19
    assert said.sight == pytest.approx(0.95)


@pytest.mark.parametrize(("wish", "met"), [(60, 1), (80, 5), (100, 9), (150, 19), (200, 19)])
def test_the_chance_is_the_share_of_cases_that_were_ready_by_then(wish: int, met: int) -> None:
    said = asked(of_ratios(NINETEEN), wish=wish)
    assert said.met == met
    assert said.chance == pytest.approx(met / 20, abs=0.051)


def test_a_later_wish_never_has_a_smaller_chance() -> None:
    chances = [asked(by_chance(40), wish=days).chance or 0.0 for days in range(10, 400, 13)]
    assert chances == sorted(chances)


def test_a_longer_term_has_later_dates_in_proportion() -> None:
    one, two = (asked(of_ratios(NINETEEN), days=days) for days in (100, 200))
    assert one.p80 is not None
    assert two.p80 is not None
    assert (two.p80 - TODAY).days == pytest.approx(2 * (one.p80 - TODAY).days, abs=1)


def test_few_cases_widen_and_say_so() -> None:
    few, many = asked(of_ratios([1.0, 1.2, 1.4])), asked(of_ratios([1.0, 1.2, 1.4] * 20))
    assert few.p90 is not None
    assert many.p90 is not None
    assert few.p90 > many.p90
    assert few.basis == "lognormal"
    assert "few" in {note.code for note in few.notes}
    assert "few" not in {note.code for note in many.notes}


def test_open_cases_make_the_dates_later_than_leaving_them_out() -> None:
    finished = of_ratios([1.0 + 0.02 * k for k in range(20)])
    start = TODAY - timedelta(140)
    running = [Case(start, start + timedelta(100), None, f"open{k}") for k in range(8)]
    with_open, without = asked([*finished, *running]), asked(finished)
    assert with_open.p80 is not None
    assert without.p80 is not None
    assert with_open.p80 > without.p80
    assert with_open.unfinished == 8


def test_a_start_in_the_past_leaves_out_what_was_ready_by_now() -> None:
    begun = TODAY - timedelta(100)
    said = forecast(of_ratios(NINETEEN), begun, TODAY + timedelta(10), TODAY, planned=TODAY)
    assert said.p50 is not None
    assert said.p50 > TODAY
    assert said.chance == pytest.approx((11 - 9) / (20 - 9), abs=0.06)


@given(st.lists(st.floats(0.3, 4.0), min_size=3, max_size=40), st.integers(5, 400))
@settings(max_examples=60)
def test_the_dates_stand_in_order_and_the_curve_rises(ratios: list[float], days: int) -> None:
    said = asked(of_ratios(ratios), days=days)
    assert said.p50 is not None
    assert said.p80 is not None
    assert said.p90 is not None
    assert TODAY <= said.p50 <= said.p80 <= said.p90
    assert list(said.curve) == sorted(said.curve)
    assert len(said.curve) == 100
    assert 0 <= (said.chance or 0) <= 1


@given(st.permutations(list(range(12))))
@settings(max_examples=20)
def test_the_order_of_the_rows_changes_nothing(order: list[int]) -> None:
    history = by_chance(12)
    said = asked([history[number] for number in order])
    assert said._replace(dots=()) == asked(history)._replace(dots=())


@pytest.mark.parametrize("name", REFERENCES)
def test_a_published_reference_class_stands_in_for_no_history(name: str) -> None:
    reference = load_reference(name)
    said = forecast([], TODAY, date(2027, 9, 1), TODAY, reference=reference)
    assert said.basis == "reference"
    assert (said.n, said.unfinished) == (reference.n, reference.unfinished)
    assert said.chance is not None
    assert "reference" in {note.code for note in said.notes}


def test_an_unknown_reference_class_is_refused() -> None:
    with pytest.raises(KeyError):
        load_reference("elsewhere")

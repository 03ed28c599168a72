"""The chance of a promised date while the work is under way."""

from datetime import date, timedelta

import pytest
from tests.forecast.histories import TODAY, by_chance, weekly

from klaar.forecast.model import Forecast, Move
from klaar.forecast.under_way import under_way

BEGUN = date(2027, 1, 4)


def asked(today: date, *promised: date, **details: float) -> Forecast:
    moves = [Move(BEGUN + timedelta(7 * n), day) for n, day in enumerate(promised)]
    return under_way(weekly(30), BEGUN, moves, today, **details)  # type: ignore[arg-type]


def codes(said: Forecast) -> set[str]:
    return {note.code for note in said.notes}


def test_nothing_is_ready_before_today() -> None:
    for days in (1, 30, 80, 120):
        today = BEGUN + timedelta(days)
        said = asked(today, BEGUN + timedelta(90))
        assert said.p50 is not None
        assert said.p50 >= today
        assert min(said.curve) >= days - 1


def test_a_chance_under_what_was_agreed_warns_before_the_date() -> None:
    said = asked(BEGUN + timedelta(80), BEGUN + timedelta(90), least=0.95)
    assert said.chance is not None
    assert said.chance < 0.95
    assert dict(next(note for note in said.notes if note.code == "warning").fields)["days"] == 10


def test_a_chance_above_what_was_agreed_does_not() -> None:
    assert "warning" not in codes(asked(BEGUN + timedelta(10), BEGUN + timedelta(90), least=0.01))


def test_a_date_that_is_past_is_overdue() -> None:
    said = asked(BEGUN + timedelta(100), BEGUN + timedelta(90))
    assert "overdue" in codes(said)
    assert said.chance == pytest.approx(0, abs=0.01)


def test_progress_that_the_history_does_not_know_is_told_apart() -> None:
    said = asked(BEGUN + timedelta(40), BEGUN + timedelta(90), progress=0.5)
    note = next(note for note in said.notes if note.code == "progress_unused")
    assert dict(note.fields)["day"] == (BEGUN + timedelta(80)).isoformat()


def test_the_last_promise_is_the_one_that_counts() -> None:
    said = asked(BEGUN + timedelta(40), BEGUN + timedelta(90), BEGUN + timedelta(150))
    assert said.wished == BEGUN + timedelta(150)


def test_a_history_of_single_promises_is_conditioned_on_not_being_ready() -> None:
    said = under_way(by_chance(60), BEGUN, [Move(BEGUN, BEGUN + timedelta(60))], TODAY)
    assert said.p50 is not None
    assert said.p50 > TODAY


@pytest.mark.parametrize(
    "moves",
    [[], [Move(BEGUN, BEGUN)], [Move(TODAY + timedelta(9), TODAY + timedelta(30))]],
    ids=["none", "no term", "said after today"],
)
def test_promises_that_cannot_be_are_refused(moves: list[Move]) -> None:
    with pytest.raises(ValueError, match="promises"):
        under_way(by_chance(20), BEGUN, moves, TODAY)

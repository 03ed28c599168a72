"""What is wrong with a history is said, and never guessed over."""

from datetime import date

import pytest
from tests.forecast.histories import TODAY, by_chance, case, of_ratios

from klaar.forecast.before import forecast
from klaar.forecast.model import Case, Forecast
from klaar.forecast.trial import try_history

GOOD = of_ratios([1.0, 1.2, 1.5, 1.1])
WISH = date(2027, 6, 1)

WRONG = {
    "duplicate": [GOOD[0]],
    "left_out_done_before_start": [case("2026-01-10", "2026-02-01", "2026-01-05")],
    "left_out_no_term": [case("2026-01-10", "2026-01-10", "2026-01-15")],
    "left_out_promised_before_start": [case("2026-01-10", "2026-01-05", "2026-01-15")],
    "left_out_not_begun": [case("2027-04-01", "2027-05-01")],
    "same_day": [case("2026-01-10", "2026-01-20", "2026-01-10")],
}


def asked(history: list[Case]) -> Forecast:
    return forecast(history, TODAY, WISH, TODAY)


def codes(said: Forecast) -> dict[str, int]:
    return {note.code: int(dict(note.fields).get("n", 0)) for note in said.notes}


@pytest.mark.parametrize("code", [key for key in WRONG if key != "duplicate"])
def test_a_wrong_case_is_counted_and_told(code: str) -> None:
    said = asked([*GOOD, *WRONG[code]])
    assert codes(said)[code] == 1
    assert said.n == len(GOOD) + (code == "same_day")


def test_what_is_there_twice_counts_once() -> None:
    twice = [each._replace(group="a") for each in GOOD[:1]] * 2
    said = asked([*GOOD[1:], *twice])
    assert codes(said)["left_out_duplicate"] == 1
    assert said.n == len(GOOD)


@pytest.mark.parametrize(
    ("history", "code"),
    [
        ([], "no_history"),
        (GOOD[:1], "too_few"),
        (GOOD[:2], "too_few"),
        ([case("2027-01-01", "2027-03-01")] * 1 + [case("2027-01-05", "2027-03-09")], "all_open"),
    ],
)
def test_a_history_that_tells_nothing_gives_no_chance_and_says_why(history: list[Case], code: str) -> None:
    said = asked(history)
    assert code in codes(said)
    assert (said.chance, said.p50, said.curve) == (None, None, ())


def test_next_to_nothing_finished_is_too_young_to_tell() -> None:
    open_ones = [
        case(f"2027-01-{1 + n % 28:02d}", f"2028-0{1 + n // 28}-01", group=str(n)) for n in range(80)
    ]
    assert "young" in codes(asked([*GOOD, *open_ones]))


def test_what_was_done_after_today_was_not_known_today() -> None:
    later = case("2026-06-01", "2026-09-01", "2027-05-01")
    said = asked([*GOOD, later])
    assert (said.n, said.unfinished) == (len(GOOD), 1)


@pytest.mark.parametrize("history", [[], GOOD[:1], [case("2027-01-01", "2027-02-01")] * 3, WRONG["same_day"]])
@pytest.mark.parametrize("split", ["project", "time"])
def test_a_backtest_of_nothing_scores_nothing_and_says_so(history: list[Case], split: str) -> None:
    tried = try_history(history, split)  # type: ignore[arg-type]
    assert tried.result.n == 0
    assert tried.result.forecast is None
    assert "nothing_scored" in {note.code for note in tried.notes}


@pytest.mark.parametrize("wish", [date(2027, 3, 1), date(2027, 2, 1), None])
def test_a_wish_that_is_not_after_the_start_is_refused(wish: date | None) -> None:
    with pytest.raises(ValueError, match="wished"):
        forecast(by_chance(20), TODAY, wish, TODAY)

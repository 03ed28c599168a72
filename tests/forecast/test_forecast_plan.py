"""Many promises that wait on each other."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.forecast.histories import TODAY, by_chance, of_ratios

from klaar.forecast.plan.model import PlanError, PlanForecast, Step
from klaar.forecast.plan.order import in_order
from klaar.forecast.plan.simulate import simulate
from klaar.forecast.reference import load_reference

EXACT = {"": of_ratios([1.0] * 60)}
LATE = {"it": of_ratios([1.0 + 0.02 * k for k in range(50)]), "client": of_ratios([1.0] * 50)}


def days(said: PlanForecast, day: date) -> int:
    return (day - said.today).days


def run(steps: list[Step], histories: object = None, **details: object) -> PlanForecast:
    return simulate(steps, LATE if histories is None else histories, TODAY, **{"runs": 2000, **details})  # type: ignore[arg-type]


def test_a_chain_adds_up_and_a_fork_waits_for_the_longest() -> None:
    steps = [
        Step("a", "it", 20),
        Step("b", "it", 30),
        Step("c", "it", 50, ("a", "b")),
        Step("d", "it", 5, ("c",)),
    ]
    said = run(steps, EXACT)
    assert days(said, said.promised) == 85
    assert days(said, said.p50) == pytest.approx(85, abs=6)


def test_the_same_seed_gives_the_same_answer_and_another_one_another() -> None:
    steps = [Step("a", "it", 20), Step("b", "client", 30, ("a",))]
    assert run(steps, seed=7) == run(steps, seed=7)
    assert run(steps, seed=7).curve != run(steps, seed=8).curve


def test_each_side_has_its_own_record() -> None:
    it, client = (run([Step("a", side, 100)]) for side in ("it", "client"))
    assert it.p80 > client.p80
    assert it.sides[0].gain > client.sides[0].gain


def test_the_side_that_holds_up_the_end_is_the_one_that_can_help() -> None:
    steps = [Step("slow", "it", 100), Step("quick", "client", 5), Step("end", "it", 5, ("slow", "quick"))]
    said = run(steps)
    gains = {each.side: each.gain for each in said.sides}
    assert gains["it"] > 10
    assert gains["client"] == 0
    decides = {each.name: each.decides for each in said.steps}
    assert decides["slow"] == decides["end"] == 1.0
    assert decides["quick"] == 0.0


def test_what_goes_badly_together_ends_later_in_bad_times() -> None:
    steps = [Step(f"s{n}", "it", 30, (f"s{n - 1}",) if n else ()) for n in range(20)]
    apart, close = run(steps, together=0.0), run(steps, together=0.8)
    assert days(close, close.p90) - days(close, close.p50) > 2 * (
        days(apart, apart.p90) - days(apart, apart.p50)
    )


def test_a_step_that_is_done_takes_its_real_day() -> None:
    done = Step("a", "it", 100, done=TODAY - timedelta(5))
    said = run([done, Step("b", "client", 10, ("a",))], {"client": EXACT[""], "it": EXACT[""]})
    assert days(said, said.p50) == pytest.approx(10, abs=2)
    assert said.steps[0].p50 == TODAY - timedelta(5)


def test_a_step_that_is_running_is_not_ready_before_today() -> None:
    said = run([Step("a", "it", 20, start=TODAY - timedelta(25))])
    assert min(said.curve) >= 0


def test_a_side_without_a_record_borrows_and_says_so() -> None:
    said = run([Step("a", "client", 10)], {"": by_chance(40)})
    assert "other_record" in {note.code for note in said.notes}
    said = run([Step("a", "client", 10)], {}, reference=load_reference("uk-major-ict"))
    assert "side_reference" in {note.code for note in said.notes}


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        ([], "no_steps"),
        ([Step("a", "it", 5), Step("a", "it", 6)], "step_twice"),
        ([Step("a", "it", 5, ("z",))], "no_such_step"),
        ([Step("a", "it", 5, ("b",)), Step("b", "it", 5, ("a",))], "circle"),
        ([Step("a", "it", 5, ("a",))], "circle"),
        ([Step("a", "mediator", 5)], "no_record"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(steps: list[Step], code: str) -> None:
    with pytest.raises(PlanError) as raised:
        run(steps)
    assert raised.value.code == code


@pytest.mark.parametrize("details", [{"runs": 10}, {"together": 1.0}, {"together": -0.1}])
def test_settings_that_cannot_be_are_refused(details: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=next(iter(details))):
        run([Step("a", "it", 5)], **details)


@given(st.lists(st.lists(st.integers(0, 30), max_size=3), min_size=1, max_size=30))
@settings(max_examples=50)
def test_no_step_comes_before_what_it_waits_on(waits: list[list[int]]) -> None:
    steps = [
        Step(f"s{n}", "it", 1, tuple({f"s{each % n}" for each in before}) if n else ())
        for n, before in enumerate(waits)
    ]
    ordered = in_order(steps)
    seen: set[int] = set()
    for place in ordered.places:
        assert seen.issuperset(ordered.before[place])
        seen.add(place)
    assert len(seen) == len(steps)

"""What happened becomes how it stands, whatever the order in which it came in."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.happenings import CALENDAR, DATA, INVOICE, MONTHLY, REPORT, at, event, only

from klaar.ledger.fold import fold_ledger, left_out
from klaar.ledger.model import Event, State

TODAY = date(2027, 3, 10)


def report(*events: Event, today: date = TODAY) -> State:
    return only(fold_ledger([REPORT, DATA], events, today, CALENDAR))


STORIES = [
    ("nothing happened, before the date", [], date(2027, 2, 28), "open"),
    ("nothing happened, on the date", [], date(2027, 3, 1), "open"),
    ("nothing happened, after the date", [], date(2027, 3, 2), "overdue"),
    ("moved on", [event("moved", "2027-02-20", to="2027-04-01")], TODAY, "open"),
    ("delivered in time", [event("delivered", "2027-03-01T23:30")], TODAY, "delivered"),
    ("delivered, too late by its own account", [event("delivered", "2027-03-02T00:30")], TODAY, "delivered"),
    (
        "delivered and accepted later",
        [event("delivered", "2027-02-27"), event("kept", "2027-03-05", side="client")],
        TODAY,
        "kept",
    ),
    (
        "both say late",
        [event("delivered", "2027-03-04"), event("late", "2027-03-05", side="client")],
        TODAY,
        "late",
    ),
    (
        "one says kept, the other late",
        [event("delivered", "2027-02-27"), event("late", "2027-03-05", side="client")],
        TODAY,
        "disputed",
    ),
    ("kept, both call it", [event("kept", "2027-03-05", side="both")], TODAY, "kept"),
    ("only the receiver spoke", [event("broken", "2027-03-05", side="client")], TODAY, "broken"),
    (
        "disputed, then given way",
        [
            event("broken", "2027-03-04", side="client"),
            event("disputed", "2027-03-05"),
            event("broken", "2027-03-06"),
        ],
        TODAY,
        "broken",
    ),
    (
        "disputed",
        [event("broken", "2027-03-04", side="client"), event("disputed", "2027-03-05")],
        TODAY,
        "disputed",
    ),
    ("excused by both", [event("excused", "2027-03-04", side="both")], TODAY, "excused"),
    ("withdrawn", [event("withdrawn", "2027-02-04", side="client")], TODAY, "withdrawn"),
    ("waits on data", [event("waiting", "2027-01-10", on="data")], date(2027, 1, 20), "waiting"),
    (
        "the data came",
        [event("waiting", "2027-01-10", on="data"), event("delivered", "2027-01-12", "data", "client")],
        date(2027, 1, 20),
        "open",
    ),
    ("waits on something unknown", [event("waiting", "2027-01-10", on="?")], date(2027, 1, 20), "waiting"),
    ("the future does not count yet", [event("broken", "2027-04-01")], TODAY, "overdue"),
    (
        "corrected",
        [event("broken", "2027-03-04", id="oops"), event("corrected", "2027-03-05", corrects="oops")],
        TODAY,
        "overdue",
    ),
    (
        "the correction corrected",
        [
            event("broken", "2027-03-04", id="said"),
            event("corrected", "2027-03-05", id="oops", corrects="said"),
            event("corrected", "2027-03-06", corrects="oops"),
        ],
        TODAY,
        "broken",
    ),
]


@pytest.mark.parametrize(("story", "events", "today", "status"), STORIES, ids=[story[0] for story in STORIES])
def test_a_story_has_its_status(story: str, events: list[Event], today: date, status: str) -> None:
    assert report(*events, today=today).status == status


def test_both_views_stand_beside_each_other() -> None:
    found = report(
        event("delivered", "2027-02-27"),
        event("late", "2027-03-05", side="client", reason="the annex was missing"),
        event("cause", "2027-03-06", side="client", cause="delivery", reason="unfinished"),
        event("cause", "2027-03-06", side="it", cause="question", reason="nobody asked for an annex"),
    )
    it, client = found.views
    assert (it.verdict, it.done, it.cause) == ("kept", at("2027-02-27"), "question")
    assert (client.verdict, client.reason, client.cause) == ("late", "the annex was missing", "delivery")
    assert not found.agreed


def test_each_move_has_where_it_came_from_and_who_asked() -> None:
    found = report(
        event("moved", "2027-02-10", to="2027-04-01", why="no staff"),
        event("moved", "2027-03-20", to="2027-05-01", asked_by="client"),
        today=date(2027, 4, 10),
    )
    first, second = found.moves
    assert (first.old, first.new, first.why, first.asked_by) == (
        date(2027, 3, 1),
        date(2027, 4, 1),
        "no staff",
        "it",
    )
    assert (second.old, second.new, second.asked_by) == (date(2027, 4, 1), date(2027, 5, 1), "client")
    assert (found.first_due, found.due) == (date(2027, 3, 1), date(2027, 5, 1))


def test_a_question_stays_open_until_it_is_answered() -> None:
    asked = [
        event("questioned", "2027-02-01", side="client", id="q1"),
        event("questioned", "2027-02-02", id="q2"),
    ]
    assert report(*asked).questions == ("q1", "q2")
    assert report(*asked, event("answered", "2027-02-03", answers="q1")).questions == ("q2",)
    assert report(*asked, event("answered", "2027-02-03")).questions == ()


def test_what_is_left_out_is_named() -> None:
    stray, future = event("kept", "2027-02-01", "nowhere"), event("kept", "2027-09-01")
    assert left_out([REPORT], [future, stray], TODAY, CALENDAR) == ([stray], [future])


KINDS = ["moved", "delivered", "kept", "late", "broken", "excused", "disputed", "waiting", "started", "cause"]
OTHERS = ["questioned", "answered", "apologised", "made_good", "withdrawn", "confirmed", "corrected"]
HAPPENED = st.builds(
    lambda kind, day, promise, side, turn, to, number: event(
        kind,
        f"2027-{day // 28 + 1:02}-{day % 28 + 1:02}",
        promise,
        side,
        id=f"e{number}",
        to=f"2027-{to:02}-15",
        cause="input",
        on="data",
        corrects=f"e{to * 3}",
        **({"occurrence": turn} if turn else {}),
    ),
    st.sampled_from(
        [*KINDS, "questioned", "answered", "apologised", "made_good", "withdrawn", "confirmed", "corrected"]
    ),
    st.integers(0, 330),
    st.sampled_from(["report", "data", "pay", "monthly", "unknown"]),
    st.sampled_from(["it", "client", "both", "other"]),
    st.sampled_from(["", "2027-01-31", "2027-05-31", "invoice 7"]),
    st.integers(1, 12),
    st.integers(0, 40),
)


@given(
    st.lists(HAPPENED, max_size=30),
    st.randoms(use_true_random=False),
    st.dates(date(2027, 1, 1), date(2028, 6, 1)),
)
def test_any_order_of_arrival_gives_the_same_state_and_so_does_twice(events, random, today) -> None:  # type: ignore[no-untyped-def]
    duties = [REPORT, DATA, INVOICE, MONTHLY]
    shuffled = events + random.sample(events, len(events) // 2)
    random.shuffle(shuffled)
    assert fold_ledger(duties, shuffled, today, CALENDAR) == fold_ledger(duties, events, today, CALENDAR)


@given(st.lists(HAPPENED, max_size=20), st.dates(date(2027, 1, 1), date(2028, 6, 1)))
def test_every_promise_has_a_state_whatever_happens(events: list[Event], today: date) -> None:
    states = fold_ledger([REPORT, DATA, INVOICE, MONTHLY], events, today, CALENDAR)
    assert {state.promise for state in states} >= {"report", "data", "pay"}
    known = {e.id for e in events}
    assert all(set(state.events) <= known for state in states)

"""Whose days a delay is made of: the days add up, and each lies where it arose."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.happenings import CALENDAR, DATA, MONTHLY, REPORT, event
from tests.ledger.test_fold import HAPPENED

from klaar.ledger.cases import cases
from klaar.ledger.delays import Delay, causes, delays
from klaar.ledger.fold import fold_ledger
from klaar.ledger.model import Event

EXTRACT = DATA._replace(id="extract", bearer="it", words="Leverancier maakt een uitvoer op 15 januari 2027.")
EXTRACT = EXTRACT._replace(due=date(2027, 1, 15))
WAITS = event("waiting", "2027-01-05", on="data")


def found(*events: Event, today: str = "2027-06-01") -> dict[str, Delay]:
    """The delay of each of three promises: the report waits on the data, the data on the extract."""
    day = date.fromisoformat(today)
    states = fold_ledger((REPORT, DATA, EXTRACT), events, day, CALENDAR)
    return {name: delay for (name, _), delay in delays(states, day, CALENDAR).items()}


def steps(delay: Delay) -> list[tuple[str, str, int]]:
    return [(step.promise, step.side, step.days) for step in delay.steps]


def late(promise: str, when: str, side: str = "it") -> Event:
    return event("delivered", when, promise, side)


ROOM = event("waiting", "2027-01-05", on="data", slack=5)
DATA_WAITS = event("waiting", "2027-01-05", "data", "client", on="extract")
MOVED = event("moved", "2027-02-20", to="2027-04-01")
EXTRACT_5_LATE = late("extract", "2027-01-20")
DATA_8_LATE, DATA_20_LATE = late("data", "2027-02-09", "client"), late("data", "2027-02-21", "client")
IN_TIME, TEN_LATE, NINETEEN_LATE = (late("report", day) for day in ("2027-03-01", "2027-03-11", "2027-03-20"))
TOGETHER = [WAITS, DATA_WAITS, EXTRACT_5_LATE, DATA_8_LATE, TEN_LATE]


@pytest.mark.parametrize(
    ("events", "told"),
    [
        ([IN_TIME], []),
        ([TEN_LATE], [("report", "it", 10)]),
        ([WAITS, DATA_8_LATE, TEN_LATE], [("report", "it", 2), ("data", "client", 8)]),
        # of 20 days the supplier made 10 good
        ([WAITS, DATA_20_LATE, TEN_LATE], [("report", "it", 0), ("data", "client", 10)]),
        # 5 days of room lay between
        ([ROOM, DATA_8_LATE, TEN_LATE], [("report", "it", 7), ("data", "client", 3)]),
        # the client's data waited on the supplier's own extract in turn
        (TOGETHER, [("report", "it", 2), ("data", "client", 3), ("extract", "it", 5)]),
        # a date that moved counts from the first one
        ([MOVED, NINETEEN_LATE], [("report", "it", 19)]),
        ([WAITS, DATA_8_LATE, IN_TIME], []),
        ([event("withdrawn", "2027-03-03", side="both")], []),
    ],
)
def test_each_day_of_a_delay_lies_where_it_arose(
    events: list[Event], told: list[tuple[str, str, int]]
) -> None:
    delay = found(*events).get("report")
    assert (steps(delay) if delay else []) == told
    assert (delay.days if delay else 0) == sum(days for _, _, days in told)


def test_what_is_not_done_yet_is_late_up_to_today() -> None:
    assert found(today="2027-03-05")["report"].days == 4


def test_promises_that_wait_on_each_other_end_somewhere() -> None:
    circle = [WAITS, event("waiting", "2027-01-05", "data", "client", on="report")]
    delay = found(*circle, today="2027-03-11")["report"]
    assert delay.circular
    assert sum(step.days for step in delay.steps) == delay.days == 10


@given(st.lists(HAPPENED, max_size=25), st.dates(date(2027, 1, 1), date(2028, 6, 1)))
def test_the_days_add_up_whatever_happened(events: list[Event], day: date) -> None:
    states = fold_ledger([REPORT, DATA, MONTHLY], events, day, CALENDAR)
    for delay in delays(states, day, CALENDAR).values():
        assert delay.days > 0
        assert sum(step.days for step in delay.steps) == delay.days
        assert all(step.days >= 0 for step in delay.steps)
        assert 0 <= delay.own <= delay.days


def test_causes_stand_beside_each_other_and_are_not_added_up() -> None:
    chosen = [
        event("cause", "2027-03-05", side="it", cause="input"),
        event("cause", "2027-03-06", side="client", cause="delivery"),
        event("cause", "2027-03-07", "data", "it", cause="input"),
        event("cause", "2027-03-08", "data", "client", cause="question"),
        event("cause", "2027-03-09", "data", "client", cause="agreement"),  # the last one said counts
    ]
    states = fold_ledger([REPORT, DATA], chosen, date(2027, 4, 1), CALENDAR)
    assert list(causes(states)) == [("it", "input", 2), ("client", "agreement", 1), ("client", "delivery", 1)]


def test_a_forecast_is_told_each_date_that_was_promised() -> None:
    states = fold_ledger([REPORT, DATA], [MOVED, NINETEEN_LATE], date(2027, 6, 1), CALENDAR)
    told = list(cases(states, date(2027, 1, 1), date(2027, 6, 1), CALENDAR))
    assert [(each.group, each.start, each.promised, each.done, each.seen) for each in told] == [
        ("report", date(2027, 1, 1), date(2027, 3, 1), date(2027, 3, 20), None),
        ("report", date(2027, 2, 20), date(2027, 4, 1), date(2027, 3, 20), None),
        ("data", date(2027, 1, 1), date(2027, 2, 1), None, date(2027, 6, 1)),
    ]

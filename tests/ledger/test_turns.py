"""Recurring promises, and times that count from an event."""

from datetime import date, datetime

import pytest
from tests.ledger.happenings import CALENDAR, INVOICE, MONTHLY, ZONE, at, event, only

from klaar.ledger.calendar import after, closed_days
from klaar.ledger.errors import LedgerError
from klaar.ledger.fold import fold_ledger
from klaar.ledger.model import Calendar, Duty
from klaar.ledger.turns import turns


def due(duty: Duty, today: date, calendar: Calendar = CALENDAR) -> list[str]:
    return [str(turn.due) for turn in turns(duty, [], today, calendar)]


def test_a_month_ends_on_its_last_day() -> None:
    assert due(MONTHLY, date(2027, 4, 1)) == ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]
    assert len(due(MONTHLY, date(2030, 1, 1))) == 12


def test_months_from_the_31st_do_not_drift() -> None:
    late = MONTHLY._replace(first=date(2027, 1, 31))
    assert due(late, date(2027, 5, 1)) == ["2027-02-27", "2027-03-30", "2027-04-29", "2027-05-30"]


def test_working_days_after_each_month_skip_holidays() -> None:
    late = MONTHLY._replace(within="P5D", business=True, first=date(2027, 2, 22))
    assert due(late, date(2027, 2, 25)) == ["2027-03-30"]


@pytest.mark.parametrize(
    ("duty", "today", "days"),
    [
        (MONTHLY._replace(each="P1W"), date(2027, 1, 9), ["2027-01-07", "2027-01-14"]),
        (MONTHLY._replace(each="P1D"), date(2027, 1, 2), ["2027-01-01", "2027-01-02"]),
        (MONTHLY._replace(each="P1Y", last=None), date(2028, 1, 1), ["2027-12-31", "2028-12-31"]),
        (MONTHLY._replace(each="PT4H"), date(2027, 1, 9), ["None"]),
        (MONTHLY._replace(first=None), date(2027, 1, 9), ["None"]),
    ],
)
def test_rhythms(duty: Duty, today: date, days: list[str]) -> None:
    assert due(duty, today) == days


def test_an_invoice_waits_for_its_day_and_each_has_its_own() -> None:
    today = date(2027, 3, 10)
    (waits,) = fold_ledger([INVOICE], [], today, CALENDAR)
    assert (waits.status, waits.due) == ("not_started", None)
    sent = [
        event("started", "2027-01-31T23:30", "pay", occurrence="2027-01"),
        event("started", "2027-03-01", "pay", occurrence="2027-02"),
        event("delivered", "2027-03-01", "pay", "client", occurrence="2027-01"),
    ]
    states = fold_ledger([INVOICE], sent, today, CALENDAR)
    assert only(states, "pay", "2027-01").due == date(2027, 3, 2)
    assert only(states, "pay", "2027-01").status == "delivered"
    assert (only(states, "pay", "2027-02").status, only(states, "pay", "2027-02").due) == (
        "open",
        date(2027, 3, 31),
    )


@pytest.mark.parametrize(
    ("start", "within", "business", "end"),
    [
        ("2027-03-25T10:00", "P5D", True, date(2027, 4, 5)),
        ("2027-03-25T10:00", "P5D", False, date(2027, 3, 30)),
        ("2027-01-31T10:00", "P1M", False, date(2027, 2, 28)),
        ("2027-03-27T22:00", "PT8H", False, datetime(2027, 3, 28, 7, tzinfo=ZONE)),
        ("2027-10-30T22:00", "PT8H", False, datetime(2027, 10, 31, 5, tzinfo=ZONE)),
        ("2027-03-25T15:00", "PT4H", True, datetime(2027, 3, 30, 11, tzinfo=ZONE)),
    ],
)
def test_when_a_time_from_an_event_ends(start: str, within: str, business: bool, end: date) -> None:
    assert after(at(start), within, business, CALENDAR) == end


def test_the_day_is_that_of_the_agreement() -> None:
    sent = at("2027-03-01T23:30")
    assert after(sent, "P1D", False, Calendar("Asia/Tokyo")) == date(2027, 3, 3)


def test_holidays_of_both_countries() -> None:
    dutch, belgian = closed_days("NL", 2027, 2028), closed_days("BE", 2027, 2028)
    assert {date(2027, 4, 27), date(2027, 3, 29), date(2028, 12, 25)} <= dutch
    assert date(2027, 7, 21) in belgian - dutch


@pytest.mark.parametrize(
    ("code", "call"),
    [
        ("unknown_zone", lambda: after(at("2027-03-01"), "P1D", False, Calendar("Europe/Atlantis"))),
        ("unknown_zone", lambda: after(at("2027-03-01"), "P1D", False, Calendar("../etc"))),
        ("not_a_time", lambda: after(at("2027-03-01"), "soon", False, CALENDAR)),
        ("unknown_country", lambda: closed_days("XX", 2027, 2027)),
    ],
)
def test_what_does_not_exist_is_said(code: str, call) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(LedgerError) as said:
        call()
    assert said.value.code == code

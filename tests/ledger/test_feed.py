"""The calendar of a side, read back by a library that is not ours and held against RFC 5545."""

import re
from datetime import UTC, date, datetime, timedelta
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from icalendar import Event as Entry
from tests.ledger.happenings import CALENDAR, DATA, INVOICE, MONTHLY, REPORT, at, event

from klaar.clauses.model import Side
from klaar.ledger.feed.entry import uid
from klaar.ledger.feed.upcoming import upcoming
from klaar.ledger.feed.write import write_feed
from klaar.ledger.fold import fold_ledger
from klaar.ledger.model import Duty, Event
from klaar.ledger.showing.teller import Teller

DUTIES = (REPORT, DATA, INVOICE, MONTHLY)


def feed(
    *events: Event, side: Side = "it", today: str = "2027-02-10", duties: tuple[Duty, ...] = DUTIES
) -> bytes:
    day = date.fromisoformat(today)
    states = [
        *fold_ledger(duties, events, day, CALENDAR),
        *upcoming(duties, events, day, day + timedelta(days=60), CALENDAR),
    ]
    by_id = {duty.id: duty for duty in duties}
    return write_feed(
        states,
        by_id,
        events,
        side,
        Teller("nl", CALENDAR),
        ledger="permits",
        title="Vergunningen; fase 1, Čadek",
    )


def entries(made: bytes) -> dict[str, Entry]:
    return {str(each["uid"]): each for each in Calendar.from_ical(made).walk("VEVENT")}


def entry(made: bytes, promise: str = "report", occurrence: str = "") -> Entry:
    return entries(made)[uid("permits", promise, occurrence)]


def check(made: bytes) -> None:
    """What RFC 5545 asks of every calendar and of every event in one that is published (RFC 5546)."""
    lines = made.split(b"\r\n")
    assert lines[-1] == b""
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert all(len(line) <= 75 for line in lines)
    assert not any(category(sign) == "Cc" for sign in made.decode("utf-8").replace("\r\n", ""))
    read = Calendar.from_ical(made)
    assert (read["version"], read["method"]) == ("2.0", "PUBLISH")
    assert read.errors == []
    ids = [str(each["uid"]) for each in read.walk("VEVENT")]
    assert len(ids) == len(set(ids))
    for each in read.walk("VEVENT"):
        assert each.errors == []
        for name in ("uid", "dtstamp", "dtstart", "summary", "sequence"):
            assert name in each
        assert each["dtstamp"].dt.tzinfo is not None
        for alarm in each.walk("VALARM"):
            assert alarm["action"] == "DISPLAY"
            assert alarm["description"]
            assert isinstance(alarm["trigger"].dt, timedelta)
    text = made.decode("utf-8")
    assert re.search(r"(?m)^X-PUBLISHED-TTL:PT\d+H\r$", text)
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == len(ids)


def test_each_side_has_its_dates_and_those_it_waits_for() -> None:
    made = feed()
    check(made)
    assert entry(made)["dtstart"].dt == date(2027, 3, 1)
    assert str(entry(made)["summary"]) == REPORT.words
    assert str(entry(made, "data")["summary"]) == f"Van klant: {DATA.words}"
    assert str(entry(feed(side="client"))["summary"]) == f"Van leverancier: {REPORT.words}"
    assert "Čadek" in str(Calendar.from_ical(made)["x-wr-calname"])


def test_a_moved_date_keeps_its_uid_and_gets_a_higher_sequence() -> None:
    before, after = feed(), feed(event("moved", "2027-02-09", to="2027-04-01"))
    check(after)
    assert entry(after)["dtstart"].dt == date(2027, 4, 1)
    assert entry(after)["sequence"] > entry(before)["sequence"]
    assert entry(after)["dtstamp"].dt > entry(before)["dtstamp"].dt


def test_a_move_that_is_taken_back_gets_a_higher_sequence_still() -> None:
    moved = event("moved", "2027-02-08", to="2027-04-01", id="m")
    back = feed(moved, event("corrected", "2027-02-09", corrects="m"))
    assert entry(back)["dtstart"].dt == date(2027, 3, 1)
    assert entry(back)["sequence"] > entry(feed(moved))["sequence"]


KINDS = st.sampled_from(["moved", "delivered", "corrected", "questioned", "withdrawn"])


@settings(max_examples=25)
@given(st.lists(st.tuples(KINDS, st.integers(1, 28)), max_size=8), st.integers(0, 8))
def test_whatever_happens_in_whatever_order_it_comes_in_the_sequence_never_goes_down(
    kinds: list[tuple[str, int]], place: int
) -> None:
    events: list[Event] = []
    last = -1
    for number, (kind, day) in enumerate(kinds):
        more = (
            {"to": f"2027-04-{day:02}"}
            if kind == "moved"
            else {"corrects": f"e{place}"}
            if kind == "corrected"
            else {}
        )
        events.append(event(kind, f"2027-01-{day:02}", id=f"e{number}", **more))
        made = feed(*events, duties=(REPORT,))
        found = entry(made)["sequence"]
        assert found > last
        last = found
        assert made == feed(*reversed(events), duties=(REPORT,))


def test_it_warns_who_must_act_before_and_who_waits_after() -> None:
    own = [alarm["trigger"].dt for alarm in entry(feed()).walk("VALARM")]
    assert own == [timedelta(days=-14, hours=9), timedelta(days=-2, hours=9), timedelta(hours=9)]
    waits = [alarm["trigger"].dt for alarm in entry(feed(side="client")).walk("VALARM")]
    assert waits == [timedelta(days=1, hours=9)]


def test_what_is_done_is_ticked_and_no_longer_warns() -> None:
    made = entry(feed(event("delivered", "2027-02-09")))
    assert str(made["summary"]).startswith("✓ ")
    assert made.walk("VALARM") == []
    assert entry(feed(event("withdrawn", "2027-02-09", side="both")))["status"] == "CANCELLED"


def test_turns_that_come_are_there_under_the_name_they_keep() -> None:
    before, after = feed(today="2027-02-10"), feed(today="2027-03-10")
    turn = uid("permits", "monthly", "2027-03-31")
    assert turn in entries(before)
    assert turn in entries(after)
    assert entries(before)[turn]["dtstart"].dt == date(2027, 3, 31)
    assert uid("permits", "monthly", "2027-06-30") not in entries(before)


def test_a_moment_is_told_in_utc() -> None:
    duty = INVOICE._replace(within="PT4H")
    made = feed(event("started", "2027-02-09T15:00", "pay"), duties=(duty,))
    check(made)
    assert entry(made, "pay")["dtstart"].dt == datetime(2027, 2, 9, 18, tzinfo=UTC)


def test_what_has_no_date_is_not_in_it() -> None:
    assert list(entries(feed(duties=(INVOICE,)))) == []
    check(feed(duties=(INVOICE,)))


@given(st.text(max_size=300))
def test_any_words_come_back_as_they_were(words: str) -> None:
    made = feed(duties=(REPORT._replace(words=words),))
    check(made)
    told = " ".join(words.split())
    if told and not any(category(sign) == "Cc" for sign in words):
        assert str(entry(made)["description"]).endswith(told)


def test_the_same_ledger_gives_the_same_bytes() -> None:
    events = (event("moved", "2027-02-08", to="2027-04-01"), event("questioned", "2027-02-07"))
    assert feed(*events) == feed(*reversed(events))


@pytest.mark.parametrize("clock", ["2027-03-28T01:30", "2027-10-31T01:30"])
def test_hours_are_real_hours_in_the_night_in_which_the_clock_changes(clock: str) -> None:
    made = feed(event("started", clock, "pay"), duties=(INVOICE._replace(within="PT4H"),), today=clock[:10])
    assert entry(made, "pay")["dtstart"].dt - at(clock).astimezone(UTC) == timedelta(hours=4)

"""Who is told what, when: in time, once, not at night, and nothing is lost to a day without letters."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.happenings import CALENDAR, DATA, INVOICE, MONTHLY, REPORT, ZONE, at, event

from klaar.ledger.fold import fold_ledger
from klaar.ledger.model import Duty, Event
from klaar.ledger.reminders.digest import digest, is_quiet, next_day
from klaar.ledger.reminders.letter import Letter, write_letter
from klaar.ledger.reminders.model import Digest, Person, Rules
from klaar.ledger.reminders.plan import plan_reminders
from klaar.ledger.showing.teller import Teller

IT = Person("Ann", "Ann@supplier.example", "it", weekend=True)
CLIENT = Person("Sam", "sam@client.example", "client", weekend=True)
DUTIES = {duty.id: duty for duty in (REPORT, DATA, INVOICE, MONTHLY)}


def steps(
    person: Person, today: str, *events: Event, horizon: int = 0, duty: Duty = REPORT
) -> list[tuple[str, int]]:
    day = date.fromisoformat(today)
    states = fold_ledger([duty], events, day, CALENDAR)
    found = plan_reminders(states, {duty.id: duty}, person, day, CALENDAR, horizon=horizon)
    return [(reminder.step, reminder.days) for reminder in found]


@pytest.mark.parametrize(
    ("today", "told"),
    [
        ("2027-02-14", []),
        ("2027-02-15", [("ahead-14", 14)]),
        ("2027-02-26", [("ahead-14", 3)]),
        ("2027-02-27", [("ahead-2", 2)]),
        ("2027-03-01", [("ahead-0", 0)]),
        ("2027-03-02", [("late-1", -1)]),
        ("2027-03-08", [("late-7", -7)]),
        ("2027-05-01", [("late-30", -61)]),
    ],
)
def test_who_must_act_is_told_before_and_after(today: str, told: list[tuple[str, int]]) -> None:
    assert steps(IT, today) == told


@pytest.mark.parametrize(
    ("today", "told"),
    [("2027-03-01", []), ("2027-03-02", [("waits-1", -1)]), ("2027-03-09", [("waits-7", -8)])],
)
def test_who_waits_is_told_later(today: str, told: list[tuple[str, int]]) -> None:
    assert steps(CLIENT, today) == told


@pytest.mark.parametrize("kind", ["delivered", "kept", "broken", "excused", "withdrawn", "disputed"])
def test_who_has_answered_is_not_asked_again(kind: str) -> None:
    assert steps(IT, "2027-03-08", event(kind, "2027-02-28")) == []


def test_who_receives_is_asked_to_look_at_what_was_delivered() -> None:
    delivered = event("delivered", "2027-02-26")
    assert steps(CLIENT, "2027-02-28", delivered) == []
    assert steps(CLIENT, "2027-03-01", delivered) == [("accept-3", -3)]
    assert steps(CLIENT, "2027-03-10", delivered, event("kept", "2027-03-02", side="client")) == []


def test_a_moved_date_is_another_reminder() -> None:
    moved = event("moved", "2027-02-20", to="2027-04-01")
    assert steps(IT, "2027-03-01", moved) == []
    assert steps(IT, "2027-03-18", moved) == [("ahead-14", 14)]


def test_what_counts_from_an_event_is_told_once_it_happened() -> None:
    assert steps(CLIENT, "2027-03-30", duty=INVOICE) == []
    started = event("started", "2027-03-01", "pay", occurrence="2027-17")
    assert steps(CLIENT, "2027-03-30", started, duty=INVOICE) == [("ahead-2", 1)]


@pytest.mark.parametrize("kind", ["prohibition", "warranty"])
def test_what_is_not_done_on_a_day_is_no_reminder(kind: str) -> None:
    assert steps(IT, "2027-03-01", duty=REPORT._replace(kind=kind)) == []


def test_what_comes_back_each_day_is_not_told_turn_by_turn() -> None:
    assert steps(IT, "2027-01-20", duty=MONTHLY._replace(each="P1D")) == []
    assert [step for step, _ in steps(IT, "2027-01-20", duty=MONTHLY)] == ["ahead-14"]


def test_only_the_promises_of_this_person() -> None:
    assert steps(IT._replace(promises=("rep",)), "2027-03-01") != []
    assert steps(IT._replace(promises=("other",)), "2027-03-01") == []


def told(person: Person, now: datetime, *events: Event, reminded: set[str] | None = None) -> Digest | None:
    day = now.astimezone(ZONE).date()
    states = fold_ledger(DUTIES.values(), events, day, CALENDAR)
    return digest(states, DUTIES, person, now, CALENDAR, reminded=reminded or set())


def test_what_was_told_is_not_told_again() -> None:
    first = told(IT, at("2027-02-15"))
    assert first is not None
    assert first.key == "ann@supplier.example it/2027-02-15"
    assert told(IT, at("2027-02-16"), reminded=set(first.claims)) is None
    second = told(IT, at("2027-02-27"), reminded=set(first.claims))
    assert second is not None
    assert [reminder.step for reminder in second.reminders if reminder.promise == "report"] == ["ahead-2"]


@pytest.mark.parametrize(
    ("clock", "quiet"),
    [("06:59", True), ("07:00", False), ("19:59", False), ("20:00", True), ("23:59", True)],
)
def test_not_at_night(clock: str, quiet: bool) -> None:
    assert is_quiet(IT, at(f"2027-03-01T{clock}"), CALENDAR) is quiet
    assert (told(IT, at(f"2027-03-01T{clock}")) is None) is quiet


def test_quiet_hours_in_the_day_and_none_at_all() -> None:
    siesta = IT._replace(quiet=(time(12), time(14)))
    assert [is_quiet(siesta, at(f"2027-03-01T{hour}:00"), CALENDAR) for hour in (11, 13, 14)] == [
        False,
        True,
        False,
    ]
    assert not is_quiet(IT._replace(quiet=(time(0), time(0))), at("2027-03-01T00:00"), CALENDAR)


def test_the_hour_is_that_of_the_agreement_also_after_the_clock_changed() -> None:
    """07:30 in Amsterdam is 06:30 UTC in winter and 05:30 UTC in summer."""
    assert not is_quiet(IT, at("2027-03-01T07:30").astimezone(UTC).astimezone(ZONE), CALENDAR)
    assert told(IT, datetime(2027, 3, 1, 5, 30, tzinfo=UTC)) is None
    assert told(IT, datetime(2027, 3, 29, 5, 30, tzinfo=UTC)) is not None


def test_a_pause_loses_nothing() -> None:
    away = IT._replace(paused=date(2027, 3, 3))
    assert told(away, at("2027-03-03")) is None
    back = told(away, at("2027-03-04"))
    assert back is not None
    assert [reminder.step for reminder in back.reminders if reminder.promise == "report"] == ["late-1"]


def test_on_friday_the_weekend_is_looked_into() -> None:
    """1 March 2027 is a Monday: two days before it is a Saturday."""
    weekdays = IT._replace(weekend=False)
    assert next_day(weekdays, date(2027, 2, 26), CALENDAR) == date(2027, 3, 1)
    friday = told(weekdays, at("2027-02-26"))
    assert friday is not None
    assert ("report", "ahead-2") in [(reminder.promise, reminder.step) for reminder in friday.reminders]
    assert told(weekdays, at("2027-02-27")) is None


def test_a_public_holiday_is_no_working_day() -> None:
    weekdays = IT._replace(weekend=False)
    assert is_quiet(weekdays, at("2027-03-26"), CALENDAR)
    assert next_day(weekdays, date(2027, 3, 25), CALENDAR) == date(2027, 3, 30)


def test_a_weekly_letter_looks_a_week_ahead_and_has_one_key_a_week() -> None:
    weekly = IT._replace(every="week", weekend=False)
    monday, thursday = told(weekly, at("2027-02-22")), told(weekly, at("2027-02-25"))
    assert monday is not None
    assert thursday is not None
    assert monday.key == thursday.key == "ann@supplier.example it/2027-W08"
    assert next_day(weekly, date(2027, 2, 22), CALENDAR) == date(2027, 3, 1)
    assert [each.step for each in thursday.reminders if each.promise == "report"] == ["ahead-2"]


@given(st.lists(st.integers(0, 120), min_size=1, max_size=40, unique=True).map(sorted))
def test_whenever_it_looks_each_step_is_told_once_and_the_last_is_never_missed(days: list[int]) -> None:
    """Rounds on any days between 1 January and 1 May: never one claim twice, and the latest step is known."""
    reminded: set[str] = set()
    begin = at("2027-01-01")
    for day in days:
        now = begin + timedelta(days=day)
        made = told(IT, now, reminded=reminded)
        claims = set(made.claims) if made else set()
        assert not claims & reminded
        reminded |= claims
        states = fold_ledger(DUTIES.values(), (), now.date(), CALENDAR)
        latest = plan_reminders(states, DUTIES, IT, now.date(), CALENDAR)
        assert {f"{IT.key} {reminder.key}" for reminder in latest} <= reminded


def letter(person: Person, when: str, **more: Duty) -> Letter:
    made = told(person, at(when))
    assert made is not None
    teller = Teller(person.language, CALENDAR)
    duties = {**DUTIES, **more}
    return write_letter(made, duties, teller, "Vergunningen", lambda each, what: f"https://k.example/{what}")


def test_a_letter_says_what_to_do_first_in_the_readers_words() -> None:
    dutch = letter(CLIENT, "2027-03-02")
    assert dutch.text.index("WAT U MOET DOEN") < dutch.text.index("WAAR U OP WACHT")
    assert "uiterlijk 1 februari 2027 (29 dagen geleden)" in dutch.text
    assert "uiterlijk 1 maart 2027 (gisteren)" in dutch.text
    assert "Is er niet: https://k.example/not_arrived" in dutch.text
    english = letter(CLIENT._replace(language="en"), "2027-03-02")
    assert "due 1 March 2027 (yesterday)" in english.text
    assert dutch.message_id == english.message_id


def test_a_letter_tells_only_the_last_turn_of_what_comes_back() -> None:
    english = letter(IT._replace(language="en"), "2027-06-01").text
    assert english.count("Elke maand een rapport.") == 1
    assert "period up to and including 31 May 2027 (yesterday)" in english
    assert "and 4 earlier turns of which nobody said anything yet" in english


def test_the_page_of_a_letter_holds_no_markup_of_the_agreement() -> None:
    evil = REPORT._replace(words='<script>alert("x")</script> & more')
    page = letter(IT._replace(name="<b>Ann</b>"), "2027-03-01", report=evil).html
    assert "<script>" not in page
    assert "<b>" not in page
    assert "&lt;script&gt;" in page


def test_the_rules_can_be_others() -> None:
    states = fold_ledger([REPORT], [], date(2027, 2, 1), CALENDAR)
    found = plan_reminders(states, DUTIES, IT, date(2027, 2, 1), CALENDAR, rules=Rules(ahead=(30,)))
    assert [reminder.step for reminder in found] == ["ahead-30"]

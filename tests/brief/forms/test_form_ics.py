"""The brief as a calendar: dates, alarms, names that stay, and what is left out."""

from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

import pytest
from briefs import brief, empty, given
from icalendar import Calendar

from klaar.brief.forms.ics import ALARMS, write
from klaar.brief.forms.rhythm import _later

NAME = "zaaksysteem.pdf"


@cache
def calendar(*sides: Any, language: str = "nl") -> Any:
    return Calendar.from_ical(write([brief(NAME, side, language) for side in sides], given(NAME)))


def events(read: Any) -> dict[str, Any]:
    return {str(each["uid"]): each for each in read.walk("VEVENT")}


@pytest.mark.parametrize("side", ["client", "it"])
def test_every_dated_duty_of_the_reader_is_in_it_on_its_day(side: Any) -> None:
    page, found = brief(NAME, side, "nl"), events(calendar(side))
    dated = [line for line in page.section("all_own").lines() if line.date]  # type: ignore[union-attr]
    assert dated
    for line in dated:
        event = next(each for uid, each in found.items() if uid.startswith(line.at[0].promise))
        assert event.decoded("dtstart") == date.fromisoformat(line.date)
        assert " ".join(line.at[0].quote.split()) in str(event["description"])


def test_what_has_no_day_is_counted() -> None:
    page, read = brief(NAME, "client", "nl"), calendar("client")
    left = len(page.section("all_own").lines()) - sum("day-" not in uid for uid in events(read))  # type: ignore[union-attr]
    assert f" {left} " in str(read["x-wr-caldesc"])


def test_alarms_come_before_the_day() -> None:
    for event in events(calendar("client")).values():
        triggers = sorted(alarm.decoded("trigger") for alarm in event.walk("VALARM"))
        wanted = ALARMS[-1:] if "rrule" in event else ALARMS
        assert triggers == sorted(timedelta(days=-days) for days in wanted)


def test_what_recurs_begins_at_the_end_of_its_first_period_and_stops() -> None:
    found = [each for each in events(calendar("it")).values() if "rrule" in each]
    monthly = [each for each in found if each["rrule"]["FREQ"] == ["MONTHLY"]]
    assert monthly
    assert {each.decoded("dtstart") for each in monthly if each["rrule"].get("INTERVAL", [1]) == [1]} == {
        date(2026, 10, 31)
    }
    assert all(each["rrule"]["UNTIL"] for each in found)


def test_names_stay_and_both_sides_share_what_both_must_do() -> None:
    assert list(events(calendar("client"))) == list(events(calendar.__wrapped__("client")))
    both = events(calendar("client", "it"))
    assert set(both) == set(events(calendar("client"))) | set(events(calendar("it")))


def test_it_says_when_it_was_made_by_the_day_of_the_brief() -> None:
    stamps = {each.decoded("dtstamp") for each in events(calendar("client")).values()}
    assert {stamp.replace(tzinfo=None) for stamp in stamps} == {datetime(2026, 9, 1)}


def test_lines_are_folded_as_the_standard_asks() -> None:
    data = write([brief(NAME, "client", "nl")], given(NAME))
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_a_text_without_promises_gives_an_empty_calendar() -> None:
    page, held = empty()
    assert events(Calendar.from_ical(write([page], held))) == {}


@pytest.mark.parametrize(
    ("day", "count", "unit", "then"),
    [
        ("2027-01-31", 1, "M", "2027-02-28"),
        ("2028-01-31", 1, "M", "2028-02-29"),
        ("2026-10-01", 3, "M", "2027-01-01"),
        ("2026-12-15", 1, "M", "2027-01-15"),
        ("2026-10-01", 2, "W", "2026-10-15"),
        ("2028-02-29", 1, "Y", "2029-02-28"),
    ],
)
def test_a_period_later(day: str, count: int, unit: str, then: str) -> None:
    assert _later(date.fromisoformat(day), count, unit) == date.fromisoformat(then)

"""Worked cases: the sums agree with those by hand, and with a count of every minute by other code."""

import tomllib
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.levels.counting import count_states, on_the_clock, open_minutes

from klaar.ledger.levels import (
    Interval,
    Level,
    Measured,
    Stretch,
    Ticket,
    days_off,
    measure,
    measure_tickets,
    named_period,
    read_hours,
)

WORKED = tomllib.loads((Path(__file__).parent / "worked.toml").read_text("utf-8"))
LEVEL = Level(Fraction(995, 1000))
PARTS = ("service", "maintenance", "excluded", "up", "down", "unknown")


def zone_in(case: dict[str, Any]) -> str:
    zone: str = case.get("zone", "Europe/Amsterdam")
    return zone


def closed_in(case: dict[str, Any]) -> set[date]:
    return {date.fromisoformat(day) for day in case.get("closed", [])}


def rows_in(case: dict[str, Any]) -> list[Interval]:
    zone = zone_in(case)
    return [Interval(on_the_clock(a, zone), on_the_clock(b, zone), state) for a, b, state in case["rows"]]


def measured(case: dict[str, Any]) -> Measured:
    zone = zone_in(case)
    closed = closed_in(case)
    if "country" in case:
        of_country = days_off(case["country"], 2027, 2027)
        assert {day for day in of_country if f"{day:%Y-%m}" == case["period"]} == closed
    return measure(
        LEVEL,
        rows_in(case),
        named_period(case["period"], zone),
        read_hours(case["hours"], zone, frozenset(closed)),
        until=on_the_clock(case["until"], zone) if "until" in case else None,
        rest=case.get("rest", "unknown"),
        windows=read_hours(case["maintenance"], zone) if "maintenance" in case else None,
    )


def in_minutes(length: timedelta) -> int:
    assert length % timedelta(minutes=1) == timedelta()
    return length // timedelta(minutes=1)


def test_there_are_enough_cases() -> None:
    assert len(WORKED["case"]) + len(WORKED["ticket"]) >= 40


@pytest.mark.parametrize("case", WORKED["case"], ids=lambda case: case["name"])
def test_the_sum_is_that_of_the_hand(case: dict[str, Any]) -> None:
    found = measured(case)
    got = {part: in_minutes(getattr(found, part)) for part in PARTS}
    assert got == {**dict.fromkeys(PARTS, 0), **{k: v for k, v in case["expect"].items() if k != "whole"}}
    if "whole" in case["expect"]:
        assert in_minutes(found.whole) == case["expect"]["whole"]


@pytest.mark.parametrize("case", WORKED["case"], ids=lambda case: case["name"])
def test_the_sum_is_that_of_every_minute(case: dict[str, Any]) -> None:
    zone, period, found = zone_in(case), named_period(case["period"], zone_in(case)), measured(case)
    end = on_the_clock(case["until"], zone) if "until" in case else period.end
    minutes = open_minutes(case["open"], zone, closed_in(case), period.start, end)
    planned = open_minutes(case.get("maintenance_open", []), zone, set(), period.start, end)
    rows = [(each.start, each.end, each.state) for each in rows_in(case)]
    counted = count_states(minutes, rows, case.get("rest", "unknown"), planned)
    assert {"service": len(minutes), **counted} == {part: in_minutes(getattr(found, part)) for part in PARTS}


@pytest.mark.parametrize("case", WORKED["ticket"], ids=lambda case: case["name"])
def test_a_ticket_takes_what_the_hand_and_every_minute_say(case: dict[str, Any]) -> None:
    zone = zone_in(case)
    opened, end = on_the_clock(case["opened"], zone), on_the_clock(case["end"], zone)
    pauses = [tuple(on_the_clock(each, zone) for each in pair) for pair in case.get("pauses", [])]
    minutes = open_minutes(case["open"], zone, closed_in(case), opened, end)
    assert sum(not any(a <= minute < b for a, b in pauses) for minute in minutes) == case["took"]
    ticket = Ticket("1", opened, solved=end, pauses=tuple(Stretch(a, b) for a, b in pauses))
    level = Level(Fraction(1), "resolution_time", timedelta(minutes=case["took"]))
    hours = read_hours(case["hours"], zone, frozenset(closed_in(case)))
    exactly = measure_tickets(level, [ticket], named_period("2027", zone), hours)
    assert exactly.times == (("1", timedelta(minutes=case["took"])),)
    assert (exactly.within, exactly.late) == (1, 0)
    if case["took"]:
        sooner = level._replace(within=timedelta(minutes=case["took"], microseconds=-1))
        assert measure_tickets(sooner, [ticket], named_period("2027", zone), hours).late == 1

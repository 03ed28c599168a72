"""Values: durations, date arithmetic, sameness, figures."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klaar.text.times import (
    Duration,
    Time,
    add,
    find_times,
    parse_duration,
    same_duration,
    same_time,
    times_as_json,
)
from klaar.text.times.day import Day
from klaar.text.times.figures import read_figure
from klaar.text.times.iso import duration_of
from klaar.text.times.units import UNITS

DAY, MONDAY = date(2027, 3, 10), date(2027, 3, 8)
DURATIONS = ["P30D", "P2W", "PT24H", "P1Y6M", "PT1H30M", "P1.5W", "PT0.5S", "P1Y2M3W4DT5H6M7S", "P0D"]


@pytest.mark.parametrize("iso", DURATIONS)
def test_a_duration_is_written_as_it_is_read(iso: str) -> None:
    assert str(parse_duration(iso)) == iso


@pytest.mark.parametrize("text", ["", "P", "PT", "P1DT", "30", "P1X", "1D", "P-1D", "P1D2W", "p1d"])
def test_what_is_no_duration_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="no ISO 8601 duration"):
        parse_duration(text)


@given(st.tuples(*[st.integers(0, 10**6)] * 7))
def test_every_duration_round_trips(parts: tuple[int, ...]) -> None:
    assert parse_duration(str(Duration(*parts))) == Duration(*parts)


@pytest.mark.parametrize(
    ("amount", "unit", "iso"),
    [
        (Decimal("1.5"), "hour", "PT1H30M"),
        (Decimal("0.5"), "year", "P6M"),
        (Decimal("1.5"), "month", "P1.5M"),
        (3, "quarter", "P9M"),
        (2, "fortnight", "P4W"),
        (2, "decade", "P20Y"),
        (Decimal("2.5"), "minute", "PT2M30S"),
        (Decimal("0.5"), "day", "P0.5D"),
        (1, "etmaal", "PT24H"),
        (Decimal("0.25"), "hour", "PT15M"),
    ],
)
def test_a_fraction_goes_to_the_next_unit_if_it_is_whole_there(amount: Decimal, unit: str, iso: str) -> None:
    assert duration_of(((amount, UNITS[unit]),)) == iso


@pytest.mark.parametrize(
    ("start", "iso", "end"),
    [
        (date(2027, 1, 31), "P1M", date(2027, 2, 28)),
        (date(2028, 1, 31), "P1M", date(2028, 2, 29)),
        (date(2028, 2, 29), "P1Y", date(2029, 2, 28)),
        (date(2027, 3, 1), "P30D", date(2027, 3, 31)),
        (date(2027, 12, 31), "P2M", date(2028, 2, 29)),
        (date(2027, 3, 1), "P2W", date(2027, 3, 15)),
        (date(2027, 1, 31), "P1M1D", date(2027, 3, 1)),
        (date(2027, 3, 1), "PT48H", date(2027, 3, 3)),
        (date(2027, 3, 1), "PT4H", date(2027, 3, 1)),
        (date(2027, 3, 1), "P1.5M", date(2027, 4, 16)),
        (date(2027, 3, 1), "P0D", date(2027, 3, 1)),
        (date(2027, 11, 30), "P3M", date(2028, 2, 29)),
    ],
)
def test_a_date_and_a_duration_make_a_date(start: date, iso: str, end: date) -> None:
    assert add(start, iso) == end


@pytest.mark.parametrize(
    ("start", "iso", "end"),
    [
        (date(2027, 3, 31), "P1M", date(2027, 2, 28)),
        (date(2027, 3, 15), "P2W", date(2027, 3, 1)),
        (date(2027, 1, 1), "P1Y", date(2026, 1, 1)),
        (date(2027, 3, 2), "P60D", date(2027, 1, 1)),
    ],
)
def test_time_is_counted_back(start: date, iso: str, end: date) -> None:
    assert add(start, iso, back=True) == end


@pytest.mark.parametrize(
    ("start", "iso", "end"),
    [
        (date(2027, 3, 12), "P1D", date(2027, 3, 15)),
        (date(2027, 3, 13), "P1D", date(2027, 3, 15)),
        (date(2027, 3, 8), "P10D", date(2027, 3, 22)),
        (date(2027, 3, 12), "P0D", date(2027, 3, 12)),
        (date(2027, 3, 12), "PT4H", date(2027, 3, 12)),
        (date(2027, 3, 12), "PT9H", date(2027, 3, 15)),
        (date(2027, 3, 13), "PT4H", date(2027, 3, 15)),
    ],
)
def test_working_days_skip_the_weekend(start: date, iso: str, end: date) -> None:
    assert add(start, iso, business=True) == end


def test_working_days_skip_holidays() -> None:
    assert add(
        date(2027, 3, 25), "P1D", business=True, holidays={date(2027, 3, 26), date(2027, 3, 29)}
    ) == date(2027, 3, 30)


@pytest.mark.parametrize(
    ("start", "iso", "end"),
    [
        (datetime(2027, 3, 8, 10), "PT4H", datetime(2027, 3, 8, 14)),
        (datetime(2027, 3, 8, 16), "PT4H", datetime(2027, 3, 9, 12)),
        (datetime(2027, 3, 12, 16, 30), "PT1H", datetime(2027, 3, 15, 9, 30)),
        (datetime(2027, 3, 8, 6), "PT1H", datetime(2027, 3, 8, 10)),
        (datetime(2027, 3, 8, 20), "PT8H", datetime(2027, 3, 9, 17)),
        (datetime(2027, 3, 8, 10), "PT16H", datetime(2027, 3, 10, 10)),
    ],
)
def test_working_hours_count_within_office_hours(start: datetime, iso: str, end: datetime) -> None:
    assert add(start, iso, business=True) == end


def test_office_hours_can_be_others() -> None:
    assert add(datetime(2027, 3, 8, 17), "PT2H", business=True, hours=(time(8), time(18))) == datetime(
        2027, 3, 9, 9
    )


def test_working_hours_are_counted_back() -> None:
    assert add(datetime(2027, 3, 8, 10), "PT2H", business=True, back=True) == datetime(2027, 3, 5, 16)


@given(st.dates(date(1000, 1, 1), date(8000, 1, 1)), st.integers(0, 5000))
def test_months_never_leave_their_month(start: date, months: int) -> None:
    end = add(start, f"P{months}M")
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day <= start.day


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("P12M", "P1Y", True),
        ("P2W", "P14D", True),
        ("PT24H", "P1D", True),
        ("P1M", "P30D", False),
        ("PT90M", "PT1H30M", True),
        ("P6M", "P0.5Y", True),
        ("P1D", "P1W", False),
        ("PT60S", "PT1M", True),
    ],
)
def test_durations_are_compared_by_length(left: str, right: str, same: bool) -> None:
    assert same_duration(left, right) is same


def one(text: str, language: str) -> Time:
    (found,) = find_times(text, language)
    return found


@pytest.mark.parametrize(
    ("dutch", "english", "same"),
    [
        ("twaalf maanden", "1 year", True),
        ("€ 1.000,-", "one thousand euros", True),
        ("99,5%", "99.5 percent", True),
        ("10 werkdagen", "10 days", False),
        ("10 werkdagen", "ten business days", True),
        ("elk kwartaal", "every 3 months", True),
        ("drie maanden", "quarterly", False),
        ("€ 1.000", "$ 1,000", False),
        ("1 maart 2027", "March 1, 2027", True),
        ("24 werkuren", "1 working day", False),
        ("2 weken", "14 days", True),
        ("vijf werkdagen", "5 working days", True),
    ],
)
def test_the_same_time_in_two_languages(dutch: str, english: str, same: bool) -> None:
    assert same_time(one(dutch, "nl"), one(english, "en")) is same


@pytest.mark.parametrize(
    ("digits", "decimal", "use", "value", "certain"),
    [
        ("30", ",", "count", 30, True),
        ("1.250", ",", "count", 1250, True),
        ("1,250", ",", "count", Decimal("1.250"), False),
        ("1,250", ".", "count", 1250, True),
        ("1.250", ".", "count", Decimal("1.250"), False),
        ("1.250.000,50", ".", "money", Decimal("1250000.50"), True),
        ("1,250", ",", "money", 1250, False),
        ("99.999", ",", "percent", Decimal("99.999"), False),
        ("99,999", ",", "percent", Decimal("99.999"), True),
        ("1'440.--", ".", "money", 1440, True),
        ("95,-", ",", "money", 95, True),
        ("12,34,567", ".", "count", 1234567, True),
        ("2½", ",", "count", Decimal("2.5"), True),
        ("0.125", ",", "count", Decimal("0.125"), True),
    ],
)
def test_figures_are_read_by_language_and_use(
    digits: str, decimal: str, use: str, value: object, certain: bool
) -> None:
    assert read_figure(digits, decimal, use) == (value, certain)  # type: ignore[arg-type]


@pytest.mark.parametrize("digits", ["1.2.3", "1,2.3,4", "22,24,26,31"])
def test_figures_that_are_no_number(digits: str) -> None:
    assert read_figure(digits, ".") is None


def test_a_day_without_a_year_waits_for_today() -> None:
    assert str(Day(0, 3, 1)) == "XXXX-03-01"
    assert Day(0, 3, 1).from_today(DAY) == Day(2028, 3, 1)
    assert Day(0, 3, 1).from_today(DAY, gone=True) == Day(2027, 3, 1)
    assert Day(0, 2, 29).from_today(DAY) == Day(2028, 2, 29)


def test_a_region_overrides_its_language() -> None:
    assert one("100 frank", "nl_BE").unit == "BEF"
    assert one("100 frank", "nl").unit == "CHF"
    assert find_times("binnen dertig dagen", "nl_BE") == find_times("binnen dertig dagen", "nl")


def test_a_language_without_words_is_told() -> None:
    with pytest.raises(FileNotFoundError):
        find_times("dans les 30 jours", "fr")


def test_records_carry_their_words() -> None:
    text = "Klant betaalt binnen 30 dagen."
    assert times_as_json(find_times(text, "nl"), text) == [
        {
            "start": 21,
            "end": 29,
            "quote": "30 dagen",
            "type": "duration",
            "value": "P30D",
            "unit": None,
            "business": False,
            "certain": True,
        }
    ]

"""What holds for any measurements, hours and tickets, and the words in which levels and hours are written."""

import contextlib
import itertools
import json
import random
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.levels.counting import MINUTE, count_states

from klaar.ledger.levels import (
    Hours,
    Interval,
    Level,
    LevelError,
    Stretch,
    Ticket,
    measure,
    measure_tickets,
    named_period,
    periods,
    read_hours,
    read_level,
    rolling,
)
from klaar.ledger.levels.imports.read import Reading, read_measurements
from klaar.ledger.levels.showing.teller import Teller, error_message
from klaar.ledger.levels.stretches import common, length, merged, without
from klaar.ledger.levels.tickets import quantile

ZONE = "Europe/Amsterdam"
DAY = named_period("2027-03-28", ZONE)
LEVEL = Level(Fraction(99, 100))
minutes = st.integers(0, 23 * 60)
pieces = st.lists(st.tuples(minutes, minutes).map(sorted), max_size=8)
states = st.sampled_from(["up", "down", "maintenance", "excluded", "unknown"])


def at(minute: int) -> datetime:
    return DAY.start + minute * MINUTE


def covered(stretches: tuple[Stretch, ...]) -> set[int]:
    return {m for a, b in stretches for m in range((a - DAY.start) // MINUTE, (b - DAY.start) // MINUTE)}


@given(pieces, pieces)
def test_sets_of_moments_are_sets(one: list[list[int]], other: list[list[int]]) -> None:
    left, right = (merged((at(a), at(b)) for a, b in each) for each in (one, other))
    a, b = covered(left), covered(right)
    assert a == {minute for start, end in one for minute in range(start, end)}
    assert covered(common(left, right)) == a & b
    assert covered(without(left, right)) == a - b
    assert length(left) == len(a) * MINUTE
    assert all(x.end < y.start for x, y in itertools.pairwise(left))


@given(
    st.lists(st.tuples(minutes, minutes, states), max_size=8),
    st.sampled_from(["up", "unknown"]),
    st.integers(1, 23 * 60),
)
def test_every_minute_is_in_one_state(rows: list[tuple[int, int, str]], rest: str, until: int) -> None:
    intervals = [Interval(at(min(a, b)), at(max(a, b)), state) for a, b, state in rows]  # type: ignore[arg-type]
    found = measure(LEVEL, intervals, DAY, Hours(), until=at(until), rest=rest)  # type: ignore[arg-type]
    counted = count_states(
        {at(minute) for minute in range(until)}, [each[:3] for each in intervals], rest, set()
    )
    assert {key: getattr(found, key) // MINUTE for key in counted} == counted
    assert found.service == found.counted + found.maintenance + found.excluded
    assert sum((each.counted for each in found.outages), timedelta()) == found.down
    shuffled = random.Random(until).sample(intervals, len(intervals))
    assert measure(LEVEL, shuffled, DAY, Hours(), until=at(until), rest=rest) == found  # type: ignore[arg-type]
    if found.counted:
        assert 0 <= found.worst <= found.best <= 1  # type: ignore[operator]


@given(st.lists(st.integers(0, 600), min_size=1, max_size=30), st.integers(1, 100))
def test_a_level_over_tickets_is_its_quantile(took: list[int], percent: int) -> None:
    tickets = [Ticket(str(n), at(0), solved=at(0) + each * MINUTE) for n, each in enumerate(took)]
    level = Level(Fraction(percent, 100), "resolution_time", timedelta(hours=4))
    found = measure_tickets(level, tickets, DAY, Hours())
    rank = quantile(found, percent)
    assert (found.outcome == "kept") == (rank is not None and rank <= timedelta(hours=4))
    assert found.within + found.late == len(took)
    assert (found.left_best >= 0) == (found.outcome == "kept")


@pytest.mark.parametrize(("seconds", "outcome"), [(0, "kept"), (1, "missed"), (-1, "kept")])
def test_exactly_the_level_is_enough(seconds: int, outcome: str) -> None:
    allowed = (DAY.end - DAY.start) / 100
    down = Interval(at(0), at(0) + allowed + timedelta(seconds=seconds), "down")
    found = measure(LEVEL, [down], DAY, Hours(), rest="up")
    assert found.outcome == outcome
    assert found.left_best == -seconds


def test_an_interruption_says_what_was_written_with_it() -> None:
    rows = [(60, 90, "disk"), (70, 80, "net"), (85, 95, "disk"), (200, 210, "late"), (300, 310, "")]
    down = [Interval(at(a), at(b), "down", note) for a, b, note in rows]
    found = measure(LEVEL, down, DAY, Hours(), rest="up").outages
    assert [each.note for each in found] == ["disk; net", "late", ""]


def test_an_open_ticket_is_unsure_until_its_time_is_over() -> None:
    level = Level(Fraction(1), "resolution_time", timedelta(hours=4))
    ticket = Ticket("1", at(0))
    early = measure_tickets(level, [ticket], DAY, Hours(), until=at(239))
    over = measure_tickets(level, [ticket], DAY, Hours(), until=at(241))
    assert (early.outcome, over.outcome) == ("unsure", "missed")


@pytest.mark.parametrize(
    ("words", "least", "within"),
    [
        ("99,5 %", "995/1000", None),
        ("99.95%", "9995/10000", None),
        ("ten minste 98 procent", "98/100", None),
        ("95 % binnen 4 uur", "95/100", timedelta(hours=4)),
        ("95% within four hours", "95/100", timedelta(hours=4)),
        ("binnen 30 minuten", "1", timedelta(minutes=30)),
        ("within 1.5 hours in 90% of cases", "90/100", timedelta(minutes=90)),
    ],
)
def test_levels_are_read(words: str, least: str, within: timedelta | None) -> None:
    assert read_level(words)[:3:2] == (Fraction(least), within)


def test_working_days_are_hours_only_where_somebody_says_how_many() -> None:
    two = read_level("90% binnen 2 werkdagen", day=timedelta(hours=7, minutes=30))
    assert two.within == timedelta(hours=15)
    with pytest.raises(LevelError):
        read_level("90% binnen 2 werkdagen")


OFFICE = ((540, 1020),)


@pytest.mark.parametrize(
    ("words", "week"),
    [
        ("24x7", (((0, 1440),),) * 7),
        ("Altijd", (((0, 1440),),) * 7),
        ("ma-vr 9-17", (*(OFFICE,) * 5, (), ())),
        ("maandag tot en met vrijdag 9.00 - 17.00 uur", (*(OFFICE,) * 5, (), ())),
        ("Monday to Friday 9:00 to 17:00", (*(OFFICE,) * 5, (), ())),
        ("weekdays 9am-5pm", (*(OFFICE,) * 5, (), ())),
        ("op werkdagen 9u-17u", (*(OFFICE,) * 5, (), ())),
        ("ma t/m do 9-17, vr 9-12", (*(OFFICE,) * 4, ((540, 720),), (), ())),
        ("di en do 9-17", ((), OFFICE, (), OFFICE, (), (), ())),
        ("vr-ma 9-17", (OFFICE, (), (), (), OFFICE, OFFICE, OFFICE)),
        ("weekend 9-17", (*((),) * 5, OFFICE, OFFICE)),
        ("9-17", (OFFICE,) * 7),
        ("wo 22-6", ((), (), ((1320, 1800),), (), (), (), ())),
        ("Sat 0-24", (*((),) * 5, ((0, 1440),), ())),
    ],
)
def test_hours_are_read(words: str, week: tuple[object, ...]) -> None:
    assert read_hours(words).week == week


@pytest.mark.parametrize(
    "words", ["", "m-v 9-17", "ma-vr", "ma-vr 9", "ma-xx 9-17", "9-17 behalve feestdagen"]
)
def test_hours_that_say_something_else_are_not_guessed(words: str) -> None:
    with pytest.raises(LevelError) as error:
        read_hours(words)
    assert error.value.code == "no_hours"


def test_periods_follow_each_other_without_a_gap() -> None:
    first, last = datetime(2026, 11, 5, tzinfo=UTC), datetime(2028, 2, 3, tzinfo=UTC)
    for each, count in (("P1D", 456), ("P1W", 66), ("P1M", 16), ("P3M", 6), ("P1Y", 3)):
        found = periods(each, first, last, ZONE)
        assert len(found) == count
        assert all(one.end == other.start for one, other in itertools.pairwise(found))
        assert found[0].start <= first < found[0].end
        assert found[-1].start < last <= found[-1].end
        assert all(named_period(one.name, ZONE) == one for one in found)


def test_windows_roll_on_by_a_day() -> None:
    found = list(rolling("P30D", datetime(2027, 3, 1, tzinfo=UTC), datetime(2027, 4, 30, tzinfo=UTC), ZONE))
    assert found[0].name == "2027-03-01/2027-03-30"
    assert found[-1].name == "2027-04-01/2027-04-30"
    assert len(found) == 32


def test_a_percentage_is_never_shown_better_than_it_is() -> None:
    teller = Teller("en")
    just_under = Fraction(994_999_999, 1_000_000_000)
    assert teller.percent(just_under, teller.places(read_level("99.5%"))) == "99.49%"
    assert teller.percent(Fraction(1), 2) == "100.00%"
    assert teller.percent(Fraction(9_999_999, 10_000_000), 3) == "99.999%"
    assert teller.percent(Fraction(5, 1000)) == "0.5%"


def test_checks_that_stay_away_are_a_gap_and_late_ones_are_not() -> None:
    rows = ["time,result"]
    rows += [f"2027-03-01T10:{minute:02d}:00Z,ok" for minute in (0, 5, 10, 19, 20, 25, 50, 55)]
    found = read_measurements("\n".join(rows).encode(), Reading())
    up = merged((each.start, each.end) for each in found.intervals)
    assert [(a.minute, b.minute) for a, b in up] == [(0, 30), (50, 0)]


def test_two_checks_of_one_moment_that_differ_tell_nothing() -> None:
    rows = "time,result\n2027-03-01T10:00Z,ok\n2027-03-01T10:00Z,fail\n2027-03-01T10:05Z,ok\n"
    found = read_measurements(rows.encode(), Reading())
    assert [each.state for each in found.intervals if each.end > each.start] == ["unknown", "up"]


def test_json_says_the_same_as_csv() -> None:
    csv = "id,opened,solved,pauses\nA,2027-03-01 10:00,2027-03-01 15:00,2027-03-01 11:00/2027-03-01 12:00\n"
    listed = (
        '{"tickets": [{"id": "A", "opened": "2027-03-01 10:00", "solved": "2027-03-01 15:00",'
        ' "pauses": [{"to": "2027-03-01 12:00", "from": "2027-03-01 11:00"}]}]}'
    )
    one, other = (read_measurements(text.encode(), Reading()).tickets[0] for text in (csv, listed))
    assert one._replace(row=0) == other._replace(row=0)


def test_samples_of_prometheus_are_exact_and_odd_values_unknown() -> None:
    values = '[1803900000.781,"1"],[1803900060.781,"0"],[1803900120.781,"NaN"],[1803900180.781,"0.5"]'
    text = (
        '{"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":['
        + values
        + "]}]}}"
    )
    found = read_measurements(text.encode(), Reading())
    assert [each.state for each in found.intervals] == ["up", "down", "unknown", "unknown"]
    assert found.intervals[0].start.microsecond == 781_000
    assert found.intervals[0].end - found.intervals[0].start == MINUTE


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("time,result", "2027-03-01T09:10:00+01:00,ok"),
        ("timestamp;status", "1803888600;up"),
        ("timestamp,status,date", "2027/03/01 09:10,up,tomorrow"),
        ("date,time,result", "2027-03-01,09:10,ok"),
        ("datum;tijd;resultaat", "01-03-2027;9:10;werkt"),
        ("moment;toestand", "1-3-2027 9:10;werkt"),
        ("Datum en tijd;Status", "1 mrt 2027 09:10;werkt"),
        ("checked at|value", "01/Mar/2027 9:10 AM|1"),
        ("moment\ttoestand", "1 maart 2027 09:10\tbeschikbaar"),
    ],
)
def test_a_moment_is_read_however_it_is_written(heading: str, cells: str) -> None:
    data = f"{heading}\n{cells}\n".encode("utf-8-sig")
    how = Reading(every=5 * MINUTE, order="day" if cells[:4] in ("01-0", "1-3-") else "")
    (found,) = read_measurements(data, how).intervals
    assert found.start == datetime(2027, 3, 1, 8, 10, tzinfo=UTC)
    assert found.state == "up"


def test_solved_goes_before_closed_wherever_it_stands() -> None:
    text = "id,opened,closed,solved\nA,2027-03-01 10:00,2027-03-09 10:00,2027-03-01 11:00\n"
    ticket = read_measurements(text.encode(), Reading()).tickets[0]
    assert ticket.solved == datetime(2027, 3, 1, 10, 0, tzinfo=UTC)


def test_a_level_says_over_what_it_counts() -> None:
    assert read_level("99,5 % per kwartaal").per == "P3M"
    assert read_level("99.9% measured monthly").per == "P1M"
    assert read_level("99%").per == ""


MOMENTS = st.sampled_from(
    [
        "2027-03-01 10:00",
        "0001-01-01",
        "9999-12-31 23:59",
        "13-03-2027 1:00",
        "2027-03-28 02:30",
        "99999999999",
        "",
        "x",
    ]
)
CELLS = st.one_of(
    MOMENTS, st.sampled_from(["up", "down", "1", "P1", "2027-03-01/2027-03-02"]), st.text(max_size=6)
)
HEADINGS = st.sampled_from(
    [
        "start,end,state",
        "time,result",
        "id,opened,solved,pauses",
        "opened,paused,resumed,answered",
        "start,end",
        "a,b",
    ]
)


@given(HEADINGS, st.lists(st.lists(CELLS, max_size=5), max_size=4), st.booleans())
def test_no_file_is_more_than_it_can_take(heading: str, rows: list[list[str]], as_json: bool) -> None:
    if as_json:
        names = heading.split(",")
        text = json.dumps([dict(zip(names, row, strict=False)) for row in rows])
    else:
        text = "\n".join([heading, *(",".join(row) for row in rows)])
    until = datetime(2027, 4, 1, tzinfo=UTC)
    try:
        found = read_measurements(text.encode("utf-8", "replace"), Reading(until=until))
    except LevelError as error:
        told = [error_message(error, language) for language in ("nl", "en")]
    else:
        told = ["read", "read"]
    assert all(told)
    if told != ["read", "read"]:
        return
    month = named_period("2027-03", ZONE)
    measure(LEVEL, found.intervals, month, Hours(), until=until)
    level = Level(Fraction(1), "resolution_time", timedelta(hours=4))
    measure_tickets(level, found.tickets, month, Hours(), until=until)


@given(st.binary(max_size=60))
def test_no_bytes_are_more_than_it_can_take(data: bytes) -> None:
    with contextlib.suppress(LevelError):
        read_measurements(data, Reading())

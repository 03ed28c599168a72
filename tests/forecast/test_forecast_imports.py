"""Histories from files: dates as people write them, exports, and what is wrong with a file."""

import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klaar.forecast.imports.dates import as_day, date_order, written
from klaar.forecast.imports.errors import HistoryError
from klaar.forecast.imports.history import History, read_history
from klaar.forecast.imports.known_columns import Names, find_names
from klaar.forecast.imports.plans import read_plan
from klaar.forecast.imports.sheet import read_sheet
from klaar.forecast.imports.work import read_work
from klaar.forecast.plan.model import PlanError

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "dates_cases.toml").read_text("utf-8"))[
    "case"
]
NAMES = Names("start", "promised", "actual")
NEEDED = ("start", "promised", "actual")


def read_all(data: bytes) -> History:
    read = read_sheet(data)
    return read_history(read, find_names(read, Names(), NEEDED))


def sheet(*lines: str) -> bytes:
    return "\n".join(("start;promised;actual", *lines)).encode()


@pytest.mark.parametrize("each", CASES, ids=lambda each: each["text"])
def test_a_written_date_is_the_day_that_is_meant(each: dict[str, Any]) -> None:
    said = written(each["text"])
    if "day" not in each:
        assert said is None
        return
    assert said is not None
    meant = datetime.fromisoformat(each["day"])
    assert as_day(said, each.get("order") or said.order, timed=True) == meant
    assert as_day(said, each.get("order") or said.order, timed=False) == meant.date()


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(["%d-%m-%Y", "%m/%d/%Y", "%Y-%m-%d"]))
def test_every_day_is_read_back(day: date, form: str) -> None:
    said = written(day.strftime(form))
    assert said is not None
    order = {"%d": "day", "%m": "month", "%Y": "iso"}[form[:2]]
    assert as_day(said, order, timed=False) == day  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["01-02-2027", "13-02-2027"], "day"),
        (["01-02-2027", "02-13-2027"], "month"),
        (["2027-01-02"], "iso"),
        (["2027-01-02", "13-02-2027"], "day"),
        (["05-05-2027"], "day"),
        ([], "iso"),
    ],
)
def test_the_dates_tell_their_order(texts: list[str], order: str) -> None:
    assert date_order(map(written, texts)) == order


@pytest.mark.parametrize(
    ("texts", "code"),
    [(["13-02-2027", "02-13-2027"], "mixed_orders"), (["01-02-2027", "03-04-2027"], "open_order")],
)
def test_an_order_is_never_guessed(texts: list[str], code: str) -> None:
    with pytest.raises(HistoryError) as raised:
        date_order(map(written, texts))
    assert raised.value.code == code


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_separator_and_encoding_is_read(separator: str, encoding: str) -> None:
    lines = (["naam", "start", "promised", "actual"], ["Één", "2027-01-02", "2027-02-01", ""])
    data = "\r\n".join(separator.join(line) for line in lines).encode(encoding)
    read = read_history(read_sheet(data), NAMES)
    assert read.cases[0].start == date(2027, 1, 2)
    assert read.cases[0].done is None


def test_what_is_no_date_or_not_there_is_counted_and_named() -> None:
    data = sheet(
        "2027-01-02;2027-02-01;klaar", "2027-01-03;;2027-02-01", "2027-01-03;2027-03-01;2027-03-05", ";;"
    )
    read = read_history(read_sheet(data), NAMES)
    assert len(read.cases) == 1
    notes = {note.code: dict(note.fields) for note in read.notes}
    assert notes["no_date"] == {"n": 1, "row": 2, "cell": "klaar"}
    assert notes["incomplete"] == {"n": 1}


@pytest.mark.parametrize("nothing", ["", "NaN", "NaT", "NULL", "None"])
def test_what_programs_write_for_nothing_is_not_ready_yet(nothing: str) -> None:
    read = read_history(read_sheet(sheet(f"2027-01-02;2027-02-01;{nothing}")), NAMES)
    assert (read.cases[0].done, read.notes) == (None, ())


def test_a_named_order_does_not_make_a_wrong_date_right() -> None:
    data = sheet("01-02-2027;03-04-2027;", "01-02-2027;02-13-2027;")
    read = read_history(read_sheet(data), NAMES, "day")
    assert [case.promised for case in read.cases] == [date(2027, 4, 3)]
    assert "no_date" in {note.code for note in read.notes}


def test_a_time_counts_only_where_the_promise_has_one() -> None:
    day = read_history(read_sheet(sheet("2027-01-02 09:00;2027-01-05;2027-01-05 16:00")), NAMES).cases[0]
    assert (day.promised, day.done) == (date(2027, 1, 5), date(2027, 1, 5))
    hour = read_history(read_sheet(sheet("2027-01-02 09:00;2027-01-02 13:00;2027-01-02 16:00")), NAMES).cases[
        0
    ]
    assert hour.done == datetime(2027, 1, 2, 16)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "no_heading"),
        (b"\n\n", "no_heading"),
        (b"\x00\x01\x02\x03\xff\xfe\xfd" * 40, "not_text"),
        (b"begin;einde\n2027-01-01;2027-02-01", "which_column"),
        (b"start;start;promised;actual\n2027-01-01;2027-01-02;2027-02-01;", "two_columns"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(HistoryError) as raised:
        read_all(data)
    assert raised.value.code == code


def test_a_column_that_was_named_must_be_there() -> None:
    with pytest.raises(HistoryError) as raised:
        read_history(read_sheet(sheet()), Names("begin", "promised", "actual"))
    assert raised.value.fields["names"] == "start, promised, actual"


EXPORTS = {
    "Jira": (
        "Summary,Issue key,Issue Type,Created,Due date,Resolved\n"
        "Printer,DESK-1,Incident,01/Mar/27 9:15 AM,15/Mar/27,12/Mar/27 4:40 PM\n"
    ),
    "Azure DevOps": (
        '"ID","Work Item Type","Title","State","Created Date","Target Date","Closed Date"\n'
        '"7","Task","Printer","Closed","3/1/2027 9:15:00 AM","3/15/2027 12:00:00 AM","3/12/2027 4:40:00 PM"\n'
    ),
    "GitHub": (
        "number,title,createdAt,dueOn,closedAt\n"
        "7,Printer,2027-03-01T09:15:00Z,2027-03-15,2027-03-12T16:40:00Z\n"
    ),
    "TOPdesk": (
        "Meldingnummer;Aanmelddatum;Streefdatum;Datum gereed;Soort melding\n"
        "M2703 001;01-03-2027 09:15;15-03-2027;12-03-2027 16:40;Storing\n"
    ),
}


@pytest.mark.parametrize("system", EXPORTS)
def test_an_export_is_recognised_and_read(system: str) -> None:
    read = read_sheet(EXPORTS[system].encode())
    names = find_names(read, Names(), NEEDED)
    history = read_history(read, names)
    assert names.source == system
    assert history.cases[0][:3] == (date(2027, 3, 1), date(2027, 3, 15), date(2027, 3, 12))
    assert read_work(read, names).items[0] == (date(2027, 3, 1), date(2027, 3, 12))


def test_a_named_column_counts_before_the_known_one() -> None:
    read = read_sheet(
        b"Issue key,Created,Begun,Due date,Resolved\nA-1,2027-01-01,2027-01-09,2027-02-01,2027-02-03\n"
    )
    assert find_names(read, Names(start="Begun"), NEEDED)[:3] == ("Begun", "Due date", "Resolved")


def test_a_plan_is_read_with_terms_or_dates() -> None:
    text = "naam;kant;dagen;na;start;beloofd\nA;it;10;;;\nB;client;;A|;2027-03-01;2027-03-15\n"
    one, other = read_plan(read_sheet(text.encode()))
    assert (one.name, one.side, one.days, one.after) == ("A", "it", 10.0, ())
    assert (other.days, other.after, other.start) == (14.0, ("A",), date(2027, 3, 1))


@pytest.mark.parametrize("row", ["A;it;;", "A;it;0;", "A;it;soon;", "A;it;-3;"])
def test_a_step_without_a_term_is_refused(row: str) -> None:
    with pytest.raises(PlanError) as raised:
        read_plan(read_sheet(f"name;side;days;after\n{row}\n".encode()))
    assert raised.value.code == "wrong_days"

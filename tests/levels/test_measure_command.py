"""`klaar measure`: what it prints, the published form, what it keeps, and every wrong call or file."""

import json
from pathlib import Path

import jsonschema
import pytest
from tests.cli.calling import Said, klaar, one_line
from tests.levels.sessions import ROOT, printed, sessions

FILES = ROOT / "examples" / "measurements"
OUTAGES = FILES / "permit-desk-outages.csv"
SCHEMA = json.loads((ROOT / "docs" / "schema" / "klaar.levels-1.schema.json").read_text("utf-8"))
LEVEL = ("--level", "99.5%", "--today", "2027-04-01", "--language", "en")
PAGE = ROOT / "docs" / "commands" / "measure.md"


@pytest.mark.parametrize(("command", "shown"), [*sessions(PAGE)])
def test_the_page_shows_what_is_printed(command: str, shown: str) -> None:
    assert printed(command) == shown


def test_the_page_has_a_session_in_each_language() -> None:
    told = "".join(shown for _, shown in sessions(PAGE))
    assert "afgesproken" in told
    assert "agreed" in told


@pytest.mark.parametrize(
    ("file", "more"),
    [
        ("permit-desk-outages.csv", ("--level", "99.5%", "--rest", "up", "--zone", "Europe/London")),
        ("permit-desk-outages.csv", ("--level", "99.5%", "--per", "P30D", "--rolling")),
        ("permit-desk-outages.csv", ("--level", "99.5%", "--period", "2027-Q1")),
        ("zaaksysteem-metingen.csv", ("--level", "99,5 %", "--hours", "ma-vr 7-19")),
        ("portal-checks.csv", ("--level", "99.9%", "--per", "P1D")),
        ("meldingen.csv", ("--level", "90% binnen 4 uur", "--hours", "ma-vr 7-19")),
        ("meldingen.csv", ("--level", "binnen 30 minuten", "--of", "response", "--kind", "1")),
        ("prometheus-range.json", ("--level", "99%", "--per", "P1D")),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_example_is_measured_in_both_forms(file: str, more: tuple[str, ...], language: str) -> None:
    today = "2027-11-01" if "portal" in file else "2027-04-01"
    call = ("measure", FILES / file, *more, "--today", today, "--language", language)
    told, record = klaar(*call), klaar(*call, "--as", "json")
    assert (told.code, record.code) == (0, 0), told.err + record.err
    assert "{" not in told.out
    jsonschema.validate(record.json, SCHEMA)
    assert record.out.count("\n") == 1
    for period in record.json["periods"]:
        if "hours" in period:
            hours = period["hours"]
            assert hours["counted"] == hours["up"] + hours["down"] + hours["unknown"]
            assert hours["service"] == hours["counted"] + hours["maintenance"] + hours["excluded"]


def test_what_was_not_measured_is_no_verdict() -> None:
    said = klaar("measure", FILES / "zaaksysteem-metingen.csv", *LEVEL, "--hours", "ma-vr 7-19")
    assert "between 98.71% and 99.62%   cannot be told" in said.out


def test_a_file_of_interruptions_only_does_not_say_that_the_rest_worked() -> None:
    said = klaar("measure", OUTAGES, *LEVEL)
    assert "cannot be told" in said.out
    assert "interruptions only" in said.out


def test_hours_that_nobody_said_are_told() -> None:
    told = "Nobody said which hours were agreed"
    assert told in klaar("measure", OUTAGES, *LEVEL).out
    assert told not in klaar("measure", OUTAGES, *LEVEL, "--hours", "24x7").out


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (("--rest", "up", "--fail-on", "missed"), 1),
        (("--fail-on", "missed", "--period", "2027-02"), 0),
        (("--fail-on", "unsure"), 1),
        (("--rest", "up"), 0),
    ],
)
def test_a_script_can_tell_a_missed_level(more: tuple[str, ...], code: int) -> None:
    assert klaar("measure", OUTAGES, *LEVEL, "--hours", "Mon-Fri 7-19", *more).code == code


def test_the_level_comes_from_a_promise_and_a_feeling_stays_beside_it(tmp_path: Path) -> None:
    agreement = tmp_path / "sla.txt"
    agreement.write_text(
        "Service agreement between Harbour IT Ltd (the Supplier) and Mill County (the Client).\n\n"
        "1. Levels\n\n1.1 The Supplier shall ensure that the permit desk is available at least 99.0% of the"
        " time per month.\n1.2 The Client shall pay each invoice within 30 days.\n",
        "utf-8",
    )
    ledger = tmp_path / "ledger"
    assert klaar("ledger", "open", ledger, agreement).code == 0
    promises = [json.loads(line) for line in (ledger / "promises.jsonl").read_text("utf-8").splitlines()]
    promise = next(each["id"] for each in promises if "99.0%" in each["words"])
    common = ("--rest", "up", "--today", "2027-04-01", "--hours", "Mon-Fri 7-19", "--holidays", "GB-ENG")
    call = ("measure", OUTAGES, "--promise", promise, *common, "--language", "en")
    read = klaar(*call, "--agreement", agreement)
    assert read.code == 0, read.err
    assert "agreed     99%" in read.out
    felt = ("--felt", "It is slow every Monday", "--who", "Sam", "--side", "client")
    said = klaar(*call, "--ledger", ledger, *felt)
    assert said.code == 0, said.err
    again = klaar(*call, "--ledger", ledger)
    assert "Sam (client)" in again.out
    assert "“It is slow every Monday”" in again.out
    assert "met, and still it does not feel right" in again.out
    kept = json.loads((ledger / "events.jsonl").read_text("utf-8"))
    assert kept["kind"] == "questioned"
    assert kept["evidence"][0]["measurement"].endswith("(2027-03)")
    assert klaar("ledger", "verify", ledger).code == 0


ROW = "start,end,state\n2027-03-01 10:00,2027-03-01 11:00,down\n"
WRONG: list[tuple[str, tuple[str, ...], int, str]] = [
    ("", LEVEL, 4, "no measurements"),
    ("start,end,state\n", LEVEL, 4, "no measurements"),
    ("a,b\n1,2\n", LEVEL, 4, "headings (a, b)"),
    ("start,end,state\n2027-03-01 11:00,2027-03-01 10:00,down\n", LEVEL, 4, "line 2: the end"),
    ("start,end,state\n2027-03-01 10:00,2027-03-01 11:00,so-so\n", LEVEL, 4, "line 2: “so-so” is no state"),
    ("start,end,state\nsoon,2027-03-01 11:00,down\n", LEVEL, 4, "line 2: “soon”"),
    ("start,end,state\n2027-02-30 10:00,2027-03-01 11:00,down\n", LEVEL, 4, "line 2: “2027-02-30 10:00”"),
    ("start,end\n13-03-2027 1:00,13-03-2027 2:00\n3/14/2027 1:00,3/14/2027 2:00\n", LEVEL, 4, "two orders"),
    ("start,end\n03-04-2027 1:00,03-04-2027 2:00\n", LEVEL, 2, "--dates day or --dates month"),
    ("start,end\n13-03-2027 1:00,13-03-2027 2:00\n", (*LEVEL, "--dates", "month"), 2, "what --dates says"),
    ("start,end\n2027-03-28 02:30,2027-03-28 03:30\n", LEVEL, 4, "does not exist in Europe/Amsterdam"),
    ("start,end\n2027-10-31 02:30,2027-10-31 03:30\n", LEVEL, 4, "comes twice in Europe/Amsterdam"),
    ("time,result\n2027-03-01 10:00,ok\n", LEVEL, 2, "--every"),
    ("id,opened,solved\nA,2027-03-01 10:00,\nA,2027-03-02 10:00,\n", LEVEL, 4, "ticket A is there already"),
    ("id,opened,solved\nA,,2027-03-02 10:00\n", LEVEL, 4, "line 2"),
    ("[1, 2]", LEVEL, 4, "no list of measurements"),
    ("{broken", LEVEL, 4, "no sound JSON"),
    ('{"status": "error", "error": "query timed out"}', LEVEL, 4, "query timed out"),
    ('{"status": "success", "data": {"resultType": "vector", "result": []}}', LEVEL, 4, "query_range"),
    ('{"status": "success", "data": {"resultType": "matrix", "result": []}}', LEVEL, 2, "--series"),
    (ROW, ("--level", "fast"), 2, "no percentage and no time"),
    (ROW, ("--level", "99% or 99.5%"), 2, "more than one level"),
    (ROW, ("--level", "120%"), 2, "no percentage"),
    (ROW, ("--level", "within 2 working days"), 2, "in days"),
    (ROW, ("--level", "within 2 working days", "--day", "8"), 2, "needs tickets"),
    (ROW, ("--level", "within 2 working days", "--day", "25"), 2, "--day"),
    (ROW, ("--level", "within 2 working days", "--day", "long"), 2, "--day"),
    (ROW, ("--level", "within 4 hours"), 2, "needs tickets"),
    (ROW, (*LEVEL, "--of", "response"), 2, "has no time"),
    (ROW, (*LEVEL, "--hours", "during the day"), 2, "cannot be read"),
    (ROW, (*LEVEL, "--hours", "Mon-Fri 7-25"), 2, "cannot be read"),
    (ROW, (*LEVEL, "--zone", "Europe/Atlantis"), 2, "Europe/Atlantis"),
    (ROW, (*LEVEL, "--holidays", "XX"), 2, "XX"),
    (ROW, (*LEVEL, "--holidays", "GB-XXX"), 2, "GB-XXX"),
    (ROW, (*LEVEL, "--per", "P5D"), 2, "P5D"),
    (ROW, (*LEVEL, "--period", "March"), 2, "“March”"),
    (ROW, (*LEVEL, "--period", "2027-13"), 2, "“2027-13”"),
    (ROW, (*LEVEL, "--period", "9999"), 2, "“9999”"),
    (ROW, ("--level", "99%", "--today", "9999-12-31"), 2, "--today"),
    ("start,end\n0001-01-01,2027-03-01\n", LEVEL, 4, "line 2: “0001-01-01”"),
    ("start,end\n2027-03-01,9999-12-31T23:59-05:00\n", LEVEL, 4, "line 2: “9999-12-31T23:59-05:00”"),
    ("time,result\n99999999999,ok\n", LEVEL, 4, "line 2: “99999999999”"),
    (ROW, (*LEVEL, "--every", "often"), 2, "often"),
    (ROW, (*LEVEL, "--rest", "fine"), 2, "--rest"),
    (ROW, (*LEVEL, "--closed", "monday"), 2, "--closed"),
    (ROW, (*LEVEL, "--fail-on", "late"), 2, "--fail-on"),
    (ROW, (), 2, "--level"),
    (ROW, ("--promise", "p-1"), 2, "--agreement"),
    (ROW, (*LEVEL, "--felt", "slow"), 2, "--ledger"),
    (ROW, ("--promise", "p-1", "--ledger", "nowhere"), 3, "no ledger"),
]


@pytest.mark.parametrize(("content", "more", "code", "told"), WRONG)
def test_what_is_wrong_is_told_in_one_line(
    tmp_path: Path, content: str, more: tuple[str, ...], code: int, told: str
) -> None:
    file = tmp_path / "file"
    file.write_text(content, "utf-8")
    said: Said = klaar("measure", file, *more, "--language", "en")
    assert (said.code, told in one_line(said)) == (code, True), said.err


def test_no_file_and_a_missing_one() -> None:
    assert klaar("measure", *LEVEL).code == 2
    assert klaar("measure", "nowhere.csv", *LEVEL).code == 3

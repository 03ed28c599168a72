"""`klaar forecast --ledger`: the own ledger as history."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from tests.cli.calling import klaar

from klaar.ledger.model import Duty, Event
from klaar.ledger.store.folder import Folder

BEGUN = date(2026, 1, 5)
TODAY = ("--today", "2027-02-01")
LATE = (0.9, 1.0, 1.3, 1.5, 2.0)
"""How long each took, in its own term; of IT. The client was on time each time."""


def _delivered(duty: Duty, days: float) -> Event:
    moment = datetime(BEGUN.year, BEGUN.month, BEGUN.day, 12, tzinfo=UTC) + timedelta(days=round(days))
    return Event(f"done-{duty.id}", duty.id, "delivered", "x", duty.bearer, moment, moment)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Five promises of IT that were ready, one that is not, and three of the client on time."""
    path = tmp_path / "permit"
    due = BEGUN + timedelta(days=100)
    it = [Duty(f"it{n}", "it", "client", "obligation", "levert", due=due) for n in range(6)]
    client = [Duty(f"client{n}", "client", "it", "obligation", "levert aan", due=due) for n in range(3)]
    folder = Folder.create(path, [*it, *client])
    (path / "ledger.toml").write_text(f"begun = {BEGUN}\n")
    late = [_delivered(duty, 100 * ratio) for duty, ratio in zip(it, LATE, strict=False)]
    folder.add_all([*late, *(_delivered(duty, 100) for duty in client)])
    return path


def test_a_date_is_compared_with_what_one_side_promised(ledger: Path) -> None:
    asked = ("--begin", "2027-03-01", "--by", "2027-06-01", *TODAY)
    it = klaar("forecast", "--ledger", ledger, "--side", "it", *asked, "--as", "json").json
    client = klaar("forecast", "--ledger", ledger, "--side", "client", *asked, "--as", "json").json
    both = klaar("forecast", "--ledger", ledger, *asked, "--as", "json").json
    assert (it["n"], it["unfinished"], it["met"]) == (5, 1, 2)
    assert (client["n"], client["met"]) == (3, 3)
    assert both["n"] == 8
    assert it["chance"] < client["chance"]


def test_under_way_a_plan_a_backtest_and_a_score_take_it_too(ledger: Path, tmp_path: Path) -> None:
    said = ("--begin", "2027-01-04", "--said", "2027-01-04:2027-05-01", *TODAY)
    assert klaar("forecast", "now", "--ledger", ledger, *said, "--as", "json").json["n"] == 8
    plan = tmp_path / "plan.csv"
    plan.write_text("name,side,days,after\ntest data,client,10,\nbuild,it,30,test data\n")
    made = klaar("forecast", "plan", plan, "--ledger", ledger, "--runs", "500", *TODAY, "--as", "json").json
    codes = {(note["code"], note.get("side")) for note in made["notes"]}
    assert {("side_record", "it"), ("side_record", "client")} <= codes
    assert klaar("forecast", "backtest", "--ledger", ledger, *TODAY, "--as", "json").json["n"] == 8
    kept = tmp_path / "kept.jsonl"
    before = ("--begin", "2026-01-05", "--by", "2026-04-15", "--today", "2026-01-05")
    klaar("forecast", *before, "--keep", kept, "--name", "it4", "--side", "it")
    assert klaar("forecast", "score", kept, "--ledger", ledger, *TODAY, "--as", "json").json["n"] == 1


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (("history.csv", "--by", "2027-06-01"), "both name a history"),
        (("items", "--count", "4"), "--ledger does not go with"),
        (("score",), "two files are needed"),
    ],
)
def test_a_ledger_where_it_does_not_belong_is_said(ledger: Path, call: tuple[str, ...], words: str) -> None:
    said = klaar("forecast", *call, "--ledger", ledger, *TODAY, "--language", "en")
    assert said.code == 2
    assert words in said.err


def test_a_folder_that_is_no_ledger_is_said(tmp_path: Path) -> None:
    said = klaar("forecast", "--ledger", tmp_path, "--by", "2027-06-01", *TODAY)
    assert said.code == 3


def test_an_empty_ledger_tells_no_chance_and_the_published_class_is_named(tmp_path: Path) -> None:
    Folder.create(tmp_path / "new", [])
    asked = ("--by", "2027-06-01", *TODAY, "--language", "en")
    said = klaar("forecast", "--ledger", tmp_path / "new", *asked)
    assert said.code == 0
    assert "a published reference class was used: uk-major-ict" in said.out

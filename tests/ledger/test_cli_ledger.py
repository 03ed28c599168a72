"""`klaar ledger` as a user meets it: open, add, show, verify, tamper, export."""

import csv
import io
import json
import re
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from icalendar import Calendar
from tests.cli.calling import Said, klaar, one_line
from tests.ledger.conftest import PERMIT_DESK

from klaar.ledger.model import Evidence
from klaar.ledger.store.folder import Folder

PLAN, DESIGN = "project plan", "draft design document"


def promise(folder: Path, words: str) -> str:
    return next(duty.id for duty in Folder(folder).duties() if words in duty.words)


def ledger(act: str, folder: Path, *more: object, language: str = "en") -> Said:
    return klaar("ledger", act, folder, *more, "--language", language)


def add(folder: Path, words: str, event: str, *more: object, side: str = "it") -> Said:
    about = ("--promise", promise(folder, words), "--event", event, "--side", side, "--who", "J. Novak")
    return ledger("add", folder, *about, *more)


def shown(folder: Path, words: str, today: str, language: str = "en") -> str:
    said = ledger("show", folder, "--promise", promise(folder, words), "--today", today, language=language)
    assert (said.code, said.err) == (0, "")
    return said.out


def story(folder: Path) -> None:
    """The plan: moved, delivered late, the client sees it as broken and says why."""
    why = ("--data", "to=2027-03-05", "--data", "why=two reviewers are away")
    for said in (
        add(folder, PLAN, "confirmed", "--happened", "2027-02-01", "--id", "one"),
        add(folder, PLAN, "moved", "--happened", "2027-02-10T09:30", *why),
        add(folder, PLAN, "delivered", "--happened", "2027-03-09", "--evidence", "https://plan.example/1"),
        add(
            folder,
            PLAN,
            "broken",
            "--happened",
            "2027-03-10",
            "--data",
            "reason=too late for us",
            side="client",
        ),
        add(folder, PLAN, "cause", "--happened", "2027-03-11", "--data", "cause=delivery", side="client"),
    ):
        assert (said.code, said.err) == (0, "")
        assert said.out.startswith("Kept: ")


def test_a_ledger_follows_what_can_be_kept_or_broken(permit: Path) -> None:
    duties = Folder(permit).duties()
    assert len(duties) > 100
    assert {duty.kind for duty in duties} <= {"obligation", "prohibition", "service_level", "warranty"}
    assert 'agreement = "permit-desk"' in (permit / "ledger.toml").read_text("utf-8")


def test_opening_again_adds_nothing_and_loses_nothing(permit: Path) -> None:
    story(permit)
    before = (permit / "promises.jsonl").read_bytes(), (permit / "events.jsonl").read_bytes()
    assert ledger("open", permit, PERMIT_DESK).code == 0
    assert before == ((permit / "promises.jsonl").read_bytes(), (permit / "events.jsonl").read_bytes())


def test_it_shows_how_a_promise_stands_on_any_day(permit: Path) -> None:
    assert "open · due 19 February 2027" in shown(permit, PLAN, "2027-02-01")
    assert "past its date, and nobody said how it went" in shown(permit, PLAN, "2027-02-20")
    story(permit)
    assert "open · due 5 March 2027 · moved once · first due 19 February 2027" in shown(
        permit, PLAN, "2027-02-20"
    )
    end = shown(permit, PLAN, "2027-03-12")
    assert "the two sides see it differently" in end
    assert "supplier: late, on 9 March 2027" in end
    assert "client: broken, “too late for us”, cause: the delivery" in end
    assert "18 days later than agreed" in end


def test_a_file_as_evidence_is_kept_by_its_name_and_hash(permit: Path, tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(b"the plan")
    measured = "12 of 12 people trained"
    add(permit, PLAN, "delivered", "--evidence", file, "--evidence", measured, "--happened", "2027-02-18")
    (event,) = Folder(permit).events()
    assert event.evidence == (
        Evidence(sha256=sha256(b"the plan").hexdigest(), name="plan.pdf"),
        Evidence(measurement=measured),
    )


def test_the_own_part_of_a_delay_is_shown_with_the_words_of_what_it_waited_on(permit: Path) -> None:
    owner = promise(permit, "appoint a Product Owner")
    add(permit, PLAN, "waiting", "--happened", "2027-02-01", "--data", f"on={owner[:7]}")
    add(permit, "appoint a Product Owner", "delivered", "--happened", "2027-02-20", side="client")
    add(permit, PLAN, "delivered", "--happened", "2027-03-03")
    out = shown(permit, PLAN, "2027-03-12")
    told = f"{owner[:6]} “By 12 February 2027 the Customer shall appoint a…”"
    assert f"  waits on {told}\n" in out
    assert f"  12 days later than agreed: 4 here; 8 at {told} (client)\n" in out
    assert "8 bij " in shown(permit, PLAN, "2027-03-12", "nl")


def test_it_speaks_dutch(permit: Path) -> None:
    story(permit)
    end = shown(permit, PLAN, "2027-03-12", "nl")
    assert "de twee kanten zien het anders" in end
    assert "klant: niet nagekomen, “too late for us”, oorzaak: de levering" in end


def test_nothing_was_changed(permit: Path) -> None:
    story(permit)
    said = ledger("verify", permit)
    assert said.code == 0
    assert said.out.startswith("Nothing was changed: 5 events.")
    assert Folder(permit).head() in said.out


def cut(lines: list[str]) -> list[str]:
    return lines[:1] + lines[2:]


def swapped(lines: list[str]) -> list[str]:
    return [lines[0], lines[2], lines[1], *lines[3:]]


def changed(lines: list[str]) -> list[str]:
    return [*lines[:3], lines[3].replace("too late for us", "quite all right"), lines[4]]


@pytest.mark.parametrize(
    ("tamper", "told"),
    [
        (cut, "Line 2: something before this was removed or replaced"),
        (swapped, "Line 2: "),
        (changed, "Line 4: this is not what was written"),
        (lambda lines: lines[:-1], "Line 5: lines were taken from the end."),
        (lambda lines: [*lines, lines[1]], "Line 6: this event was there already"),
        (lambda lines: [*lines[:2], "{}", *lines[2:]], "Line 3: this is no event any more."),
    ],
    ids=["removed", "swapped", "changed", "shortened", "twice", "put in"],
)
def test_verify_says_where_it_was_tampered_with(permit: Path, tamper: object, told: str) -> None:
    story(permit)
    path = permit / "events.jsonl"
    lines = path.read_text("utf-8").splitlines()
    path.write_text("".join(f"{line}\n" for line in tamper(lines)), "utf-8")  # type: ignore[operator]
    said = ledger("verify", permit)
    assert said.code == 1
    assert told in said.out


def test_nothing_is_added_behind_a_chain_that_was_shortened(permit: Path) -> None:
    story(permit)
    path = permit / "events.jsonl"
    whole = path.read_text("utf-8")
    path.write_text("".join(whole.splitlines(keepends=True)[:-1]), "utf-8")
    said = add(permit, PLAN, "kept", "--happened", "2027-03-12")
    assert said.code == 4
    assert "taken from the end" in one_line(said)
    assert ledger("verify", permit).code == 1
    path.write_text(whole, "utf-8")
    assert add(permit, PLAN, "kept", "--happened", "2027-03-12").code == 0
    assert ledger("verify", permit).code == 0


def test_a_hash_noted_elsewhere_shows_a_chain_that_was_made_anew(permit: Path) -> None:
    story(permit)
    head = Folder(permit).head()
    (permit / "events.jsonl").unlink()
    (permit / "head").unlink()
    story(permit)
    assert ledger("verify", permit).code == 0
    said = ledger("verify", permit, "--head", head)
    assert said.code == 1
    assert "lines were taken from the end" in said.out


def test_the_same_id_is_written_once(permit: Path) -> None:
    story(permit)
    again = add(permit, PLAN, "confirmed", "--happened", "2027-02-01", "--id", "one")
    assert (again.code, again.out) == (0, "Was there already, not written again: one\n")
    assert len(Folder(permit).events()) == 5


def test_another_event_under_an_id_that_is_there_is_refused(permit: Path) -> None:
    story(permit)
    said = add(permit, DESIGN, "broken", "--id", "one")
    assert said.code == 2
    assert "“one”" in one_line(said)
    assert len(Folder(permit).events()) == 5


def test_what_lies_ahead_or_is_unknown_is_kept_for_later(permit: Path) -> None:
    said = add(permit, PLAN, "delivered", "--happened", "2099-01-01")
    assert "counted from then on" in said.out
    record = {"id": "x", "promise": "feedbeef", "kind": "kept", "who": "Sam", "side": "client"}
    line = json.dumps({**record, "happened": "2027-02-01T12:00:00+01:00"})
    said = klaar("ledger", "add", permit, "--from", "-", "--language", "en", stdin=line.encode())
    assert said.code == 0
    assert "Its promise is not in this ledger: kept" in said.out
    whole = ledger("show", permit, "--today", "2027-03-01").out
    assert "1 event about a promise that this ledger does not have" in whole
    assert "1 event on a later day" in whole
    assert len(Folder(permit).events()) == 2


def test_of_a_file_what_is_right_is_kept_and_what_is_wrong_is_named(permit: Path, tmp_path: Path) -> None:
    good = {"id": "a", "promise": promise(permit, PLAN), "kind": "kept", "who": "Sam", "side": "client"}
    lines = [
        json.dumps({**good, "happened": "2027-02-18T12:00:00+01:00"}),
        "no event",
        json.dumps({**good, "id": "b", "happened": "2027-02-18T12:00:00"}),
        json.dumps({**good, "id": "c", "kind": "praised", "happened": "2027-02-18T12:00:00Z"}),
    ]
    file = tmp_path / "events.jsonl"
    file.write_text("\n".join(lines), "utf-8")
    said = ledger("add", permit, "--from", file)
    assert said.code == 4
    assert "Kept: a" in said.out
    for line, why in ((2, "JSON"), (3, "no time zone"), (4, "kind: praised")):
        assert any(f"Line {line} " in each and why in each for each in said.out.splitlines())
    assert [event.id for event in Folder(permit).events()] == ["a"]


@pytest.mark.parametrize(
    ("more", "code", "told"),
    [
        (("--promise", "zzz", "--event", "kept"), 2, "Did you mean"),
        (("--promise", "", "--event", "kept"), 2, "--promise"),
        (("--event", "praised"), 2, "praised"),
        (("--event", "moved"), 2, "--data to="),
        (("--event", "moved", "--data", "to=soon"), 2, "soon"),
        (("--event", "moved", "--data", "soon"), 2, "soon"),
        (("--event", "waiting", "--data", "on=zzz"), 2, "zzz"),
        (("--event", "cause", "--data", "cause=them"), 2, "bad_luck"),
        (("--event", "kept", "--happened", "yesterday"), 2, "yesterday"),
    ],
)
def test_a_command_that_cannot_be_is_said_in_one_line(
    permit: Path, more: tuple[str, ...], code: int, told: str
) -> None:
    who = ("--promise", promise(permit, PLAN), "--side", "it", "--who", "Sam")
    said = ledger("add", permit, *who, *more)
    assert said.code == code
    assert told in one_line(said)
    assert Folder(permit).events() == []


ODD: list[dict[str, object]] = [
    {"happened": "1899-12-31T23:59:59Z"},
    {"happened": "9999-12-31T23:59:59-12:00"},
    {"happened": "2027-02-30T12:00:00Z"},
    {"written": "yesterday"},
    {"who": ""},
    {"data": [1]},
    {"data": {"number": 1.5}},
    {"data": {"number": 10**30}},
    {"evidence": ["a file"]},
    {"evidence": [{"sha256": 5}]},
    {"evidence": [{"colour": "red"}]},
]
KEPT: list[dict[str, object]] = [
    {"data": {"to": "9999-12-31"}},
    {"data": {"to": "0001-01-01T00:00:00+14:00"}},
    {"data": {"to": "2027-04-01", "from": "rubbish"}},
    {"data": {"to": True}},
    {"kind": "waiting", "data": {"on": "nothing", "slack": "9" * 40}},
    {"kind": "cause", "data": {"cause": "them"}},
    {"kind": "kept", "data": {"occurrence": "9999-12-31"}},
    {"kind": "delivered", "data": {"note": "\x1b[2J\u202e\x00"}},
    {"id": "a" * 5000, "who": "\x1b[2J"},
    {"kind": "disputed", "side": "other"},
]


@pytest.mark.parametrize("odd", [*ODD, *KEPT], ids=lambda odd: str(odd)[:50])
def test_no_event_can_spoil_the_ledger(permit: Path, odd: dict[str, object]) -> None:
    """What is no event is refused; what is odd is kept, and everything else can still be shown."""
    base = {"id": "x", "promise": promise(permit, PLAN), "kind": "moved", "who": "Sam", "side": "client"}
    line = json.dumps({**base, "happened": "2027-02-01T12:00:00+01:00", **odd})
    said = klaar("ledger", "add", permit, "--from", "-", stdin=line.encode())
    assert said.code == (4 if odd in ODD else 0)
    out = shown(permit, PLAN, "2027-03-01")
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", out)
    for act in ("show --all", "show --as json", "record --as html", "export --as cases", "export --as ics"):
        assert ledger(*act.split()[:1], permit, *act.split()[1:], "--today", "2027-03-01").code == 0
    assert ledger("verify", permit).code == 0


def test_a_promise_cannot_wait_on_itself(permit: Path) -> None:
    said = add(permit, PLAN, "waiting", "--data", f"on={promise(permit, PLAN)}")
    assert said.code == 2
    assert "itself" in one_line(said)


def test_a_promise_that_comes_back_asks_which_turn(permit: Path) -> None:
    said = add(permit, "service review meeting", "kept", "--happened", "2027-04-02")
    assert said.code == 2
    assert "2027-03-31" in one_line(said)


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ('zone = "Europe/Atlantis"', "Europe/Atlantis"),
        ('country = "XX"', "XX"),
        ("zone = 3", "zone"),
        ("colour = 'red'", "colour"),
        ("zone = ", "ledger.toml"),
    ],
)
def test_wrong_settings_are_named(permit: Path, settings: str, told: str) -> None:
    (permit / "ledger.toml").write_text(settings, "utf-8")
    said = ledger("show", permit)
    assert said.code in (2, 4)
    assert told in one_line(said)


def test_no_ledger_is_said_with_how_to_begin_one(tmp_path: Path) -> None:
    said = ledger("show", tmp_path)
    assert said.code == 3
    assert "klaar ledger open" in one_line(said)


def test_a_broken_line_is_named_and_nothing_is_added_behind_it(permit: Path) -> None:
    story(permit)
    path = permit / "events.jsonl"
    path.write_text(path.read_text("utf-8") + "oops\n", "utf-8")
    said = ledger("show", permit)
    assert (said.code, "line 6" in one_line(said)) == (4, True)
    assert add(permit, PLAN, "kept").code == 4


def test_export_gives_back_the_events_as_they_are_kept(permit: Path) -> None:
    story(permit)
    assert ledger("export", permit).out.encode() == (permit / "events.jsonl").read_bytes()
    rows = list(csv.DictReader(io.StringIO(ledger("export", permit, "--as", "csv").out)))
    assert [row["kind"] for row in rows] == ["confirmed", "moved", "delivered", "broken", "cause"]


def test_export_gives_the_history_that_a_forecast_reads(permit: Path, tmp_path: Path) -> None:
    story(permit)
    said = ledger("export", permit, "--as", "cases", "--today", "2027-03-12")
    plan = [row for row in csv.DictReader(io.StringIO(said.out)) if row["group"] == promise(permit, PLAN)]
    assert [(row["start"], row["promised"], row["actual"]) for row in plan] == [
        ("2027-02-01", "2027-02-19", "2027-03-09"),
        ("2027-02-10", "2027-03-05", "2027-03-09"),
    ]
    file = tmp_path / "history.csv"
    file.write_text(said.out, "utf-8")
    read = klaar("forecast", file, "--begin", "2027-03-12", "--by", "2027-06-01", "--today", "2027-03-12")
    assert read.code == 0


def test_export_gives_the_calendar_of_a_side(permit: Path) -> None:
    story(permit)
    said = ledger("export", permit, "--as", "ics", "--for", "client", "--today", "2027-02-12")
    entries = {str(each["summary"]): each for each in Calendar.from_ical(said.out).walk("VEVENT")}
    plan = next(each for summary, each in entries.items() if PLAN in summary)
    assert str(plan["summary"]).startswith("From supplier: ")
    assert (plan["dtstart"].dt, plan["sequence"]) == (date(2027, 3, 5), 5)


def test_it_tells_what_happened_to_one_promise_and_what_that_rests_on(permit: Path) -> None:
    story(permit)
    add(permit, PLAN, "corrected", "--happened", "2027-03-12", "--data", "corrects=one")
    told = shown(permit, PLAN, "2027-03-13").split("WHAT HAPPENED")[1].strip().splitlines()
    assert told == [
        "1 February 2027 12:00 · J. Novak (supplier): confirmed · no longer counts, corrected later",
        "10 February 2027 09:30 · J. Novak (supplier): date moved to 5 March 2027, “two reviewers are away”",
        "9 March 2027 12:00 · J. Novak (supplier): delivered",
        "  evidence: https://plan.example/1",
        "10 March 2027 12:00 · J. Novak (client): broken, “too late for us”",
        "11 March 2027 12:00 · J. Novak (client): cause: the delivery",
        "12 March 2027 12:00 · J. Novak (supplier): an earlier event corrected",
    ]


def test_the_record_counts_it_in_every_form(permit: Path) -> None:
    add(permit, PLAN, "delivered", "--happened", "2027-03-01")
    add(permit, PLAN, "late", "--happened", "2027-03-02", side="client")
    text = ledger("record", permit, "--today", "2027-03-12").out
    assert "late" in text
    assert "%" not in text
    track = ledger("record", permit, "--today", "2027-03-12", "--as", "json").json["tracks"][0]
    assert (track["side"], track["kind"], track["late"], track["slips"]) == ("it", "", 1, [10])
    assert ledger("record", permit, "--as", "svg").out.startswith("<svg ")
    page = ledger("record", permit, "--as", "html", language="nl").out
    assert '<html lang="nl">' in page
    assert page.count("<caption>") == 3


def test_json_holds_the_same_states(permit: Path) -> None:
    story(permit)
    record = ledger("show", permit, "--as", "json", "--today", "2027-03-12").json
    assert record["schema"] == "klaar.ledger/1"
    (plan,) = [each for each in record["promises"] if each["promise"] == promise(permit, PLAN)]
    assert (plan["status"], plan["due"], plan["delay"]["days"]) == ("disputed", "2027-03-05", 18)
    assert record["causes"] == [{"side": "client", "cause": "delivery", "count": 1}]

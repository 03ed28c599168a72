"""`klaar forecast`: a date, under way, a plan, work items, a backtest, a score, and every wrong call."""

import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from tests.cli.calling import Said, klaar, one_line

ROOT = Path(__file__).parents[2]
DATES = ROOT / "examples" / "dates"
HISTORY = DATES / "earlier-projects.csv"
TODAY = ("--today", "2027-02-20")
JANUARY = ("--begin", "2027-01-04")
ASKED = ("--begin", "2027-03-01", "--by", "2027-06-01", *TODAY)
PLAN = (
    "plan",
    DATES / "plan.csv",
    "--history",
    f"it={HISTORY}",
    "--history",
    f"client={DATES / 'clients-part.csv'}",
)
COLUMNS = ("--start", "start", "--promised", "promised", "--actual", "ready", "--group", "project")
SCHEMA = json.loads((ROOT / "docs" / "schema" / "klaar.forecast-1.schema.json").read_text("utf-8"))


def valid(said: Said) -> dict[str, object]:
    """The one line of JSON, as the published schema says it must be."""
    assert said.code == 0, said.err
    assert said.out.count("\n") == 1
    jsonschema.validate(said.json, SCHEMA)
    record: dict[str, object] = said.json
    return record


def test_a_date_is_told_in_words_with_the_number_of_cases() -> None:
    said = klaar("forecast", HISTORY, *ASKED, "--language", "nl")
    assert said.code == 0
    assert "De datum 1 juni 2027 wordt gehaald in 2 van 10 zulke gevallen." in said.out
    assert "Van 21 zulke beloften waren er 4 zo vlug klaar." in said.out
    assert "80 van 100 zijn klaar op" in said.out


def test_the_page_of_the_command_shows_what_it_prints() -> None:
    page = (ROOT / "docs" / "commands" / "forecast.md").read_text("utf-8")
    shown = re.search(r"\$ klaar forecast .*?--language en\n(.*?)```", page, re.S)
    assert shown
    assert klaar("forecast", HISTORY, *ASKED, "--language", "en").out == shown[1]


@pytest.mark.parametrize(
    "call",
    [
        (HISTORY, *ASKED),
        ("date", HISTORY, *ASKED, "--planned", "2027-05-01"),
        ("date", "--by", "2027-06-01", *TODAY),
        (
            "now",
            HISTORY,
            "--begin",
            "2027-01-04",
            "--said",
            "2027-01-04:2027-05-01",
            "--progress",
            "20",
            *TODAY,
        ),
        ("backtest", HISTORY, *COLUMNS, "--split", "project"),
        ("backtest", HISTORY, *COLUMNS, "--split", "time"),
        (*PLAN, "--by", "2027-09-01", "--runs", "500", *TODAY),
        ("items", DATES / "tickets.csv", "--count", "40", "--by", "2027-04-01", "--today", "2027-02-01"),
        ("items", DATES / "tickets.csv", "--count", "40", "--today", "2026-06-03"),
    ],
    ids=lambda call: " ".join(Path(part).name for part in map(str, call))[:60],
)
def test_every_act_prints_json_by_its_schema_and_text_in_both_languages(
    call: tuple[object, ...],
) -> None:
    valid(klaar("forecast", *call, "--as", "json"))
    texts = [klaar("forecast", *call, "--language", language).out for language in ("nl", "en")]
    assert all(texts)
    assert texts[0] != texts[1]


def test_a_backtest_has_coverage_and_losses_beside_the_promise() -> None:
    record = valid(klaar("forecast", "backtest", HISTORY, *COLUMNS, "--split", "project", "--as", "json"))
    assert record["n"] == 21
    assert set(record["coverage"]) == {"50", "80", "90"}  # type: ignore[call-overload]
    assert record["crps"] < record["promise"]["crps"]  # type: ignore[index, operator]
    assert record["pinball"] < record["promise"]["pinball"]  # type: ignore[index, operator]


@pytest.mark.parametrize("act", [("date", HISTORY, *ASKED), ("backtest", HISTORY)])
def test_the_picture_is_an_svg(act: tuple[object, ...]) -> None:
    assert klaar("forecast", *act, "--as", "svg").out.startswith("<svg ")


def test_html_is_the_picture_with_its_table() -> None:
    out = klaar("forecast", HISTORY, *ASKED, "--as", "html").out
    assert out.startswith("<figure ")
    assert out.index("<svg") < out.index("<table")


def test_the_same_seed_gives_the_same_plan() -> None:
    call = ("forecast", *PLAN, "--runs", "500", *TODAY, "--as", "json")
    assert klaar(*call, "--seed", "4").out == klaar(*call, "--seed", "4").out
    assert klaar(*call, "--seed", "4").json["curve"] != klaar(*call, "--seed", "5").json["curve"]


@pytest.mark.parametrize(("percent", "code"), [("10", 0), ("90", 1)])
def test_a_chance_under_what_was_asked_ends_with_one(percent: str, code: int) -> None:
    assert klaar("forecast", HISTORY, *ASKED, "--fail-under", percent).code == code


def test_a_forecast_is_kept_and_scored_when_the_truth_is_known(tmp_path: Path) -> None:
    kept, truth = tmp_path / "kept.jsonl", tmp_path / "truth.csv"
    for name in ("one", "two"):
        said = klaar("forecast", HISTORY, *ASKED, "--keep", kept, "--name", name, "--side", "it")
        assert said.code == 0
    truth.write_text("project,start,promised,ready\none,2027-03-01,2027-06-01,2027-06-20\n")
    record = valid(klaar("forecast", "score", kept, truth, *COLUMNS, "--as", "json"))
    assert record["n"] == 1
    assert "unknown_yet" in json.dumps(record["notes"])
    assert (
        valid(klaar("forecast", "score", kept, truth, *COLUMNS, "--side", "client", "--as", "json"))["n"] == 0
    )
    assert klaar("forecast", "score", kept, truth, *COLUMNS, "--as", "svg").out.startswith("<svg ")


def history(tmp_path: Path, *rows: str) -> Path:
    file = tmp_path / "history.csv"
    file.write_text("\n".join(("start,promised,ready,project", *rows)) + "\n", encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("rows", "note"),
    [
        ([], "nothing_scored"),
        (["2027-01-01,2027-02-01,2027-02-03,a"], "nothing_scored"),
        (["2027-01-01,2027-02-01,,a", "2027-01-03,2027-02-01,,b"], "nothing_scored"),
        (["2027-01-05,2027-02-01,2027-01-01,a"], "left_out_done_before_start"),
        (["2027-01-05,2027-01-05,2027-01-09,a"], "left_out_no_term"),
        (["2027-01-05,2027-02-05,2027-01-09,a"] * 2, "left_out_duplicate"),
        (["2027-01-05,soon,2027-01-09,a"], "no_date"),
        (["2027-01-05,,2027-01-09,a"], "incomplete"),
    ],
)
@pytest.mark.parametrize("split", ["project", "time"])
def test_a_bad_history_is_told_and_scores_nothing(
    tmp_path: Path, rows: list[str], note: str, split: str
) -> None:
    said = klaar("forecast", "backtest", history(tmp_path, *rows), *COLUMNS, "--split", split, "--as", "json")
    record = valid(said)
    assert record["n"] == 0
    assert record["coverage"] is None
    assert note in {each["code"] for each in record["notes"]}  # type: ignore[attr-defined, union-attr]


@pytest.mark.parametrize(
    ("rows", "code", "words"),
    [
        (["13-01-2027,01-02-2027,,a", "01-13-2027,02-01-2027,,b"], 4, "two orders"),
        (["03-01-2027,04-02-2027,,a"], 2, "--dates"),
    ],
)
def test_an_order_of_dates_is_never_guessed(tmp_path: Path, rows: list[str], code: int, words: str) -> None:
    file = history(tmp_path, *rows)
    said = klaar("forecast", "backtest", file, *COLUMNS)
    assert said.code == code
    assert words in one_line(said)
    assert klaar("forecast", "backtest", file, *COLUMNS, "--dates", "day").code == 0


@pytest.mark.parametrize(
    ("call", "code", "words"),
    [
        (["backtest"], 2, "no file"),
        (["backtest", "nowhere.csv"], 3, "nowhere.csv"),
        (["backtest", HISTORY, "--start", "begin"], 2, "project, start, promised, ready"),
        (["backtest", HISTORY, "--split", "month"], 2, "project, time"),
        (["date", HISTORY], 2, "--by"),
        (["date", HISTORY, "--begin", "2027-03-01", "--by", "2027-03-01"], 2, "not after"),
        (["date", HISTORY, "--begin", "1 March"], 2, "--begin"),
        (["date", HISTORY, "--by", "2027-06-01", "--reference", "mars"], 2, "uk-major-ict"),
        (["date", HISTORY, "--begin", "2027-03-01", "--days", "0"], 2, "--days"),
        (["date", HISTORY, "--begin", "9999-03-01", "--days", "900000"], 2, "--days"),
        (["date", HISTORY, HISTORY, *ASKED], 2, "earlier-projects.csv"),
        (["date", HISTORY, *ASKED, "--keep", "kept.jsonl"], 2, "--name"),
        (["now", HISTORY, "--by", "2027-06-01"], 2, "--begin"),
        (["now", HISTORY, "--begin", "2027-01-01", "--said", "2027-06-01"], 2, "--said"),
        (["now", HISTORY, "--begin", "2027-01-01", "--said", "2027-01-01:2026-06-01", *TODAY], 2, "dates"),
        (
            ["now", HISTORY, "--begin", "2027-01-01", "--by", "2027-06-01", "--progress", "120"],
            2,
            "--progress",
        ),
        (["items", HISTORY], 2, "--count"),
        (["items", HISTORY, "--count", "0"], 2, "--count"),
        (["items", HISTORY, "--count", "4", "--by", "2020-01-01"], 2, "not after"),
        (["items", HISTORY, "--count", "4", "--as", "svg"], 2, "text, json"),
        (["items", HISTORY, "--count", "4", "--runs", "5"], 2, "100"),
        (["plan", HISTORY], 4, "term"),
        ([*PLAN, "--together", "2"], 2, "--together"),
        ([*PLAN[:2], "--reference", "none"], 2, "--history"),
        (["score", HISTORY], 2, "two files"),
        (["score", HISTORY, HISTORY, *COLUMNS], 4, "line 1"),
    ],
    ids=lambda part: (
        " ".join(Path(each).name for each in map(str, part))[:50] if isinstance(part, list) else None
    ),
)
def test_a_wrong_call_is_told_in_one_line(call: list[object], code: int, words: str) -> None:
    said = klaar("forecast", *call, "--language", "en")
    assert said.code == code
    assert words in one_line(said)


@pytest.mark.parametrize("content", [b"", b"\n", b"\x00\x01\x02\xff" * 99])
def test_a_file_that_is_none_is_told(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "history.csv"
    file.write_bytes(content)
    assert klaar("forecast", "backtest", file).code == 4


def test_nothing_but_a_forecast_loads_numpy() -> None:
    agreement = ROOT / "examples" / "permit-desk"
    text = next(path for path in sorted(agreement.iterdir()) if path.suffix in (".txt", ".md"))
    calls = f"[['forecast', '--help'], ['read', {str(text)!r}], ['times', '30 days', '--language', 'en']]"
    code = (
        "import sys, io\nfrom klaar.cli.around import Around\nfrom klaar.cli.main import main\n"
        f"for call in {calls}:\n"
        "    out = io.TextIOWrapper(io.BytesIO(), 'utf-8')\n"
        "    assert main(Around(call, {}, None, out, sys.stderr)) == 0\n"
        "    assert 'numpy' not in sys.modules, call\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)

"""`klaar brief --history`: how often the dates of an agreement are met, with the history named."""

import re
from pathlib import Path

import pytest
from tests.cli.calling import klaar

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "permit-desk" / "permit-desk.docx"
OURS = ROOT / "examples" / "dates" / "earlier-projects.csv"
THEIRS = ROOT / "examples" / "dates" / "clients-part.csv"
TODAY = ("--today", "2026-11-23", "--language", "en")
MET = re.compile(r"is met in (?:fewer|more)? ?(?:than )?\d+ of \d+ such cases")


def _brief(*more: object, form: str = "md") -> str:
    """The page in one line of words, without the slashes of Markdown."""
    said = klaar("brief", EXAMPLE, *TODAY, "--as", form, *more)
    assert said.code == 0, said.err
    return " ".join(said.out.replace("\\", "").split())


def test_without_a_history_nothing_is_said_of_chances() -> None:
    page = _brief()
    assert "such cases" not in page
    assert "Compared with" not in page


@pytest.mark.parametrize("form", ["terminal", "md", "html", "json"])
def test_each_date_ahead_says_how_often_it_is_met_and_the_history_is_named(form: str) -> None:
    page = _brief("--history", OURS, form=form)
    assert len(MET.findall(page)) >= 8
    assert "earlier-projects.csv: 20 finished, 2 not finished." in page


def test_each_side_has_its_own_history() -> None:
    both = _brief("--history", f"it={OURS}", "--history", f"client={THEIRS}")
    only_it = _brief("--history", f"it={OURS}")
    assert "clients-part.csv: 18 finished" in both
    assert "clients-part.csv" not in only_it
    assert 0 < len(MET.findall(only_it)) < len(MET.findall(both))


def test_what_is_past_says_nothing() -> None:
    said = klaar(
        "brief", EXAMPLE, "--today", "2040-01-01", "--history", OURS, "--as", "md", "--language", "en"
    )
    assert not MET.findall(said.out)


def test_a_short_history_says_why_it_tells_nothing(tmp_path: Path) -> None:
    short = tmp_path / "short.csv"
    short.write_text("start,promised,actual\n2026-01-01,2026-02-01,2026-03-01\n")
    page = _brief("--history", short)
    assert not MET.findall(page)
    assert "A chance can be told from 3 finished cases on; there are: 1." in page


@pytest.mark.parametrize(
    ("given", "code", "words"),
    [
        (("--history", "nowhere.csv"), 3, "nowhere.csv"),
        (("--history", OURS, "--history", THEIRS), 2, "two histories for the same promises"),
        (("--history", OURS, "--dates", "week"), 2, "--dates"),
    ],
)
def test_a_wrong_history_is_said(given: tuple[object, ...], code: int, words: str) -> None:
    said = klaar("brief", EXAMPLE, *TODAY, *given)
    assert said.code == code
    assert words in said.err


def test_the_order_of_dates_can_be_said(tmp_path: Path) -> None:
    open_ = tmp_path / "open.csv"
    open_.write_text("start,promised,actual\n" + "01-02-2026,03-04-2026,05-06-2026\n" * 1)
    assert klaar("brief", EXAMPLE, *TODAY, "--history", open_).code == 2
    assert klaar("brief", EXAMPLE, *TODAY, "--history", open_, "--dates", "day").code == 0

"""What a terminal gets that a pipe does not: colour, its own width, progress."""

import re
from pathlib import Path

import pytest
from agreements import DUTCH, put
from calling import Said, klaar

from klaar.brief.terminal.columns import width_of
from klaar.cli import progress

ESCAPE = "\x1b["


@pytest.fixture
def dutch(tmp_path: Path) -> Path:
    return put(tmp_path, "hosting.txt", DUTCH)


@pytest.mark.parametrize(
    ("screen", "options", "environ", "coloured"),
    [
        (True, (), {}, True),
        (False, (), {}, False),
        (True, (), {"NO_COLOR": "1"}, False),
        (True, (), {"NO_COLOR": ""}, True),
        (True, (), {"TERM": "dumb"}, False),
        (True, ("--color", "never"), {}, False),
        (False, ("--color", "always"), {}, True),
        (False, ("--color", "always"), {"NO_COLOR": "1"}, True),
    ],
)
def test_colour(
    dutch: Path, screen: bool, options: tuple[str, ...], environ: dict[str, str], coloured: bool
) -> None:
    said = klaar("read", dutch, *options, screen=screen, environ=environ)
    assert (ESCAPE in said.out) == coloured


def test_a_file_gets_no_colour_of_itself(dutch: Path, tmp_path: Path) -> None:
    klaar("read", dutch, "--output", tmp_path / "uit.txt", screen=True)
    assert ESCAPE not in (tmp_path / "uit.txt").read_text(encoding="utf-8")


def test_colour_changes_no_words(dutch: Path) -> None:
    plain = klaar("read", dutch).out
    coloured = klaar("read", dutch, "--color", "always").out
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


@pytest.mark.parametrize("columns", ["40", "80", "120", "10", "0", "wide", ""])
def test_no_line_is_wider_than_the_screen(dutch: Path, columns: str) -> None:
    width = max(40, int(columns)) if columns.isdecimal() and int(columns) else 80
    lines = klaar("read", dutch, environ={"COLUMNS": columns}).out.splitlines()
    assert max(map(width_of, lines)) <= width


def test_what_steers_a_terminal_never_comes_out_of_a_document(tmp_path: Path) -> None:
    text = DUTCH.replace("alle gegevens", "alle \x1b[31mgegevens\x07\u202e en \x9bmeer")
    out = klaar("read", put(tmp_path, "kwaad.txt", text)).out
    assert "gegevens" in out
    assert not set("\x1b\x07\u202e\x9b") & set(out)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_every_encoding_can_be_written_to(dutch: Path, encoding: str) -> None:
    said = klaar("read", dutch, encoding=encoding)
    assert said.code == 0
    assert "Niet gelezen of niet zeker" in said.out


class Clock:
    """A clock that goes on ten seconds each time it is looked at."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        self.now += 10
        return self.now


def with_progress(file: Path, monkeypatch: pytest.MonkeyPatch, screen: bool) -> Said:
    monkeypatch.setattr(progress, "time", Clock())
    return klaar("read", file, "--language", "nl", screen=screen)


def test_a_long_read_tells_how_far_it_is_on_a_screen_only(monkeypatch: pytest.MonkeyPatch) -> None:
    file = Path(__file__).parents[2] / "examples" / "permit-desk" / "permit-desk.pdf"
    shown = with_progress(file, monkeypatch, True)
    assert "van 29 …" in shown.err
    assert shown.err.endswith("\r")
    assert with_progress(file, monkeypatch, False).err == ""

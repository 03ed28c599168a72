"""What the README says that a command prints is what it prints.

Run `python tests/test_readme.py` to put what is printed now into the README.
"""

import contextlib
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "cli"))

from calling import klaar  # noqa: E402

README = ROOT / "README.md"
SESSION = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
ENVIRON = {"COLUMNS": "100", "LANG": "C.UTF-8"}


def steps(session: str) -> Iterator[tuple[str, str]]:
    """Each command of a session and what stands below it."""
    for step in re.split(r"(?m)^\$ ", session)[1:]:
        command, _, shown = step.partition("\n")
        yield command, shown


def printed(session: str) -> str:
    """The session as it goes now: `cat NAME` makes the file, `klaar …` is run and its output put below it."""
    told = ""
    for command, shown in steps(session):
        words = shlex.split(command)
        if words[0] == "cat":
            Path(words[1]).write_text(shown.rstrip("\n") + "\n", encoding="utf-8")
            told += f"$ {command}\n{shown}"
        else:
            said = klaar(*words[1:], environ=ENVIRON)
            told += f"$ {command}\n{said.out}{said.err}"
    return told


@contextlib.contextmanager
def own_folder() -> Iterator[None]:
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)


SESSIONS = SESSION.findall(README.read_text(encoding="utf-8"))


@pytest.mark.parametrize("session", SESSIONS)
def test_the_readme_shows_what_is_printed(session: str) -> None:
    with own_folder():
        assert printed(session) == session


def test_the_readme_has_a_session_in_each_language() -> None:
    told = "".join(SESSIONS)
    assert "· Nederlands ·" in told
    assert "For the client" in told


if __name__ == "__main__":
    with own_folder():
        text = README.read_text(encoding="utf-8")
        README.write_text(SESSION.sub(lambda found: printed(found[0]), text), encoding="utf-8")

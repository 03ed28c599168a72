"""Whatever point a process is killed at: what was acknowledged is there, and no letter leaves twice."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.cli.calling import klaar
from tests.ledger.dying import MORNING, WHEN, lay
from tests.ledger.mailserver import MailServer, mail_server

from klaar.ledger.model import Event
from klaar.ledger.store.folder import Folder

ROOT = Path(__file__).parents[2]
NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
PEOPLE = """
[[people]]
name = "Sam"
mail = "sam-{name}@client.example"
side = "client"
[[people]]
name = "Kim"
mail = "kim-{name}@supplier.example"
side = "it"
"""


def small(ledger: Path, folder: Path) -> Path:
    """A ledger of twelve promises with a date, quick to copy and to read."""
    folder.mkdir(parents=True)
    lines = (ledger / "promises.jsonl").read_text("utf-8").splitlines(keepends=True)
    (folder / "promises.jsonl").write_text("".join([line for line in lines if '"due"' in line][:12]), "utf-8")
    (folder / "ledger.toml").write_text(PEOPLE.format(name=folder.name), "utf-8")
    return folder


def killed(act: str, opened: Path, base: Path, points: int, **environ: str) -> list[Path]:
    """`act`, killed at each of its first `points` calls; the last of them must lie behind its end."""
    first = small(opened, base / "first")
    folders = []
    for at in range(1, points + 1):
        for when in WHEN:
            folder = base / f"{at}-{when}"
            shutil.copytree(first, folder)
            (folder / "ledger.toml").write_text(PEOPLE.format(name=folder.name), "utf-8")
            folders.append(folder)
    warm = shutil.copytree(first, base / "warm")
    command = [sys.executable, "-m", "tests.ledger.dying", act, str(warm), *map(str, folders)]
    run = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    ends = [int(line) for line in run.stdout.split()]
    assert len(ends) == len(folders)
    assert ends.count(signal.SIGKILL) >= 20
    assert ends[-len(WHEN) :] == [0] * len(WHEN), "there are more calls than points"
    return folders


def test_what_was_acknowledged_is_there_wherever_it_is_killed(opened: Path, tmp_path: Path) -> None:
    for folder in killed("add", opened, tmp_path, points=18):
        ledger = Folder(folder)
        said = folder / "acknowledged"
        acknowledged = said.read_text("utf-8").split() if said.exists() else []
        there = [event.id for event in ledger.events()]
        assert there[: len(acknowledged)] == acknowledged
        assert len(there) <= len(acknowledged) + 1
        assert {fault.code for fault in ledger.verify()} <= {"unfinished"}
        ledger.add(Event("next", ledger.duties()[0].id, "confirmed", "Sam", "it", NOW, NOW))
        assert [event.id for event in ledger.events()] == [*there, "next"]
        assert ledger.verify() == []


def test_no_letter_leaves_twice_wherever_a_round_is_killed(opened: Path, tmp_path: Path) -> None:
    with mail_server() as server:
        for folder in killed("tick", opened, tmp_path, points=22, KLAAR_MAIL=server.address):
            follow(folder, server)


def follow(folder: Path, server: MailServer) -> None:
    """The rounds after the one that was killed: nothing twice, nothing lost without being named."""
    mails = [f"{name}-{folder.name}@" for name in ("sam", "kim")]
    first, again = (
        klaar(
            "tick",
            folder,
            "--now",
            MORNING,
            "--language",
            "en",
            *more,
            environ={"KLAAR_MAIL": server.address},
        )
        for more in ((), ("--again",))
    )
    in_doubt = [mail for mail in mails if any(mail in line for line in doubts(first.out))]
    assert (first.code, again.code) == (6 if in_doubt else 0, 0)
    assert doubts(again.out) == []
    for mail in mails:
        letters = server.to(mail)
        assert len({letter["Message-ID"] for letter in letters}) == 1
        assert len(letters) == 1 or (mail in in_doubt and len(letters) == 2)


def doubts(out: str) -> list[str]:
    """The lines that name a letter of which nobody knows whether it left."""
    return [line for line in out.splitlines() if line.startswith("Nobody can tell")]


def test_a_letter_in_a_folder_is_there_exactly_once(opened: Path, tmp_path: Path) -> None:
    for folder in killed("lay", opened, tmp_path, points=18):
        lay(folder)
        letters = list((folder / "letters").glob("*.eml"))
        assert len(letters) == 2
        entries = [json.loads(line) for line in (folder / "outbox.jsonl").read_text("utf-8").splitlines()]
        assert Counter(entry["state"] for entry in entries)["sent"] == 2


ADDING = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from klaar.ledger.model import Event
from klaar.ledger.store.folder import Folder
folder, name = Folder(Path(sys.argv[1])), sys.argv[2]
promise, now = folder.duties()[0].id, datetime(2027, 3, 1, 12, tzinfo=UTC)
for number in range(10**6):
    id = f"{name}-{number}"
    folder.add(Event(id, promise, "confirmed", "Sam", "it", now, now))
    print(id, flush=True)
"""


@pytest.mark.parametrize("seed", [1])
def test_two_that_add_at_once_and_are_killed_at_any_moment_lose_nothing(
    opened: Path, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    folder = small(opened, tmp_path / "both")
    acknowledged: list[str] = []
    for turn in range(6):
        pair = [
            subprocess.Popen(
                [sys.executable, "-c", ADDING, str(folder), f"{turn}{who}"], stdout=subprocess.PIPE, text=True
            )
            for who in "ab"
        ]
        heads = [process.stdout.readline() for process in pair if process.stdout]
        time.sleep(chance.uniform(0, 0.1))
        for process, head in zip(pair, heads, strict=True):
            process.kill()
            acknowledged += [line for line in (head + process.communicate()[0]).split("\n")[:-1] if line]
    there = [event.id for event in Folder(folder).events()]
    assert len(there) == len(set(there))
    assert set(acknowledged) <= set(there)
    assert {fault.code for fault in Folder(folder).verify()} <= {"unfinished"}
    assert len(acknowledged) >= 12

"""A process that is killed (SIGKILL) while it writes and sends: what was acknowledged is there, nothing goes twice."""

import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import pytest

KILLS = 12


@pytest.fixture
def database():
    """The address of an empty database for the killed ones: on the server of the tests, else "" for SQLite."""
    server = os.environ.get("DATABASE_URL", "")
    if not server:
        yield ""
        return
    psycopg = pytest.importorskip("psycopg")
    name = f"killed_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_killed_again_and_again(tmp_path, database):
    for name in ("files", "incoming"):
        (tmp_path / name).mkdir()
    script = Path(__file__).with_name("killing.py")
    environ = {key: value for key, value in os.environ.items() if key != "KLAAR_ADDRESS"}
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path), str(KILLS)],
        env=environ | {"DATABASE_URL": database}, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["database"] == ("postgresql" if database else "sqlite")
    assert len(told["left"]) == len(set(told["left"])), "a letter left twice"
    assert any(not each.startswith("last") for each in told["acknowledged"]), (
        "killed before there was anything"
    )
    assert set(told["acknowledged"]) - set(told["events"]) == set(), "an acknowledged event is gone"
    assert told["faults"] == []
    assert len(told["states"]) == 40, "someone was forgotten"
    doubtful = told["states"].count("claimed")
    assert doubtful <= KILLS
    assert told["states"].count("sent") == 40 - doubtful
    assert set(told["states"]) <= {"sent", "claimed"}

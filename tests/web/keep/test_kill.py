"""A process that is killed (SIGKILL) while it writes and sends: what was acknowledged is there, nothing goes twice."""

import json
import os
import subprocess
import sys
from pathlib import Path

KILLS = 12


def test_killed_again_and_again(tmp_path):
    for name in ("files", "incoming"):
        (tmp_path / name).mkdir()
    script = Path(__file__).with_name("killing.py")
    without = {
        key: value for key, value in os.environ.items() if key not in ("DATABASE_URL", "KLAAR_ADDRESS")
    }
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path), str(KILLS)],
        env=without, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    told = json.loads(done.stdout.splitlines()[-1])
    assert len(told["left"]) == len(set(told["left"])), "a letter left twice"
    assert set(told["acknowledged"]) - set(told["events"]) == set(), "an acknowledged event is gone"
    assert told["faults"] == []
    assert len(told["states"]) == 40, "someone was forgotten"
    doubtful = told["states"].count("claimed")
    assert doubtful <= KILLS
    assert told["states"].count("sent") == 40 - doubtful
    assert set(told["states"]) <= {"sent", "claimed"}

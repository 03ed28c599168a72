"""The tables of keeping are what the models say, by the migrations themselves."""

import os
import subprocess
import sys


def test_no_migration_is_missing(tmp_path):
    (tmp_path / "incoming").mkdir()
    told = {"KLAAR_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "klaar.web.settings", "DATABASE_URL": ""}
    command = [sys.executable, "-m", "django", "makemigrations", "keep", "--check", "--dry-run"]
    done = subprocess.run(command, env={**os.environ, **told}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr

"""The tables are what the models say, and the migrations make them on an empty database."""

import os
import subprocess
import sys

import pytest
from django.core.management import call_command

_MIGRATE = """
import os
from klaar.web.serve import migrate, prepare
prepare(None, os.environ)
migrate()
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
executor = MigrationExecutor(connection)
assert not executor.migration_plan(executor.loader.graph.leaf_nodes())
print(connection.vendor, len(connection.introspection.table_names()))
"""


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_an_empty_database_gets_its_tables(tmp_path):
    environment = {**os.environ, "KLAAR_DATA": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", _MIGRATE], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    vendor, tables = done.stdout.split()
    assert vendor == ("postgresql" if os.environ.get("DATABASE_URL") else "sqlite")
    assert int(tables) > 30

"""A table for the tests: one small agreement in each language, and every kind of person around it."""

import logging
import os
import tempfile
from pathlib import Path

DATA = Path(tempfile.mkdtemp(prefix="klaar-tests-"))
os.environ["KLAAR_DATA"] = str(DATA)
os.environ.setdefault("KLAAR_SECRET_KEY", "only-for-the-tests-" + "0" * 40)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "klaar.web.settings")

import django

django.setup()
from django.conf import settings
from django.db import connection

# A process of several has read its settings with the folder of the first: each gets one of its own.
settings.FILES_ROOT, settings.FILE_UPLOAD_TEMP_DIR = DATA / "files", DATA / "incoming"
if connection.vendor == "sqlite":  # a file, so that a server in another thread sees the same tables
    connection.settings_dict["TEST"]["NAME"] = str(DATA / "test.sqlite3")
logging.getLogger("django.request").setLevel("ERROR")

import pytest
from django.core.cache import cache
from tests.web.seating import HERE, Table, seat_all

from klaar.web.jobs.reader import answer

LANGUAGES = ("nl", "en")


@pytest.fixture(scope="session")
def django_db_use_migrations():
    """The tables straight from the models; that the migrations are complete is a test of its own."""
    return False


@pytest.fixture(autouse=True)
def _folders():
    for name in ("files", "incoming"):
        (DATA / name).mkdir(exist_ok=True)


@pytest.fixture(autouse=True)
def _fresh_counts(request):
    """No test is refused for what another one tried."""
    if request.node.get_closest_marker("django_db"):
        request.getfixturevalue("_django_db_helper")
        cache.clear()


@pytest.fixture(scope="session")
def readings():
    """The agreements of the tests as the reading process answers them, read once."""
    return {language: _read(HERE / "agreements" / f"{language}.txt") for language in LANGUAGES}


def _read(path: Path):
    request = {
        "files": [{"path": str(path), "name": path.name}],
        "language": "", "it": [], "client": [], "seconds": 60, "megabytes": 1500, "pages": 100,
    }  # fmt: skip
    *_, told, last = answer(request)
    return {**told["answer"], **last}


@pytest.fixture
def table(db, readings) -> Table:
    """The Dutch agreement on the table, with everyone around it."""
    return seat_all(readings["nl"], HERE / "agreements" / "nl.txt")


@pytest.fixture
def english(db, readings) -> Table:
    """The English agreement on the table, with everyone around it."""
    return seat_all(readings["en"], HERE / "agreements" / "en.txt")

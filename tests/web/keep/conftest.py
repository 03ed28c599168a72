"""Saying something at a table of the tests."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from klaar.web.keep.chain.store import DatabaseStore


class Keeping:
    """The table with a short way to say things: `keeping.say("owner", "1 maart", "kept")`."""

    def __init__(self, table):
        self.table = table
        self.store = DatabaseStore(table.agreement.pk)

    def key(self, words):
        return self.table.promise(words).key

    def page(self, who, below):
        response = self.table[who].get(self.table.url(f"keep/{below}"))
        assert response.status_code == 200, response.status_code
        return response.content.decode()

    def say(self, who, words, kind, *, status=302, **told):
        return self.put(self.key(words), who, kind, status=status, **told)

    def put(self, key, who, kind, *, status=302, **told):
        told = {"token": str(uuid4()), "happened": timezone.localdate().isoformat(), **told}
        response = self.table[who].post(self.table.url(f"keep/promises/{key}/say/{kind}/"), told)
        assert response.status_code == status, response.content.decode()[-2000:]
        return response

    def measure(self, key, data, who="other_side", **more):
        told = {"level": "99,5 % per maand", "hours": "24x7", "expected": "Het doet het altijd.", **more}
        told["file"] = SimpleUploadedFile("metingen.csv", data)
        return self.table[who].post(self.table.url(f"keep/promises/{key}/levels/"), told)

    def events(self, *names):
        return [tuple(getattr(event, name) for name in names) for event in self.store.events()]


@pytest.fixture
def keeping(table):
    return Keeping(table)

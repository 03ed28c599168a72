"""`klaar ledger` and `klaar tick` on the data of `klaar serve`."""

import io
import json

import pytest
from django.core import mail
from django.db import connection
from django.utils import timezone

from klaar.cli.around import Around
from klaar.cli.exits import Exit
from klaar.cli.main import main
from klaar.web.keep.models import LedgerEvent
from klaar.web.store.models import Promise, Version

pytestmark = pytest.mark.django_db


@pytest.fixture
def klaar(monkeypatch, tmp_path):
    """Runs a command with --served on the database of this test."""
    monkeypatch.setattr("klaar.web.serve.prepare", lambda data, environ: data)
    monkeypatch.setattr("klaar.web.serve.migrate", lambda: None)

    def run(*arguments, served=tmp_path):
        out, err = io.TextIOWrapper(io.BytesIO()), io.TextIOWrapper(io.BytesIO())
        said = [str(each) for each in (*arguments, "--served", served)]
        code = main(Around(said, {"LANG": "en"}, io.TextIOWrapper(io.BytesIO()), out, err))
        out.flush(), err.flush()
        return code, out.buffer.getvalue().decode(), err.buffer.getvalue().decode()

    return run


def test_what_was_said_at_the_table_is_shown_and_more_is_added(keeping, klaar):
    keeping.say("owner", "1 maart", "questioned", note="Welke omgeving?")
    name, key = keeping.table.agreement.title, keeping.key("1 maart")
    code, out, err = klaar("ledger", "show", name, "--as", "json")
    assert (code, err) == (0, "")
    assert any(state["promise"] == key for state in json.loads(out)["promises"])
    add = (
        "ledger",
        "add",
        name,
        "--promise",
        key,
        "--event",
        "delivered",
        "--side",
        "it",
        "--who",
        "R. Vermeer",
    )
    assert klaar(*add, "--id", "geleverd-1")[0] == 0
    assert klaar(*add, "--id", "geleverd-1")[0] == 0
    assert [kind for (kind,) in keeping.events("kind")] == ["questioned", "delivered"]
    assert "R. Vermeer" in keeping.page("owner", f"promises/{key}/")


def test_a_change_behind_its_back_is_found(keeping, klaar):
    keeping.say("owner", "1 maart", "questioned", note="Welke omgeving?")
    name = str(keeping.table.agreement.pk)[:8]
    assert klaar("ledger", "verify", name)[0] == 0
    row = LedgerEvent.objects.get()
    with connection.cursor() as cursor:
        on = " ON keep_ledgerevent" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER keep_event_stays{on}")
        cursor.execute("UPDATE keep_ledgerevent SET line = replace(line, 'omgeving', 'versie')")
    code, out, _ = klaar("ledger", "verify", name)
    assert code == Exit.FOUND
    assert row.event_id in out


def test_an_agreement_that_is_not_there(keeping, klaar, tmp_path):
    code, _, err = klaar("ledger", "show", "Een andere overeenkomst")
    assert (code, err.count("\n")) == (Exit.NOT_OPENED, 1)
    code, _, err = klaar("ledger", "show", "x", served=tmp_path / "nergens")
    assert (code, err.count("\n")) == (Exit.NOT_OPENED, 1)
    assert klaar("ledger", "open", "x", "y.txt")[0] == Exit.MISUSE


def test_one_round_of_reminders(keeping, klaar, settings):
    assert "No mail server" in klaar("tick")[1]
    settings.MAIL_IS_SENT = True
    Version.objects.update(state="sealed")
    Promise.objects.filter(key=keeping.key("testgegevens")).update(due=timezone.localdate())
    people = keeping.table.agreement.seats.exclude(email="").count()
    code, out, err = klaar("tick")
    assert (code, err) == (0, "")
    assert f"Sent: {len(mail.outbox)}" in out
    assert len(mail.outbox) <= people
    assert "Sent: 0" in klaar("tick")[1]
    assert klaar("tick", "map")[0] == Exit.MISUSE

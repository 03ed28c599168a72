"""Taking along: every form; the log; and the end, to which both sides agree."""

import csv
import json
from io import StringIO

import pytest

from klaar.web.store.files import file_path
from klaar.web.store.models import Agreement, AuditEntry, Note
from klaar.web.take.sheets import _plain

pytestmark = pytest.mark.django_db


def _get(table, form, person="reader"):
    return table[person].get(table.url(f"versions/1/klaar.{form}")).content.decode()


def test_json_has_the_promises_as_they_stand(table):
    table.version.promises.filter(quote__contains="testgegevens").update(is_struck=True)
    told = json.loads(_get(table, "json"))
    read = json.loads(_get(table, "read.json"))
    assert told["schema"] == "klaar.agreement/1"
    assert len(told["promises"]) == len(read["promises"]) - 1
    assert {frozenset(each) for each in told["promises"]} == {frozenset(each) for each in read["promises"]}


def test_talk_leaves_the_notes_of_the_other_side_out(table):
    promise = table.promise("testgegevens")
    Note.objects.create(promise=promise, side="it", text="alleen van ons", written_by=table.seats["link"])
    assert "alleen van ons" not in _get(table, "talk.json")
    assert "alleen van ons" in _get(table, "talk.json", "link")


def test_csv(table):
    head, *rows = list(csv.reader(StringIO(_get(table, "csv").removeprefix("\ufeff"))))
    assert len(rows) == table.version.promises.count()
    assert all(len(row) == len(head) for row in rows)
    assert "2027-02-01" in {row[5] for row in rows}


@pytest.mark.parametrize("cell", ["=1+1", "+31", "-1", "@x", "\tx"])
def test_no_cell_is_a_formula(cell):
    assert _plain(cell) == f"'{cell}"


def test_ics(table):
    text = _get(table, "ics")
    assert text.count("BEGIN:VEVENT") == 3
    assert "DTSTART;VALUE=DATE:20270201" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


@pytest.mark.parametrize(
    ("form", "starts"), [("md", b"#"), ("json", b"{"), ("pdf", b"%PDF"), ("docx", b"PK")]
)
def test_brief(table, form, starts):
    response = table["reader"].get(table.url(f"brief/client/klaar.{form}"))
    assert response.status_code == 200
    assert response.content.startswith(starts)
    kept = table["reader"].get(table.url(f"brief/client/klaar.{form}"))
    assert kept.content == response.content


def test_a_brief_that_cannot_be_written_is_said(table, settings):
    settings.ENVIRONMENT = settings.ENVIRONMENT._replace(read_mb=10)
    assert table["reader"].get(table.url("brief/it/klaar.md")).status_code == 503


@pytest.mark.parametrize("path", ["brief/other/klaar.md", "brief/it/klaar.exe"])
def test_a_brief_that_does_not_exist(table, path):
    assert table["reader"].get(table.url(path)).status_code == 404


def test_an_unknown_form(table):
    assert table["reader"].get(table.url("versions/1/klaar.exe")).status_code == 404


def test_log(table):
    table["reader"].get(table.url())
    table["link"].post(table.url(f"promises/{table.promise('99,5%').key}/ask/"), {"text": "Hoe gemeten?"})
    page = table["owner"].get(table.url("log/")).content.decode()
    assert "bekeek" in page
    assert "vroeg iets" in page
    assert table["signer"].get(table.url("log/")).status_code == 403
    assert AuditEntry.objects.filter(agreement=table.agreement, seat=table.seats["reader"]).exists()


def _end(table, person, act):
    return table[person].post(table.url("end/"), {"act": act, "title": "Vergunningenloket"})


def test_deleting_takes_both_sides(table):
    assert _end(table, "owner", "delete").status_code == 403
    _end(table, "owner", "ask")
    assert _end(table, "owner", "delete").status_code == 403
    assert file_path(table.organisation.pk, table.version.files.get().sha256).exists()


def test_once_both_agree_everything_is_gone(table, django_capture_on_commit_callbacks):
    kept = file_path(table.organisation.pk, table.version.files.get().sha256)
    _end(table, "other_side", "ask")
    with django_capture_on_commit_callbacks(execute=True):
        assert _end(table, "owner", "delete").status_code == 302
    assert not Agreement.objects.exists()
    assert not kept.exists()
    assert [each.what for each in AuditEntry.objects.all()] == ["agreement_deleted"]


def test_keeping_it(table):
    _end(table, "other_side", "ask")
    table["owner"].post(table.url("end/"), {"act": "keep"})
    table.agreement.refresh_from_db()
    assert table.agreement.deletion_asked_by is None


def test_the_name_must_be_right(table):
    response = table["owner"].post(table.url("end/"), {"act": "ask", "title": "iets anders"})
    assert response.status_code == 422


def test_alone_one_owner_is_enough(table):
    table.agreement.seats.filter(side="it").update(role="signer")
    assert _end(table, "owner", "delete").status_code == 302
    assert not Agreement.objects.exists()

"""Histories that an organisation brings along, good ones and bad ones."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.web.dates.bringing import HEAD, SLOW, bring, brought, csv_of

from klaar.web.dates.models import Imported

pytestmark = pytest.mark.django_db


def _url(table, history=None, below=""):
    number = f"{history.pk}/{below}" if history else ""
    return f"/organisations/{table.organisation.slug}/histories/{number}"


def test_a_history_is_read_and_tried_on_itself(table):
    history = brought(table)
    assert (len(history.rows), history.finished, history.problem) == (20, 19, None)
    page = table["owner"].get(_url(table, history)).content.decode()
    assert "19 afgerond" in page
    assert "forecast-reliability" in page


def test_who_does_not_belong_there_finds_nothing(table):
    history = brought(table)
    for person in ("other_organisation", "signer", "link", "anonymous"):
        assert table[person].get(_url(table)).status_code == 404
        assert table[person].get(_url(table, history)).status_code == 404
    elsewhere = Imported.objects.get(pk=history.pk)
    elsewhere.organisation = type(table.organisation).objects.get(name="Elders")
    elsewhere.save()
    assert table["owner"].get(_url(table, history)).status_code == 404


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        (
            HEAD + "01-02-2026;04-13-2026;05-02-2026;a\n13-02-2026;01-05-2026;;b\n",
            "mixed_orders",
            "twee volgordes",
        ),
        (HEAD + "01-02-2026;03-04-2026;05-06-2026;a\n", "open_order", "Kies hieronder"),
        ("van;tot;af\n2026-01-01;2026-02-01;2026-03-01\n", "which_column", "welke kolom welke is"),
        (HEAD, "no_rows", "geen rijen"),
        ("\n\n", "no_heading", "leeg"),
    ],
)
def test_what_cannot_be_read_is_said_and_kept(table, text, code, words):
    history = brought(table, text)
    assert history.problem["code"] == code
    assert words in table["owner"].get(_url(table, history)).content.decode()


def test_columns_and_the_order_of_dates_are_chosen_without_bringing_the_file_again(table):
    history = brought(table, "van;tot;af\n01-02-2026;03-04-2026;05-06-2026\n")
    said = {"start": "van", "promised": "tot", "actual": "af", "order": "day"}
    table["owner"].post(_url(table, history), said)
    history.refresh_from_db()
    assert history.problem is None
    assert history.rows == [["2026-02-01", "2026-04-03", "2026-06-05", "", ""]]


def test_what_does_not_count_is_counted(table):
    rows = "2026-01-01;2026-01-01;2026-02-01;a\n2026-03-01;2026-04-01;2026-02-01;b\n" * 2
    history = brought(table, csv_of(SLOW) + rows)
    page = table["owner"].get(_url(table, history)).content.decode()
    assert "Twee keer genoemd" in page
    assert "een termijn van nul" in page


@pytest.mark.parametrize("kind", ["promises", "work"])
def test_a_file_that_is_no_text_is_said(table, kind):
    url = _url(table)
    file = SimpleUploadedFile("x.csv", bytes(range(256)) * 40)
    table["owner"].post(url, {"file": file, "kind": kind})
    history = Imported.objects.get()
    assert history.problem is not None
    assert table["owner"].get(_url(table, history)).status_code == 200


def test_an_empty_file_and_no_file_are_said(table):
    assert bring(table, "").status_code == 422
    answer = table["owner"].post(_url(table), {"name": "Onze naam", "kind": "work"})
    assert answer.status_code == 422
    assert "Onze naam" in answer.content.decode()


def test_a_history_is_taken_away(table):
    history = brought(table)
    table["owner"].post(_url(table, history, "forget/"))
    assert not Imported.objects.exists()


def test_work_items_tell_when_so_many_are_done(table):
    rows = "".join(
        f"2026-{month:02}-01;2026-{month:02}-{day:02}\n" for month in range(1, 11) for day in (5, 12, 19, 26)
    )
    history = brought(table, "Begun;Done\n" + rows, kind="work")
    if history.problem:
        table["owner"].post(_url(table, history), {"start": "Begun", "actual": "Done"})
    asked = {"count": "20", "by": "2027-06-01", "today": "2026-11-01", "seed": "7"}
    first = table["owner"].get(_url(table, history), asked).content.decode()
    assert "80 van 100" in first
    assert first == table["owner"].get(_url(table, history), asked).content.decode() or "csrf" in first
    wrong = table["owner"].get(_url(table, history), {**asked, "by": "2026-10-01"}).content.decode()
    assert "moet na de dag liggen" in wrong

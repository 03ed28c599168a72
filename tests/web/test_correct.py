"""Correcting: edit, split, join, add, strike; who, when and what stood there before stay visible."""

import json

import pytest

from klaar.web.agree.correct.record import record_of
from klaar.web.jobs.keep import promise_fields
from klaar.web.store.models import Promise, SignOff

pytestmark = pytest.mark.django_db
WEEKS = {
    "deadline_kind": "within",
    "deadline_amount": "2",
    "deadline_unit": "W",
    "deadline_words": "binnen 30 dagen",
}


def _edit(table, promise, person="owner", **more):
    told = {"bearer": promise.bearer, "kind": promise.kind, "revision": promise.revision, **WEEKS, **more}
    return table[person].post(table.url(f"promises/{promise.key}/correct/"), told)


def test_record_and_columns_are_the_same(table):
    for promise in table.version.promises.all():
        assert promise_fields(record_of(promise))["deadline"] == promise.deadline
        assert {
            name: getattr(promise, name) for name in promise_fields(record_of(promise))
        } == promise_fields(record_of(promise))


def test_edit(table):
    promise = table.promise("betaalt facturen")
    assert _edit(table, promise, why="staat zo in de nota").status_code == 302
    promise.refresh_from_db()
    assert (promise.deadline["value"], promise.revision, promise.certainty) == ("P2W", 2, "sure")
    step = promise.corrections.get()
    assert (step.before[0]["deadline"]["value"], step.after[0]["deadline"]["value"]) == ("P30D", "P2W")
    page = table["other_side"].get(table.url(f"promises/{promise.key}/")).content.decode()
    assert "staat zo in de nota" in page
    assert "Owner" in page


def test_the_form_shows_what_stands_there(table):
    promise = table.promise("betaalt facturen")
    form = table["owner"].get(table.url(f"promises/{promise.key}/correct/")).context["form"]
    assert (form["deadline_amount"].value(), form["deadline_unit"].value()) == (30, "D")
    assert form["revision"].value() == 1


def test_a_day_makes_it_dated(table):
    promise = table.promise("betaalt facturen")
    _edit(table, promise, deadline_kind="date", deadline_day="2027-05-01")
    promise.refresh_from_db()
    assert promise.due.isoformat() == "2027-05-01"


@pytest.mark.parametrize(
    "wrong",
    [{"deadline_kind": "date"}, {"deadline_amount": ""}, {"bearer": "nobody"}, {"measure_metric": "count"}],
)
def test_what_is_not_complete_is_said(table, wrong):
    promise = table.promise("betaalt facturen")
    assert _edit(table, promise, **wrong).status_code == 422
    assert not promise.corrections.exists()


def test_two_people_at_once(table):
    promise = table.promise("betaalt facturen")
    assert _edit(table, promise).status_code == 302
    assert _edit(table, promise, "other_side", deadline_amount="9").status_code == 409
    promise.refresh_from_db()
    assert promise.deadline["value"] == "P2W"


def test_a_signed_version_does_not_change(table):
    table.version.state = "sealed"
    table.version.save()
    assert _edit(table, table.promise("betaalt facturen")).status_code == 409


def test_a_correction_ends_what_one_side_signed(table):
    SignOff.objects.create(
        version=table.version, side="it", name="x", documents_sha256="0", promises_sha256="0"
    )
    _edit(table, table.promise("betaalt facturen"))
    assert not SignOff.objects.exists()


def test_strike_and_put_back(table):
    promise = table.promise("testgegevens")
    url = table.url(f"promises/{promise.key}/strike/")
    table["owner"].post(url, {f"revision-{promise.key}": "1"})
    promise.refresh_from_db()
    assert promise.is_struck
    table["owner"].post(url, {f"revision-{promise.key}": "2"})
    promise.refresh_from_db()
    assert not promise.is_struck
    assert [each.kind for each in promise.corrections.all()] == ["strike", "add"]


def test_split(table):
    promise = table.promise("wijst vóór 15 januari")
    parts = "Opdrachtgever wijst vóór 15 januari 2027\néén functioneel beheerder aan."
    told = {"parts": parts, f"revision-{promise.key}": "1"}
    assert table["owner"].post(table.url(f"promises/{promise.key}/split/"), told).status_code == 302
    made = list(Promise.objects.filter(version=table.version, is_added=True).order_by("start"))
    assert [each.quote for each in made] == parts.split("\n")
    text = table.version.source.get().text
    assert all(text[each.start : each.end] == each.quote for each in made)
    assert made[0].due is not None
    assert made[1].due is None
    promise.refresh_from_db()
    assert promise.is_struck


@pytest.mark.parametrize("parts", ["maar één regel", "wijst\nandere woorden", "beheerder\nOpdrachtgever"])
def test_what_cannot_be_split_is_said(table, parts):
    promise = table.promise("wijst vóór 15 januari")
    told = {"parts": parts, f"revision-{promise.key}": "1"}
    assert table["owner"].post(table.url(f"promises/{promise.key}/split/"), told).status_code == 422
    assert Promise.objects.filter(version=table.version, is_added=True).count() == 0


def test_join(table):
    first, second = table.promise("wijst vóór 15 januari"), table.promise("Laat hij dat na")
    told = {"with": second.key, f"revision-{first.key}": "1", f"revision-{second.key}": "1"}
    assert table["owner"].post(table.url(f"promises/{first.key}/join/"), told).status_code == 302
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.quote.endswith("de oplevering uitstellen.")
    assert table.version.source.get().text[first.start : first.end] == first.quote
    assert second.is_struck


def test_joining_nothing_is_said(table):
    assert (
        table["owner"].post(table.url(f"promises/{table.promise('testgegevens').key}/join/"), {}).status_code
        == 422
    )


def test_add_by_its_words(table):
    url, words = (
        table.url("source/0/0/add/"),
        "Het aanpassen van   formulieren\nis niet in de prijs begrepen.",
    )
    assert "<mark>Het aanpassen" in table["owner"].get(url, {"words": words}).content.decode()
    told = {"words": words, "bearer": "it", "kind": "exclusion", "deadline_kind": ""}
    assert table["owner"].post(url, told).status_code == 302
    made = table.promise("Het aanpassen van formulieren")
    assert table.version.source.get().text[made.start : made.end] == made.quote
    assert made.number == "4.2"
    assert made.is_added


@pytest.mark.parametrize(("words", "said"), [("Opdrachtgever", "vaker"), ("staat er niet", "staan niet op")])
def test_words_that_cannot_be_found_are_said(table, words, said):
    assert said in table["owner"].get(table.url("source/0/0/add/"), {"words": words}).content.decode()


def test_gold_form(table):
    _edit(table, table.promise("betaalt facturen"))
    Promise.objects.filter(pk=table.promise("testgegevens").pk).update(is_struck=True)
    response = table["reader"].get(table.url("corrections/0.jsonl"))
    head, *labels = [json.loads(line) for line in response.getvalue().decode().splitlines()]
    text = table.version.source.get().text
    assert head["region"] == [0, len(text)]
    assert {party["side"] for party in head["parties"]} == {"it", "client"}
    assert all(text[label["start"] : label["end"]] == label["quote"] for label in labels)
    assert "P2W" in [label["deadline"]["value"] for label in labels if label["deadline"]]
    assert not any("testgegevens" in label["quote"] for label in labels)


def test_all_corrections_together(table):
    assert "heeft nog iets gecorrigeerd" in table["reader"].get(table.url("corrections/")).content.decode()
    _edit(table, table.promise("betaalt facturen"))
    assert "2 weken" in table["reader"].get(table.url("corrections/")).content.decode()

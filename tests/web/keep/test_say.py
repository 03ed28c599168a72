"""Saying what happened: each form, who may say it, and how the page shows it."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from klaar.web.keep.evidence import evidence_folder
from klaar.web.keep.record.kinds import SAYINGS
from klaar.web.store.models import Promise

pytestmark = pytest.mark.django_db

DELIVERY, DATA, INVOICE = "levert het Systeem", "testgegevens", "betaalt facturen"

FORMS = {
    "delivered": ("signer", {"note": "Ze staan klaar."}),
    "kept": ("other_side", {"reason": "Compleet."}),
    "late": ("other_side", {"reason": "Drie dagen later."}),
    "broken": ("other_side", {"reason": "De helft ontbrak."}),
    "moved": ("signer", {"to": "2027-03-15", "why": "Ziekte.", "asked_by": "client"}),
    "waiting": ("signer", {"slack": "2", "note": "Eerst het systeem."}),
    "started": ("signer", {"note": "Vandaag begonnen."}),
    "disputed": ("signer", {"reason": "Wij zien dat anders."}),
    "excused": ("other_side", {"reason": "Deze keer hoeft het niet."}),
    "withdrawn": ("other_side", {"reason": "Niet meer nodig."}),
    "cause": ("signer", {"cause": "someone_else", "reason": "De beheerder vertrok."}),
    "apologised": ("signer", {"note": "Het spijt ons."}),
    "made_good": ("other_side", {"good": "yes", "note": "In orde."}),
    "questioned": ("other_side", {"note": "Wanneer komen ze?"}),
}


def test_every_saying_has_a_case():
    assert {each.kind for each in SAYINGS} == {*FORMS, "answered"}


@pytest.mark.parametrize("kind", FORMS)
def test_each_form_puts_one_event_on_record(keeping, kind):
    who, told = FORMS[kind]
    if kind == "waiting":
        told = {**told, "on": f"{keeping.key(DELIVERY)}|"}
    assert "<form" in keeping.page(who, f"promises/{keeping.key(DATA)}/say/{kind}/")
    keeping.say(who, DATA, kind, **told)
    (event,) = keeping.store.events()
    assert (event.kind, event.promise) == (kind, keeping.key(DATA))
    assert event.side == ("client" if who == "signer" else "it")
    for key, value in told.items():
        if key not in ("on", "good"):
            assert event.get(key) == value
    assert str(keeping.table.seats[who]) in keeping.page("reader", f"promises/{keeping.key(DATA)}/")


def test_an_answer_answers_the_question(keeping):
    keeping.say("other_side", DATA, "questioned", note="Wanneer komen ze?")
    (asked,) = keeping.store.events()
    keeping.say("signer", DATA, "answered", answers=asked.id, note="Morgen.")
    assert "Morgen." in keeping.page("other_side", f"promises/{keeping.key(DATA)}/")


@pytest.mark.parametrize(
    ("who", "kind"),
    [("other_side", "delivered"), ("other_side", "apologised"), ("signer", "excused"), ("signer", "made_good"),
     ("signer", "withdrawn")],
)  # fmt: skip
def test_one_side_cannot_speak_for_the_other(keeping, who, kind):
    _, told = FORMS[kind]
    keeping.say(who, DATA, kind, status=422, **told)
    assert keeping.store.events() == []


@pytest.mark.parametrize("who", ["reader", "mediator"])
def test_who_does_not_speak_for_a_side_says_nothing(keeping, who):
    keeping.say(who, DATA, "kept", status=403)
    assert "say/kept" not in keeping.page(who, f"promises/{keeping.key(DATA)}/")


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("moved", {"to": "", "why": "Ziekte.", "asked_by": "client"}),
        ("moved", {"to": "2027-03-15", "why": "", "asked_by": "client"}),
        ("cause", {"cause": "delivery", "reason": ""}),
        ("cause", {"cause": "iets", "reason": "Zo."}),
        ("waiting", {"on": "nergens|", "slack": "0"}),
        ("kept", {"happened": "gisteren"}),
        ("kept", {"link": "javascript:alert(1)"}),
        ("kept", {"token": "x"}),
    ],
)
def test_what_makes_no_sense_is_told_and_not_kept(keeping, kind, told):
    response = keeping.say("signer", DATA, kind, status=422, **told)
    assert "errorlist" in response.content.decode()
    assert keeping.store.events() == []


def test_sending_a_form_twice_says_it_once(keeping):
    told = {"token": "0b6e1a0e-5f9f-4a86-9b8b-2d1b8a8a8a11"}
    keeping.say("signer", DATA, "kept", **told)
    keeping.say("signer", DATA, "kept", **told)
    assert len(keeping.store.events()) == 1


def test_both_views_stand_beside_each_other(keeping):
    keeping.say("signer", DATA, "delivered")
    page = keeping.page("other_side", f"promises/{keeping.key(DATA)}/")
    assert "Wat zegt u?" in page
    keeping.say("other_side", DATA, "broken", reason="De helft ontbrak.")
    page = keeping.page("signer", f"promises/{keeping.key(DATA)}/")
    assert "beide kanten zien het anders" in page
    assert "De helft ontbrak." in page


def test_a_moved_date_keeps_the_old_one_in_view(keeping):
    keeping.say("signer", DATA, "moved", to="2027-03-15", why="Ziekte.", asked_by="it")
    page = keeping.page("signer", f"promises/{keeping.key(DATA)}/")
    assert "<del>1 februari 2027</del>" in page
    assert "<ins>15 maart 2027</ins>" in page
    assert "op verzoek van IT" in page


def test_a_delay_shows_where_it_arose(keeping):
    today = timezone.localdate()
    Promise.objects.filter(key=keeping.key(DATA)).update(due=today - timedelta(days=20))
    Promise.objects.filter(key=keeping.key(DELIVERY)).update(due=today - timedelta(days=10))
    keeping.say("other_side", DELIVERY, "waiting", on=f"{keeping.key(DATA)}|", slack="0")
    page = keeping.page("other_side", f"promises/{keeping.key(DELIVERY)}/")
    assert "10 dagen later dan afgesproken" in page
    assert page.index("0 dagen</b>") < page.index("10 dagen</b>")


def test_what_counts_from_an_event_waits_for_it(keeping):
    page = keeping.page("signer", f"promises/{keeping.key(INVOICE)}/")
    assert "heeft nog geen datum" in page
    today = timezone.localdate()
    for days, name in ((40, "2027-004"), (3, "2027-005")):
        keeping.say(
            "signer", INVOICE, "started", happened=(today - timedelta(days=days)).isoformat(), turn=name
        )
    page = keeping.page("signer", f"promises/{keeping.key(INVOICE)}/?turn=2027-004")
    assert "10 dagen geleden" in page
    keeping.say("other_side", INVOICE, "kept", status=422)
    keeping.say("other_side", INVOICE, "kept", occurrence="2027-004")
    assert keeping.store.events()[-1].occurrence == "2027-004"


def test_evidence_stays_as_it_is_and_goes_with_its_agreement(keeping, django_capture_on_commit_callbacks):
    file = SimpleUploadedFile("verslag.html", b"<script>alert(1)</script>")
    with django_capture_on_commit_callbacks(execute=True):
        keeping.say(
            "signer", DATA, "delivered", files=file, link="https://x.example/1", measurement="10 dossiers"
        )
    (event,) = keeping.store.events()
    assert [each.name or each.link or each.measurement for each in event.evidence] == [
        "verslag.html", "https://x.example/1", "10 dossiers"
    ]  # fmt: skip
    below = f"keep/evidence/{event.evidence[0].sha256}/"
    response = keeping.table["reader"].get(keeping.table.url(below))
    assert b"".join(response.streaming_content) == b"<script>alert(1)</script>"
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")
    assert keeping.table["colleague"].get(keeping.table.url(below)).status_code == 404
    folder = evidence_folder(keeping.table.agreement)
    with django_capture_on_commit_callbacks(execute=True):
        keeping.table.agreement.delete()
    assert not folder.exists()


def test_what_was_said_can_be_taken_back_by_its_own_side_only(keeping):
    keeping.say("signer", DATA, "broken", reason="Vergissing.")
    (event,) = keeping.store.events()
    address = keeping.table.url(f"keep/promises/{keeping.key(DATA)}/take-back/")
    assert keeping.table["other_side"].post(address, {"event": event.id}).status_code == 400
    assert keeping.table["signer"].post(address, {"event": event.id}).status_code == 302
    keeping.table["signer"].post(address, {"event": event.id})
    assert keeping.events("kind") == [("broken",), ("corrected",)]
    page = keeping.page("signer", f"promises/{keeping.key(DATA)}/")
    assert "teruggenomen: telt niet mee" in page
    assert "Vergissing." in page


def test_an_event_of_a_later_day_is_kept_and_counts_from_then(keeping):
    later = (timezone.localdate() + timedelta(days=3)).isoformat()
    keeping.say("signer", DATA, "delivered", happened=later)
    page = keeping.page("signer", f"promises/{keeping.key(DATA)}/")
    assert "telt vanaf die dag" in page
    assert "geleverd, nog niet aanvaard" not in page


def test_a_promise_that_is_not_followed_is_not_there(keeping):
    table = keeping.table
    assert table["owner"].get(table.url("keep/promises/nergens/")).status_code == 404
    permission = table.version.promises.exclude(
        kind__in=("obligation", "prohibition", "service_level", "warranty")
    )
    assert table["owner"].get(table.url(f"keep/promises/{permission[0].key}/")).status_code == 404

"""Saying sorry: nothing is made up, what is open keeps it from leaving, sending it is recording it."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from klaar.web.keep.models import Repair

pytestmark = pytest.mark.django_db

DELIVERY = "levert het Systeem"


def _told(**more):
    soon = timezone.localdate() + timedelta(days=20)
    return {
        "act": "send", "form": "person", "variant": "full", "language": "nl", "to": "S. Bakker", "who": "R. Vermeer",
        "title": "de oplevering", "happened": "Op 1 maart was het systeem er niet.", "meant": "U kon geen vergunningen geven.",
        "own": "Wij testten te laat.", "repair": "Wij leveren het systeem alsnog op.", "repair_by": soon.isoformat(),
        "cause": "Het testen liep uit.", "change": "Wij testen voortaan elke week.",
        "change_by": (soon + timedelta(days=20)).isoformat(), "contact": "R. Vermeer, 010 000 00 00",
        "promised_on": "2026-05-04", **more,
    }  # fmt: skip


@pytest.fixture
def broken(keeping):
    keeping.say("owner", DELIVERY, "broken", reason="Het systeem is er niet.")
    keeping.say("other_side", DELIVERY, "broken", reason="De opslag liep vol.")
    keeping.address = keeping.table.url(f"keep/promises/{keeping.key(DELIVERY)}/sorry/")
    return keeping


def test_the_draft_has_what_is_on_record_and_leaves_open_what_is_not(broken):
    page = broken.table["other_side"].get(broken.address).content.decode()
    assert "De opslag liep vol." in page
    assert "<mark>[" in page
    assert "Nog niet klaar" in page
    assert "excuusbrief schrijven" in broken.page("other_side", f"promises/{broken.key(DELIVERY)}/")
    assert "excuusbrief schrijven" not in broken.page("owner", f"promises/{broken.key(DELIVERY)}/")


def test_a_letter_with_an_open_place_does_not_leave(broken):
    response = broken.table["other_side"].post(broken.address, _told(repair_by=""))
    assert response.status_code == 422
    assert "niet verstuurd" in response.content.decode()
    assert ("apologised",) not in broken.events("kind")


def test_looking_at_the_letter_keeps_nothing(broken):
    response = broken.table["other_side"].post(broken.address, _told(act="draft"))
    assert response.status_code == 200
    assert "Klaar om te versturen" in response.content.decode()
    assert len(broken.events("kind")) == 2


def test_sending_is_recorded_and_what_it_promises_is_followed(broken):
    for _ in range(2):
        assert broken.table["other_side"].post(broken.address, _told()).status_code == 302
    assert broken.events("kind", "side")[2:] == [("apologised", "it")]
    assert [each.words for each in Repair.objects.all()] == [
        "Wij leveren het systeem alsnog op.", "Wij testen voortaan elke week."
    ]  # fmt: skip
    page = broken.page("owner", f"promises/{broken.key(DELIVERY)}/")
    assert "Wat eraan gedaan wordt" in page
    assert "Op 1 maart was het systeem er niet." in page
    assert "Is het goedgemaakt?" in page
    repair = Repair.objects.first()
    assert "Dit maakt goed" in broken.page("owner", f"promises/{repair.key}/")
    assert "Wij leveren het systeem alsnog op." in broken.page("owner", "")


def test_the_receiver_says_whether_it_is_made_good(broken):
    broken.table["other_side"].post(broken.address, _told())
    broken.say("owner", DELIVERY, "made_good", good="no", status=422)
    broken.say("owner", DELIVERY, "made_good", good="no", note="De oude dossiers ontbreken nog.")
    assert "oude dossiers ontbreken" in broken.page("other_side", f"promises/{broken.key(DELIVERY)}/")
    broken.say("owner", DELIVERY, "made_good", good="yes")
    assert "goedgemaakt op" in broken.page("other_side", f"promises/{broken.key(DELIVERY)}/")


def test_only_who_promised_says_sorry(broken):
    assert broken.table["owner"].post(broken.address, _told()).status_code == 422
    assert broken.table["reader"].post(broken.address, _told()).status_code == 403
    assert broken.table["colleague"].post(broken.address, _told()).status_code == 404
    assert len(broken.events("kind")) == 2


def test_it_can_be_mailed(broken, settings):
    settings.MAIL_IS_SENT = True
    broken.table["other_side"].post(broken.address, _told(mail="on"))
    (letter,) = mail.outbox
    assert "signer@example.org" in letter.to
    assert "Wij testten te laat." in letter.body.replace("\n", " ")


def test_a_moved_date_asks_for_a_word_too(keeping):
    keeping.say("other_side", DELIVERY, "moved", to="2030-04-01", why="Het testen loopt uit.", asked_by="it")
    assert "De datum is verschoven" in keeping.page("other_side", f"promises/{keeping.key(DELIVERY)}/")


def test_a_word_while_it_lasts_promises_the_next_one(broken):
    later = timezone.localtime() + timedelta(hours=3)
    told = _told(
        form="update",
        next_word=later.strftime("%Y-%m-%dT%H:%M"),
        unknown="Wij weten nog niet hoe lang het duurt.",
    )
    response = broken.table["other_side"].post(broken.address, told)
    assert response.status_code == 302
    assert ("apologised",) not in broken.events("kind")
    (word,) = [each for each in Repair.objects.all() if each.due_at]
    assert word.due_at.strftime("%H:%M") == (later.astimezone(word.due_at.tzinfo)).strftime("%H:%M")
    assert word.words in broken.page("owner", "")

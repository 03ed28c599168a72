"""Inviting: a signed link that needs no account, expires, can be withdrawn; owners and deciders."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from klaar.web.store.models import Change, Invitation, Membership, Ownership

pytestmark = pytest.mark.django_db
TOLD = {
    "name": "Jo de Wit",
    "email": "jo@elders.example",
    "side": "client",
    "role": "reader",
    "days": "7",
    "language": "nl",
}
_LINK = re.compile(r"http://testserver(/join/[\w.-]+/)")


def _invite(table, person="owner", **more):
    response = table[person].post(table.url("people/"), {**TOLD, **more})
    found = _LINK.search(response.content.decode())
    return found[1] if found else response


@pytest.fixture
def link(table):
    return _invite(table)


def test_the_link_opens_the_table_without_account(table, link):
    guest = Client()
    assert guest.get(table.url()).status_code == 404
    assert "Jo de Wit" in guest.get(link).content.decode()
    assert guest.get(table.url()).status_code == 404
    assert guest.post(link, follow=True).status_code == 200
    assert guest.get(table.url()).status_code == 200
    assert guest.get("/").status_code == 200


def test_looking_at_the_link_uses_nothing(table, link):
    Client().get(link)
    assert Invitation.objects.get(seat__name="Jo de Wit").uses == 0


@pytest.mark.parametrize("end", ["expires", "revoked", "removed"])
def test_a_link_that_ended_also_ends_for_who_is_inside(table, link, end):
    guest = Client()
    guest.post(link)
    seat = Membership.objects.get(name="Jo de Wit")
    if end == "expires":
        seat.invitations.update(expires=timezone.now() - timedelta(minutes=1))
    else:
        table["owner"].post(table.url(f"people/{seat.pk}/{'revoke' if end == 'revoked' else 'remove'}/"))
    assert guest.get(table.url()).status_code == 404
    assert guest.get(link).status_code == 410


def test_a_new_link_ends_the_old_one(table, link):
    seat = Membership.objects.get(name="Jo de Wit")
    response = table["owner"].post(table.url(f"people/{seat.pk}/link/"))
    assert Client().get(link).status_code == 410
    assert Client().get(_LINK.search(response.content.decode())[1]).status_code == 200


@pytest.mark.parametrize(
    "change", [lambda link: link[:-3] + "x/", lambda link: "/join/abc/", lambda link: "/join/a.b/"]
)
def test_a_broken_link(link, change):
    assert Client().get(change(link)).status_code == 404


def test_who_has_an_account_keeps_the_seat_in_it(table, link):
    table["colleague"].post(link)
    seat = Membership.objects.get(name="Jo de Wit")
    seat.invitations.update(expires=timezone.now())
    assert table["colleague"].get(table.url()).status_code == 200


def test_the_other_side_is_arranged_by_its_own_owner(table):
    assert _invite(table, side="it").status_code == 422
    assert isinstance(_invite(table, "other_side", side="it"), str)


def test_the_first_owner_of_the_other_side_is_asked_by_who_began(table):
    Membership.objects.filter(side="it", role="owner").update(removed=timezone.now())
    assert isinstance(_invite(table, side="it", role="owner"), str)
    assert _invite(table, side="it").status_code == 422


def test_a_mediator_sits_on_no_side(table):
    _invite(table, role="mediator")
    assert Membership.objects.get(name="Jo de Wit").side == ""


def test_everyone_else_needs_a_side(table):
    assert _invite(table, side="").status_code == 422


def test_a_side_keeps_an_owner(table):
    table["owner"].post(table.url(f"people/{table.seats['owner'].pk}/remove/"))
    assert Membership.objects.get(pk=table.seats["owner"].pk).removed is None


def test_mail_in_the_language_of_the_receiver(table, settings):
    settings.MAIL_IS_SENT = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mail.outbox = []
    _invite(table, language="en")
    (message,) = mail.outbox
    assert message.to == ["jo@elders.example"]
    assert message.subject == "At the table: Vergunningenloket"
    assert "/join/" in message.body
    assert Invitation.objects.get(seat__name="Jo de Wit").sent


def test_mail_addresses_are_for_owners(table):
    assert "signer@example.org" in table["owner"].get(table.url("people/")).content.decode()
    assert "@example.org" not in table["reader"].get(table.url("people/")).content.decode()


def test_guessing_links_is_stopped(client):
    assert [client.get(f"/join/{number}/").status_code for number in range(62)][-1] == 429


def test_one_owner_a_side(table):
    promise = table.promise("testgegevens")
    url = table.url(f"promises/{promise.key}/owner/")
    table["owner"].post(url, {"name": "Informatiebeheer"})
    table["signer"].post(url, {"seat": table.seats["reader"].pk})
    table["other_side"].post(url, {"name": "Servicedesk"})
    assert Ownership.objects.filter(promise=promise).count() == 2
    page = table["mediator"].get(table.url(f"promises/{promise.key}/")).content.decode()
    assert "Reader" in page
    assert "Servicedesk" in page
    table["owner"].post(url, {})
    assert [each.side for each in promise.owners.all()] == ["it"]


def test_an_owner_is_no_one_of_the_other_side(table):
    url = table.url(f"promises/{table.promise('testgegevens').key}/owner/")
    assert table["owner"].post(url, {"seat": table.seats["other_side"].pk}).status_code == 400


def test_a_change_has_one_decider(table):
    promise = table.promise("testgegevens")
    table["reader"].post(table.url(f"promises/{promise.key}/change/"), {"what": "Twee weken later"})
    change = Change.objects.get()
    url = table.url(f"changes/{change.pk}/")
    assert "nog niemand" in table["owner"].get(table.url("changes/")).content.decode()
    assert table["owner"].post(url + "decide/", {"state": "agreed"}).status_code == 403
    table["owner"].post(url + "decider/", {"decider": table.seats["other_side"].pk})
    assert table["owner"].post(url + "decide/", {"state": "agreed"}).status_code == 403
    assert (
        table["other_side"].post(url + "decide/", {"state": "agreed", "decision": "Goed."}).status_code == 302
    )
    assert table["other_side"].post(url + "decide/", {"state": "refused"}).status_code == 409
    change.refresh_from_db()
    assert (change.state, change.decision) == ("agreed", "Goed.")


def test_an_empty_change_is_said(table):
    promise = table.promise("testgegevens")
    table["reader"].post(table.url(f"promises/{promise.key}/change/"), {"what": " "})
    assert not Change.objects.exists()

"""Organisations and their people; the own data, and being forgotten."""

import re

import pytest
from django.test import Client

from klaar.web.people.models import Member, Organisation, User
from klaar.web.store.models import Membership, Question

pytestmark = pytest.mark.django_db
_LINK = re.compile(r"http://testserver(/welcome/[\w.-]+/)")
TOLD = {"name": "N. Nieuw", "email": "nieuw@waterrijk.example", "password": "een zin die ik onthoud"}


@pytest.fixture
def url(table):
    return f"/organisations/{table.organisation.slug}/"


@pytest.fixture
def link(table, url):
    response = table["owner"].post(url, {"email": "nieuw@waterrijk.example", "role": "member"})
    return _LINK.search(response.content.decode())[1]


def test_a_member_makes_an_account_and_opens_agreements(table, link):
    new = Client()
    assert new.post(link, TOLD).status_code == 302
    assert Member.objects.get(user__email=TOLD["email"]).organisation == table.organisation
    assert new.get("/agreements/new/").status_code == 200
    assert new.get(table.url()).status_code == 404


def test_the_link_works_once(link):
    Client().post(link, TOLD)
    assert Client().get(link).status_code == 410


def test_a_withdrawn_link(table, url, link):
    asked = table.organisation.invitations.get()
    table["owner"].post(f"{url}asked/{asked.pk}/withdraw/")
    assert Client().get(link).status_code == 410


def test_who_has_an_account_joins_with_it(table, link):
    table["other_organisation"].post(link)
    assert table.organisation.members.count() == 3
    assert User.objects.filter(name="N. Nieuw").count() == 0


@pytest.mark.parametrize("wrong", [{"password": "kort"}, {"name": ""}])
def test_what_is_wrong_is_said_and_the_link_still_works(link, wrong):
    assert Client().post(link, {**TOLD, **wrong}).status_code == 422
    assert Client().post(link, TOLD).status_code == 302


def test_an_organisation_keeps_an_administrator(table, url):
    own = table.organisation.members.get(role="admin")
    table["owner"].post(f"{url}members/{own.pk}/remove/")
    assert table.organisation.members.filter(role="admin").exists()


def test_who_is_removed_opens_nothing_any_more(table, url):
    colleague = table.organisation.members.get(role="member")
    table["owner"].post(f"{url}members/{colleague.pk}/remove/")
    assert table["colleague"].get("/agreements/new/").status_code == 404


def test_a_new_organisation(table):
    response = table["admin"].post("/organisations/", {"name": "Stad Zuid", "email": "a@zuid.example"})
    new = Client()
    new.post(_LINK.search(response.content.decode())[1], {**TOLD, "email": "a@zuid.example"})
    assert Organisation.objects.get(slug="stad-zuid").members.get().role == "admin"
    assert table.organisation.name not in new.get("/").content.decode()


def test_own_data(table):
    table["reader"].get(table.url())
    told = table["reader"].get("/account/data/").json()
    assert told["seats"][0]["agreement"] == "Vergunningenloket"
    assert told["log"][0]["what"] == "looked"
    assert "owner" not in str(told["email"])


def test_being_forgotten(table):
    user = table.seats["reader"].user
    table["reader"].post(table.url(f"promises/{table.promise('99,5%').key}/ask/"), {"text": "Hoe?"})
    assert table["reader"].post("/account/leave/", {"email": "iets@anders.example"}).status_code == 422
    assert table["reader"].post("/account/leave/", {"email": user.email}).status_code == 302
    assert not User.objects.filter(pk=user.pk).exists()
    seat = Membership.objects.get(pk=table.seats["reader"].pk)
    assert (seat.email, seat.user, seat.removed is not None) == ("", None, True)
    assert str(Question.objects.get().asked_by) == "Reader"


def test_the_last_owner_of_a_side_stays(table):
    user = table.seats["owner"].user
    assert table["owner"].post("/account/leave/", {"email": user.email}).status_code == 409
    assert User.objects.filter(pk=user.pk).exists()

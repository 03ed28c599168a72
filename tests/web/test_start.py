"""The way in: one link makes the first administrator, and works once."""

import pytest
from django.test import Client

from klaar.web.people.first import make_first_link, needs_first
from klaar.web.people.models import User

pytestmark = pytest.mark.django_db

TOLD = {
    "name": "S. Bakker",
    "organisation": "Gemeente Waterrijk",
    "email": "S.Bakker@waterrijk.example",
    "password": "een zin die ik onthoud",
}


@pytest.fixture
def link():
    return f"/start/{make_first_link()}/"


def test_first_administrator(client, link):
    response = client.post(link, TOLD, follow=True)
    assert response.status_code == 200
    user = User.objects.get()
    assert (user.email, user.is_admin) == ("s.bakker@waterrijk.example", True)
    assert user.memberships.get().organisation.slug == "gemeente-waterrijk"
    assert not needs_first()
    assert response.context["user"] == user


def test_the_link_works_once(link):
    Client().post(link, TOLD)
    assert Client().get(link).status_code == 410
    assert Client().post(link, {**TOLD, "email": "other@waterrijk.example"}).status_code == 410
    assert User.objects.count() == 1


def test_a_new_link_ends_the_old_one(client, link):
    newer = f"/start/{make_first_link()}/"
    assert client.get(link).status_code == 404
    assert client.get(newer).status_code == 200


@pytest.mark.parametrize(
    "wrong", [{"password": "kort"}, {"email": "geen adres"}, {"name": ""}, {"organisation": ""}]
)
def test_what_is_wrong_is_said_and_nothing_is_kept(client, link, wrong):
    response = client.post(link, {**TOLD, **wrong})
    assert response.status_code == 422
    assert b"errorlist" in response.content
    assert b"S. Bakker" in response.content or "name" in wrong
    assert not User.objects.exists()


def test_guessing_is_stopped(client):
    told = [client.get(f"/start/{'x' * 32}/").status_code for _ in range(32)]
    assert told[0] == 404
    assert told[-1] == 429


def test_signing_in_and_out(client, link):
    client.post(link, TOLD)
    client.post("/account/logout/")
    assert client.get("/").status_code == 302
    client.post("/account/login/", {"login": TOLD["email"], "password": TOLD["password"]})
    assert client.get("/").status_code == 200


def test_guessing_a_password_is_stopped(client, link):
    client.post(link, TOLD)
    client.post("/account/logout/")
    for _ in range(6):
        client.post("/account/login/", {"login": TOLD["email"], "password": "another sentence entirely"})
    client.post("/account/login/", {"login": TOLD["email"], "password": TOLD["password"]})
    assert client.get("/").status_code == 302


def test_nobody_signs_up_by_themselves(client):
    client.post("/account/signup/", {"email": "x@y.example", "password1": TOLD["password"]})
    assert not User.objects.exists()


def test_language_is_chosen_and_kept(client, link):
    client.post(link, TOLD)
    client.post("/language/", {"language": "nl", "next": "/"})
    assert 'lang="nl"' in client.get("/").content.decode()
    assert User.objects.get().language == "nl"


def test_language_does_not_lead_elsewhere(client):
    response = client.post("/language/", {"language": "nl", "next": "https://elsewhere.example/"})
    assert response.headers["Location"] == "/"

"""The pages of keys and webhooks: shown once, only the own, withdrawn at once."""

import re
import socket

import pytest
from django.test import Client

from klaar.web.api.hooks.signing import secret_of
from klaar.web.api.models import ApiToken, Webhook
from klaar.web.store.models import AuditEntry

pytestmark = pytest.mark.django_db


def make_key(table, person="owner", **more):
    told = {
        "name": "Register",
        "organisation": table.organisation.pk,
        "scopes": ["read"],
        "days": "90",
        **more,
    }
    return table[person].post("/account/keys/new/", told)


def use(secret):
    return Client().get("/api/v1/agreements", headers={"authorization": f"Bearer {secret}"})


def test_a_key_is_shown_once_kept_as_a_hash_and_withdrawn(table):
    page = make_key(table)
    secret = re.search(r"klaar_[\w-]{43}", page.content.decode())[0]
    assert page.headers["Cache-Control"] == "no-store, private"
    assert use(secret).status_code == 200
    kept = ApiToken.objects.get()
    assert secret not in str(ApiToken.objects.values().get())
    assert secret not in table["owner"].get("/account/keys/").content.decode()
    assert AuditEntry.objects.get(what="key_made").detail == {"key": kept.start}
    table["owner"].post(f"/account/keys/{kept.pk}/withdraw/")
    assert use(secret).status_code == 401


def test_nobody_withdraws_or_sees_the_key_of_another(table):
    make_key(table)
    kept = ApiToken.objects.get()
    table["signer"].post(f"/account/keys/{kept.pk}/withdraw/")
    kept.refresh_from_db()
    assert kept.revoked is None
    assert b"Register" not in table["signer"].get("/account/keys/").content


@pytest.mark.parametrize(
    "wrong", [{"name": ""}, {"scopes": []}, {"scopes": ["sign"]}, {"days": "100000"}, {"organisation": 0}]
)
def test_a_key_without_a_purpose_a_scope_or_an_end_is_not_made(table, wrong):
    assert make_key(table, **wrong).status_code == 422
    assert not ApiToken.objects.exists()


def test_a_key_is_made_only_for_where_someone_belongs_or_sits(table):
    assert make_key(table, "other_side").status_code == 200
    assert make_key(table, "other_organisation").status_code == 422


def test_an_address_is_set_shows_its_secret_once_and_ends(table, monkeypatch):
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, port, **more: [(2, 1, 6, "", ("93.184.216.34", port))]
    )
    told = {"url": "https://register.example.org/klaar", "organisation": table.organisation.pk}
    page = table["owner"].post("/account/webhooks/new/", told)
    made = Webhook.objects.get()
    assert secret_of(made) in page.content.decode()
    listed = table["owner"].get("/account/webhooks/").content.decode()
    assert "register.example.org" in listed
    assert "whsec_" not in listed
    table["signer"].post(f"/account/webhooks/{made.pk}/end/")
    assert Webhook.objects.filter(ended=None).exists()
    table["owner"].post(f"/account/webhooks/{made.pk}/end/")
    assert not Webhook.objects.filter(ended=None).exists()


@pytest.mark.parametrize(
    "url", ["http://register.example.org/", "https://localhost/", "https://10.0.0.1/", "x"]
)
def test_an_address_inside_or_in_the_clear_is_not_set(table, url):
    told = {"url": url, "organisation": table.organisation.pk}
    assert table["owner"].post("/account/webhooks/new/", told).status_code == 422
    assert not Webhook.objects.exists()


def test_keys_are_among_the_own_data_without_their_secrets(table):
    make_key(table)
    told = table["owner"].get("/account/data/").json()
    assert [each["name"] for each in told["keys"]] == ["Register"]
    assert ApiToken.objects.get().sha256 not in str(told)

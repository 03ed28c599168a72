"""What every answer says about itself, and what a form needs."""

import re

import pytest
from django.test import Client
from tests.web.addresses import fill

from klaar.web.guard.checks import routes

pytestmark = pytest.mark.django_db
_INLINE = re.compile(rb"<style|\sstyle=|\son\w+=|javascript:", re.I)
_SCRIPT = re.compile(rb"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/json\")", re.I)


def test_no_page_has_script_or_style_in_it(table):
    wrong = []
    for route in routes():
        response = table["owner"].get(fill(route, table))
        content = b"" if response.streaming else response.content
        if response.headers.get("Content-Type", "").startswith("text/html"):
            wrong += [
                (route.name, found[0])
                for found in (_INLINE.search(content), _SCRIPT.search(content))
                if found
            ]
    assert wrong == []


def test_headers(table):
    headers = table["owner"].get(table.url()).headers
    assert "script-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store, private"
    assert headers["Referrer-Policy"] == "same-origin"


def test_cookies(table, settings):
    cookie = table["owner"].post("/language/", {"language": "nl"}).cookies["django_language"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.CSRF_COOKIE_HTTPONLY


def test_a_form_from_elsewhere_changes_nothing(table):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = table["owner"].cookies
    promise = table.promise("testgegevens")
    response = strict.post(table.url(f"promises/{promise.key}/strike/"), {f"revision-{promise.key}": "1"})
    promise.refresh_from_db()
    assert response.status_code == 403
    assert not promise.is_struck


@pytest.mark.parametrize(
    ("error", "status"),
    [(OSError(28, "full"), 507), (ValueError("x"), 500)],
)
def test_what_goes_wrong_gets_a_page_of_its_own(table, monkeypatch, error, status):
    def wrong(*args, **kwargs):
        raise error

    monkeypatch.setattr("klaar.web.table.views.glance_at", wrong)
    table["owner"].raise_request_exception = False
    response = table["owner"].get(table.url())
    assert response.status_code == status
    assert b"Er is niets opgeslagen" in response.content

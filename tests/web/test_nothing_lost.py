"""What someone wrote is not lost when it cannot be saved, and nothing is half saved."""

import socket
from urllib.parse import urlsplit

import pytest
from django.test import Client

from klaar.web.store.models import Question

pytestmark = pytest.mark.django_db
WORDS = "Hoeveel dossiers zijn dat, en welke?"


def _full(*args, **kwargs):
    raise OSError(28, "No space left on device")


def test_a_full_disk_shows_what_was_written(table, monkeypatch):
    monkeypatch.setattr("klaar.web.agree.listen.views.threads.ask", _full, raising=False)
    monkeypatch.setattr("klaar.web.store.models.Question.objects.create", _full)
    table["owner"].raise_request_exception = False
    response = table["owner"].post(table.url(f"promises/{_key(table)}/ask/"), {"text": WORDS})
    assert response.status_code == 507
    assert WORDS in response.content.decode()
    assert not Question.objects.exists()


def test_a_form_of_an_old_session_shows_what_was_written(table):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = table["owner"].cookies
    response = strict.post(table.url(f"promises/{_key(table)}/ask/"), {"text": WORDS})
    assert response.status_code == 403
    assert WORDS in response.content.decode()


def test_a_signed_table_shows_what_was_written_and_the_way_back(table):
    key = _key(table)
    table.version.state = "sealed"
    table.version.save()
    response = table["owner"].post(table.url(f"promises/{key}/ask/"), {"text": WORDS})
    assert response.status_code == 409
    assert WORDS in response.content.decode()
    assert table.url(f"promises/{key}/") in response.content.decode()


def test_passwords_are_never_shown_again(table):
    strict = Client(enforce_csrf_checks=True)
    response = strict.post("/account/login/", {"login": "x@y.example", "password": "een lange zin van mij"})
    assert b"een lange zin van mij" not in response.content


def test_who_corrects_second_keeps_the_form_and_sees_what_changed(table):
    promise = table.promise("betaalt facturen")
    form = {
        "bearer": "client", "kind": "obligation", "deadline_kind": "within", "deadline_amount": "14",
        "deadline_unit": "D", "deadline_words": "binnen 30 dagen", "revision": str(promise.revision),
    }  # fmt: skip
    address = table.url(f"promises/{promise.key}/correct/")
    assert table["owner"].post(address, form).status_code == 302
    second = table["signer"].post(address, form | {"consequence": "dan volgt rente over de tijd"})
    text = second.content.decode()
    assert second.status_code == 409
    assert "dan volgt rente over de tijd" in text
    assert "<ins>" in text
    assert f'name="revision" value="{promise.revision + 1}"' in text


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_breaks_halfway_saves_nothing(table, live_server):
    server = urlsplit(live_server.url)
    session = table["owner"].cookies["klaar"].value
    body = f"csrfmiddlewaretoken={'a' * 32}&text=Hoeveel"
    head = (
        f"POST {table.url(f'promises/{_key(table)}/ask/')} HTTP/1.1\r\nHost: {server.netloc}\r\n"
        f"Cookie: klaar={session}; csrftoken={'a' * 32}\r\nContent-Length: 5000\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    )
    with socket.create_connection((server.hostname, server.port)) as line:
        line.sendall((head + body).encode())
    assert not Question.objects.exists()
    assert table["owner"].get(table.url()).status_code == 200


def _key(table):
    return table.promise("testgegevens").key

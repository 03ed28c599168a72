"""Signing in through the own organisation (OpenID Connect), against a provider of our own on this machine."""

import json
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import timezone

from klaar.web.environment import SettingError
from klaar.web.people.making import make_organisation
from klaar.web.people.models import Member, MemberInvitation, User
from klaar.web.sign_in import read_sign_in

pytestmark = pytest.mark.django_db
PERSON = {"sub": "17", "email": "j.devries@waterrijk.example", "email_verified": True, "name": "J. de Vries"}


class Provider(BaseHTTPRequestHandler):
    """Answers what Keycloak, Entra ID and SURFconext answer, for one person."""

    def do_GET(self):
        here = f"http://127.0.0.1:{self.server.server_port}"
        ends = ("authorization", "token", "userinfo")
        known = {f"{name}_endpoint": f"{here}/{name}" for name in ends}
        self._tell(
            PERSON if self.path == "/userinfo" else {**known, "issuer": here, "jwks_uri": f"{here}/keys"}
        )

    def do_POST(self):
        sent = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        right = sent["code"] == ["good"]
        self._tell({"access_token": "x", "token_type": "Bearer"} if right else {"error": "invalid_grant"})

    def _tell(self, told):
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(told).encode())

    def log_message(self, *said):
        """Nothing is printed."""


@pytest.fixture
def provider(tmp_path, settings):
    """A provider that is set in a TOML file; its people belong to the organisation "Waterrijk"."""
    server = HTTPServer(("127.0.0.1", 0), Provider)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    file = tmp_path / "sign-in.toml"

    def told(organisation):
        file.write_text(
            '[[provider]]\nid = "gemeente"\nname = "Gemeente Waterrijk"\nclient_id = "klaar"\nsecret = "s"\n'
            f'server = "http://127.0.0.1:{server.server_port}"\norganisation = "{organisation}"\n'
        )
        settings.SOCIALACCOUNT_PROVIDERS = read_sign_in(file)

    yield told
    server.shutdown()
    server.server_close()


def _come_in(client, code="good"):
    begun = client.post("/account/oidc/gemeente/login/")
    state = parse_qs(urlsplit(begun.headers["Location"]).query)["state"][0]
    return client.get(f"/account/oidc/gemeente/login/callback/?code={code}&state={state}")


def test_who_comes_from_the_organisation_belongs_to_it(client, provider):
    organisation = make_organisation("Waterrijk")
    provider(organisation.slug)
    assert b"Gemeente Waterrijk" in client.get("/account/login/").content
    _come_in(client)
    user = User.objects.get()
    assert (user.email, user.name) == (PERSON["email"], "J. de Vries")
    assert Member.objects.get().organisation == organisation
    assert client.get("/").status_code == 200


def test_a_stranger_gets_no_account(client, provider):
    provider("")
    _come_in(client)
    assert not User.objects.exists()


def test_who_was_invited_comes_in(client, provider):
    provider("")
    organisation = make_organisation("Waterrijk")
    MemberInvitation.objects.create(
        organisation=organisation, email=PERSON["email"], expires=timezone.now() + timedelta(days=1)
    )
    _come_in(client)
    assert Member.objects.get().user.email == PERSON["email"]


def test_a_wrong_code_lets_nobody_in(client, provider):
    provider(make_organisation("Waterrijk").slug)
    assert _come_in(client, "bad").status_code in (200, 302, 401, 403)
    assert not User.objects.exists()


def test_an_incomplete_file_is_said(tmp_path):
    file = tmp_path / "sign-in.toml"
    file.write_text('[[provider]]\nid = "x"\n')
    with pytest.raises(SettingError, match="name, client_id, secret, server"):
        read_sign_in(file)

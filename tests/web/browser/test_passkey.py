"""A passkey, made and used in a browser with a key that Chromium plays."""

import re

import pytest
from playwright.sync_api import expect

from klaar.web.people.making import make_user

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "een zin die ik onthoud"


def test_a_passkey_is_added_and_signs_in(person, settings):
    settings.SESSION_COOKIE_SECURE = False
    make_user("s.bakker@waterrijk.example", "S. Bakker", PASSWORD)
    page = person("nl")
    keys = page.context.new_cdp_session(page)
    keys.send("WebAuthn.enable")
    told = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True}
    told |= {"hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True}
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": told})
    page.goto("/account/login/")
    page.fill("[name=login]", "s.bakker@waterrijk.example")
    page.fill("[name=password]", PASSWORD)
    page.click("main button.main")
    page.goto("/account/2fa/webauthn/add/")
    if "/reauthenticate/" in page.url:
        page.fill("[name=password]", PASSWORD)
        page.click("main button.main")
    page.fill("[name=name]", "Mijn laptop")
    page.check("[name=passwordless]")
    page.click("#mfa_webauthn_add.main")
    page.wait_for_url(re.compile("/2fa/(recovery|webauthn/$)"))
    page.context.clear_cookies()
    page.goto("/account/login/")
    page.click("#passkey_login")
    expect(page.get_by_role("link", name="Afmelden")).to_be_visible()


def test_without_connection_the_form_stays_and_says_so(person, live_server):
    page = person("nl")
    page.goto("/account/login/")
    page.fill("[name=login]", "s.bakker@waterrijk.example")
    page.fill("[name=password]", PASSWORD)
    page.context.set_offline(True)
    page.click("main button.main")
    expect(page.get_by_text("Er is geen verbinding")).to_be_visible()
    assert page.input_value("[name=login]") == "s.bakker@waterrijk.example"

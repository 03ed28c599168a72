"""The whole way with two people in two browsers, from the upload to both signatures.

Without JavaScript too, and with the keyboard alone.
"""

import re
from contextlib import suppress

import pytest
from playwright.sync_api import Error, expect
from tests.web.browser.keyboard import keyboard_alone
from tests.web.seating import HERE

from klaar.web.jobs.run import run_waiting
from klaar.web.people.first import make_first_link
from klaar.web.store.models import Version

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("scripts", [True, False])
def test_two_people_from_upload_to_both_signatures(person, scripts, settings):
    settings.SESSION_COOKIE_SECURE = False
    _walk(person("nl", scripts=scripts), person("nl", scripts=scripts))


def test_the_whole_way_with_the_keyboard_alone(person, settings, monkeypatch):
    settings.SESSION_COOKIE_SECURE = False
    keyboard_alone(monkeypatch)
    _walk(person("nl"), person("nl"))


def _walk(client, supplier):
    _begin(client)
    _upload(client)
    _correct(client)
    _invite(client, supplier)
    _talk(client, supplier)
    for each in (client, supplier):
        _understand(each)
        _confirm(each)
        _sign(each)
    expect(client.get_by_text("tekenden")).to_have_count(0)
    client.reload()
    expect(client.get_by_text("Beide kanten tekenden")).to_be_visible()
    assert Version.objects.get().state == "sealed"


def _begin(page):
    page.goto(f"/start/{make_first_link()}/")
    page.get_by_label("Uw naam").fill("S. Bakker")
    page.get_by_label("Uw organisatie").fill("Gemeente Waterrijk")
    page.get_by_label("E-mailadres").fill("s.bakker@waterrijk.example")
    page.get_by_label("Wachtwoord").fill("een zin die ik onthoud")
    page.get_by_role("button", name="Beginnen").click()


def _upload(page):
    page.get_by_role("link", name="Nieuwe overeenkomst").first.click()
    page.locator("input[type=file]").set_input_files(HERE / "agreements" / "nl.txt")
    page.get_by_role("button", name="Lezen").click()
    page.wait_for_url("**/reading/*")
    run_waiting()
    with suppress(Error):  # with scripts the page may already be on its way there
        page.reload()
    page.wait_for_url("**/sides/*")
    page.get_by_label("Bij de klant").check()
    page.get_by_role("button", name="Naar de tafel").click()
    expect(page.get_by_role("heading", name="U doet")).to_be_visible()


def _promise(page, words):
    page.get_by_role("link", name="Wie doet wat").click()
    page.get_by_role("link", name=words).first.click()
    if not re.search(r"/promises/", page.url):
        page.get_by_role("link", name="Deze belofte openen").click()
    page.wait_for_url("**/promises/**")


def _correct(page):
    _promise(page, "betaalt facturen")
    page.get_by_role("link", name="Corrigeren", exact=True).click()
    page.get_by_label("Hoeveel").fill("14")
    page.get_by_label("Waarom wijzigt u dit?").fill("Zo staat het in de nota.")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_text("binnen 14 dagen").first).to_be_visible()


def _invite(page, guest):
    page.get_by_role("link", name="Mensen").click()
    page.get_by_label("Naam", exact=True).fill("R. Vermeer")
    page.get_by_label("Bij IT").check()
    page.get_by_label("Eigenaar: regelt").check()
    page.get_by_role("button", name="Maak de link").click()
    link = page.locator("main code").inner_text()
    guest.goto(link)
    guest.get_by_role("button", name="Naar de tafel").click()
    expect(guest.get_by_role("heading", name="U doet")).to_be_visible()


def _talk(client, supplier):
    _promise(supplier, "testgegevens")
    supplier.get_by_text("Ik heb een vraag").click()
    supplier.get_by_label("Wat wilt u weten?").fill("Hoeveel dossiers zijn dat?")
    supplier.get_by_role("button", name="Vragen", exact=True).click()
    client.get_by_role("link", name="Terug naar de mensen").click()
    client.get_by_role("link", name=re.compile(r"^Vragen\s*1$")).click()
    client.get_by_label("Uw antwoord").fill("Tien dossiers.")
    client.get_by_role("button", name="Antwoorden").click()
    supplier.reload()
    expect(supplier.get_by_text("Tien dossiers.")).to_be_visible()
    supplier.get_by_role("button", name="Dit is een antwoord").click()
    expect(supplier.locator("#talk").get_by_text("afgerond")).to_be_visible()


def _understand(page):
    page.get_by_role("link", name="Begrijpen").click()
    page.get_by_role("button", name="Beginnen").click()
    while True:
        page.locator("input[name=answer]").first.check()
        page.get_by_role("button", name="Antwoorden").click()
        further = page.get_by_role("link", name="Volgende vraag")
        if not further.count():
            break
        further.click()
    page.get_by_role("link", name="Klaar", exact=True).last.click()


def _confirm(page):
    page.get_by_role("link", name="Bevestigen").click()
    for _ in range(20):
        button = page.get_by_role("button", name="Dit doen wij").first
        if not button.count():
            break
        button.click()
    expect(page.get_by_text("Uw kant heeft alles bevestigd")).to_be_visible()


def _sign(page):
    page.get_by_role("link", name="Tekenen").click()
    page.get_by_label("Wij hebben begrepen").check()
    page.get_by_role("button", name="Tekenen").click()
    page.wait_for_url("**/confirm/*")

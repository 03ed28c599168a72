"""Two people of two sides in two browsers, and every page of keeping looked at by axe; without JavaScript."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from tests.web.browser.conftest import person  # noqa: F401 (a fixture)
from tests.web.keep.conftest import Keeping
from tests.web.seating import HERE, seat_all

axe = pytest.importorskip("axe_playwright_python.sync_playwright")
pytestmark = pytest.mark.django_db(transaction=True)

PAGES = (
    "", "all/", "days/", "chain/", "reminders/", "promises/KEY/", "promises/KEY/say/broken/",
    "promises/KEY/say/cause/", "promises/KEY/say/waiting/", "promises/KEY/say/moved/", "promises/KEY/sorry/",
    "promises/LEVEL/levels/",
)  # fmt: skip
METING = b"start,end,state\n2026-03-01 00:00,2026-03-10 09:00,up\n2026-03-10 09:00,2026-03-10 09:30,down\n2026-03-10 09:30,2026-04-01 00:00,up\n"


def _open(person, live_server, table, who, language, **more):  # noqa: F811
    page = person(language, **more)
    cookie = {"name": "klaar", "value": table[who].cookies["klaar"].value, "url": live_server.url}
    page.context.add_cookies([cookie])
    return page


@pytest.mark.parametrize(
    ("language", "dark", "width"),
    [("nl", False, 1280), ("en", True, 1280), ("nl", True, 320), ("en", False, 320)],
)
def test_no_page_of_keeping_shuts_anyone_out(person, live_server, readings, language, dark, width):  # noqa: F811
    table = seat_all(readings[language], HERE / "agreements" / f"{language}.txt")
    keeping = Keeping(table)
    key = table.version.promises.filter(bearer="it", due__isnull=False).first().key
    level = table.version.promises.filter(kind="service_level").first().key
    keeping.put(key, "owner", "broken", reason="Er is niets.")
    keeping.put(key, "other_side", "moved", to="2030-04-01", why="Ziekte.", asked_by="it")
    keeping.put(key, "owner", "cause", cause="delivery", reason="Te laat begonnen.")
    keeping.measure(level, METING)
    page = _open(person, live_server, table, "other_side", language, dark=dark, width=width, scripts=None)
    wrong = []
    for path in PAGES:
        page.goto(table.url("keep/" + path.replace("KEY", key).replace("LEVEL", level)))
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        found = axe.Axe().run(page).response["violations"]
        wrong += [(path, each["id"], each["nodes"][0]["html"][:160]) for each in found]
        wide = page.evaluate("document.documentElement.scrollWidth")
        wrong += [(path, "sticks out", wide)] if wide > width else []
    assert wrong == []


def test_moved_broken_apologised_and_made_good_by_two_people(person, live_server, readings):  # noqa: F811
    table = seat_all(readings["nl"], HERE / "agreements" / "nl.txt")
    client = _open(person, live_server, table, "owner", "nl", scripts=False)
    supplier = _open(person, live_server, table, "other_side", "nl", scripts=False)
    address = table.url(f"keep/promises/{table.promise('levert het Systeem').key}/")
    _move(supplier, address)
    _break(client, address)
    _apologise(supplier, address)
    _make_good(client, address)
    expect(supplier.get_by_text("Wat er gebeurde", exact=True)).to_be_visible()
    supplier.reload()
    expect(supplier.get_by_text("goedgemaakt op").first).to_be_visible()
    kinds = [event.kind for event in Keeping(table).store.events()]
    assert kinds == ["moved", "broken", "apologised", "made_good"]


def _move(page, address):
    page.goto(address)
    page.get_by_role("link", name="De datum verschuift").click()
    page.get_by_label("Naar welke dag").fill((timezone.localdate() + timedelta(days=1)).isoformat())
    page.get_by_label("Waarom").fill("Het testen loopt uit.")
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.get_by_text("Het testen loopt uit.").first).to_be_visible()


def _break(page, address):
    page.goto(address)
    expect(page.get_by_text("Het testen loopt uit.").first).to_be_visible()
    page.get_by_role("link", name="Het is niet nagekomen").click()
    page.get_by_label("Reden").fill("Er is niets geleverd.")
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.get_by_text("niet nagekomen").first).to_be_visible()


def _apologise(page, address):
    page.goto(address)
    page.get_by_role("link", name="De excuusbrief schrijven").click()
    page.get_by_role("button", name="Vastleggen dat hij verstuurd is").click()
    expect(page.get_by_text("Hij is niet verstuurd")).to_be_visible()
    soon = (timezone.localdate() + timedelta(days=30)).isoformat()
    for label, words in {
        "Wat het voor hen betekende": "U kon geen vergunningen geven.",
        "Wat ons deel was": "Wij begonnen te laat met testen.",
        "Wat wij nu doen": "Wij leveren het systeem alsnog op.",
        "Op welke dag dat klaar is": soon,
        "Hoe het kon gebeuren": "Wij planden te krap.",
        "Wat wij veranderen": "Wij testen voortaan elke week.",
        "Op welke dag dat geregeld is": soon,
        "Wie zij kunnen bereiken": "R. Vermeer, 010",
        "Wanneer het beloofd is": "2026-05-04",
        "De nieuwe datum": soon,
    }.items():
        page.get_by_label(label).fill(words)
    page.get_by_role("button", name="Vastleggen dat hij verstuurd is").click()
    expect(page.get_by_text("er is sorry gezegd")).to_be_visible()
    expect(page.get_by_role("link", name="Wij leveren het systeem alsnog op.")).to_be_visible()


def _make_good(page, address):
    page.goto(address)
    page.get_by_role("link", name="Ja, of nog niet").click()
    page.get_by_label("Ja, hiermee is het goedgemaakt").check()
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.get_by_text("goedgemaakt op").first).to_be_visible()

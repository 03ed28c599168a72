"""The pages about dates in a browser: axe finds nothing, nothing sticks out, and no script is needed."""

import pytest
from tests.web.dates.bringing import SLOW, brought, csv_of, event, tell_events
from tests.web.seating import HERE, seat_all

axe = pytest.importorskip("axe_playwright_python.sync_playwright")
pytestmark = pytest.mark.django_db(transaction=True)

DELIVERY = {"nl": "levert het Systeem", "en": "deliver the System"}
DATA = {"nl": "testgegevens", "en": "test data"}


@pytest.fixture
def browser_at(chromium, live_server):
    """Opens pages as someone at the table, without scripts of our own being needed."""
    opened = []

    def open_for(table, person, language, *, dark=False, width=1280, scripts=True):
        context = chromium.new_context(
            base_url=live_server.url,
            locale=language,
            color_scheme="dark" if dark else "light",
            viewport={"width": width, "height": 900},
            java_script_enabled=scripts,
            bypass_csp=True,
        )
        context.set_default_timeout(60_000)
        session = table[person].cookies["klaar"].value
        context.add_cookies([{"name": "klaar", "value": session, "url": live_server.url}])
        opened.append(context)
        return context.new_page()

    yield open_for
    for context in opened:
        context.close()


def tickets():
    """Work that was done, three items a week."""
    rows = (
        f"2026-{month:02}-01;2026-{month:02}-{day:02}" for month in range(1, 11) for day in range(1, 29, 2)
    )
    return "start;done\n" + "\n".join(rows) + "\n"


def seated(readings, language):
    """An agreement with a history, a link between two promises, and something proposed."""
    table = seat_all(readings[language], HERE / "agreements" / f"{language}.txt")
    delivery, data = table.promise(DELIVERY[language]), table.promise(DATA[language])
    history = brought(table, csv_of(SLOW))
    work = brought(table, tickets(), kind="work", name="Tickets")
    tell_events(table, [event(delivery, "waiting", "2026-11-20", on=data.key)])
    table["owner"].post(table.url("dates/history/"), {"side": "it", "history": f"import:{history.pk}"})
    table["owner"].post(table.url("dates/least/"), {"percent": "70"})
    page = table["owner"].get(table.url(f"promises/{delivery.key}/date/"))
    shown = page.context["told"].shown
    table["other_side"].post(
        table.url(f"promises/{delivery.key}/date/choose/"), {"forecast": shown.pk, "level": "80"}
    )
    own = f"/organisations/{table.organisation.slug}/histories/"
    addresses = {
        "dates": table.url("dates/"),
        "together": table.url("dates/together/?seed=1&by=2027-06-01"),
        "record": table.url("dates/record/"),
        "promise": table.url(f"promises/{delivery.key}/date/"),
        "undated": table.url(f"promises/{table.version.promises.filter(due=None).first().key}/date/"),
        "wrong": table.url(f"promises/{delivery.key}/date/?start=x&by=2027-01-01&history=ledger"),
        "histories": own,
        "history": f"{own}{history.pk}/",
        "work": f"{own}{work.pk}/?count=20&by=2027-06-01&today=2026-11-01&seed=1",
    }
    return table, addresses


@pytest.mark.parametrize(
    ("language", "dark", "width"),
    [("nl", False, 1280), ("en", True, 1280), ("nl", True, 320), ("en", False, 320)],
)
def test_no_page_shuts_anyone_out(browser_at, readings, language, dark, width):
    table, addresses = seated(readings, language)
    page = browser_at(table, "owner", language, dark=dark, width=width)
    wrong = []
    for name, address in addresses.items():
        page.goto(address)
        found = axe.Axe().run(page).response["violations"]
        wrong += [(name, each["id"], each["nodes"][0]["html"][:160]) for each in found]
        wide = page.evaluate("document.documentElement.scrollWidth")
        wrong += [(name, "sticks out", wide)] if wide > width else []
    assert wrong == []


def test_two_sides_choose_a_day_without_scripts(browser_at, readings):
    table, addresses = seated(readings, "nl")
    client = browser_at(table, "owner", "nl", scripts=False)
    client.goto(addresses["promise"])
    client.get_by_role("button", name="Accepteren").click()
    client.get_by_label("De gewenste datum").fill("2027-09-01")
    client.get_by_role("button", name="Toon de kans").click()
    assert "1 september 2027 wordt gehaald" in client.locator(".verdict").inner_text()
    supplier = browser_at(table, "other_side", "nl", scripts=False)
    supplier.goto(addresses["promise"])
    assert "door beide kanten gekozen" in supplier.locator("#choose").inner_text()

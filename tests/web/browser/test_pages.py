"""Every page in both languages, in light and dark, small and wide: axe finds nothing, nothing sticks out."""

import pytest
from tests.web.seating import HERE, seat_all

from klaar.web.store.models import Question

axe = pytest.importorskip("axe_playwright_python.sync_playwright")
pytestmark = pytest.mark.django_db(transaction=True)

PAGES = (
    "", "promises/KEY/", "promises/KEY/correct/", "promises/KEY/split/", "promises/KEY/join/", "source/0/0/",
    "source/0/0/add/?words=Openingstijd:", "words/?word=escrow", "before-signing/", "not-covered/", "questions/",
    "understand/", "confirm/", "sign/", "changes/", "people/", "corrections/", "versions/", "take/", "log/", "end/",
)  # fmt: skip
AROUND = (
    "/", "/agreements/new/", "/account/login/", "/account/2fa/", "/account/password/change/", "/account/email/",
    "/account/sessions/", "/account/password/reset/", "/nowhere/", "/organisations/gemeente-waterrijk/", "/organisations/gemeente-waterrijk/looks/", "/account/leave/", "/account/keys/", "/account/keys/new/",
    "/account/webhooks/", "/account/webhooks/new/",
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "dark", "width"),
    [("nl", False, 1280), ("en", True, 1280), ("nl", True, 320), ("en", False, 320)],
)
def test_no_page_shuts_anyone_out(person, live_server, readings, language, dark, width):
    table = seat_all(readings[language], HERE / "agreements" / f"{language}.txt")
    promise = table.version.promises.filter(bearer="client").first()
    Question.objects.create(
        version=table.version, promise=promise, text="?", side="it", asked_by=table.seats["link"]
    )
    page = person(language, dark=dark, width=width, scripts=None)
    session = table["owner"].cookies["klaar"].value
    page.context.add_cookies([{"name": "klaar", "value": session, "url": live_server.url}])
    wrong = []
    for path in (*AROUND, *(table.url(each.replace("KEY", promise.key)) for each in PAGES)):
        page.goto(path)
        found = axe.Axe().run(page).response["violations"]
        wrong += [(path, each["id"], each["nodes"][0]["html"][:120]) for each in found]
        wide = page.evaluate("document.documentElement.scrollWidth")
        wrong += [(path, "sticks out", wide)] if wide > width else []
    assert wrong == []

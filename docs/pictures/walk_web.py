"""The way of two people through Klaar, from the first link to both signatures, each page photographed."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

from playwright.sync_api import Page, expect

AGREEMENTS = Path(__file__).parents[2] / "tests" / "web" / "agreements"
SAID = {
    "nl": {
        "name": "S. Bakker",
        "organisation": "Gemeente Waterrijk",
        "guest": "R. Vermeer",
        "ask": "Hoeveel dossiers zijn dat?",
        "answer": "Tien dossiers, van elk soort twee.",
        "change": "Graag twee weken later",
        "note": "Eerst overleggen met Informatiebeheer.",
        "reservation": "Zodra wij de lijst van u hebben.",
        "word": "escrow",
    },
    "en": {
        "name": "S. Baker",
        "organisation": "Waterbridge Council",
        "guest": "R. Farmer",
        "ask": "How many files is that?",
        "answer": "Ten files, two of each sort.",
        "change": "Two weeks later, please",
        "note": "Talk to records management first.",
        "reservation": "As soon as we have your list.",
        "word": "escrow",
    },
}
Shot = Callable[[Page, str], None]


class Links(NamedTuple):
    """The first link, that with which the other side came in, and a page of the signed agreement."""

    first: str
    joined: str
    sealed: str


def walk(own: Page, guest: Page, link: str, language: str, shot: Shot) -> float:
    """Go all the way; gives the seconds from the first link to the table of the example."""
    said = SAID[language]
    seconds = _begin(own, link, said, shot)
    _look(own, said, shot)
    _put(own, language, shot)
    joined = _invite(own, guest, said, shot)
    _talk(own, guest, said, shot)
    _correct(own, said, shot)
    for person, name in ((own, "client"), (guest, "it")):
        _understand(person, shot if name == "client" else _none)
        _confirm(person, said, shot if name == "client" else _none)
        _sign(person, shot if name == "client" else _none)
    _after(own, shot)
    sealed = own.url
    _rest(own, shot)
    _around(own, said, shot)
    _refused(own, guest, Links(link, joined, sealed), shot)
    return seconds


def _none(page: Page, name: str) -> None:
    """Of the second person no pictures: the pages are the same."""


def _begin(page: Page, link: str, said: dict[str, str], shot: Shot) -> float:
    began = time.monotonic()
    page.goto(link)
    shot(page, "first-start")
    page.fill("[name=name]", said["name"])
    page.fill("[name=organisation]", said["organisation"])
    page.fill("[name=email]", "s@waterrijk.example")
    page.fill("[name=password]", "a sentence to remember")
    page.click("main button.main")
    shot(page, "nothing-yet")
    page.click("form[action$='/example/'] button")
    page.wait_for_selector("#progress")
    shot(page, "reading")
    page.wait_for_selector("form.filter, [name=title]")
    if page.url.endswith("/sides/"):
        shot(page, "who-is-who")
        page.click("main button.main")
    page.wait_for_selector("form.filter")
    return time.monotonic() - began


def _look(page: Page, said: dict[str, str], shot: Shot) -> None:
    table = page.url
    page.wait_for_timeout(1500)
    page.reload()
    shot(page, "table")
    page.click(".lane.own .card h3 a >> nth=1")
    page.wait_for_selector("#source blockquote")
    shot(page, "table-with-source")
    page.goto(f"{table}?view=it")
    shot(page, "table-other-view")
    page.goto(f"{table}?words=qqq")
    shot(page, "table-nothing-found")
    page.goto(table)
    page.click(".lane.own .card h3 a >> nth=0")
    page.click("#source a.main")
    page.wait_for_selector("#talk")
    shot(page, "promise")
    page.click("#source a[href*='/source/']")
    shot(page, "page-of-the-source")
    for below in ("before-signing/", "not-covered/", f"words/?word={said['word']}", "take/"):
        page.goto(urljoin(table, below))
        shot(page, below.split("/")[0])


def _put(page: Page, language: str, shot: Shot) -> None:
    page.goto(urljoin(page.url, "/agreements/new/"))
    shot(page, "new-agreement")
    page.set_input_files("input[type=file]", AGREEMENTS / f"{language}.txt")
    page.click("main button.main")
    page.wait_for_selector("[name=title]")
    page.check("[name=side][value=client]")
    shot(page, "who-is-who")
    page.click("main button.main")
    page.wait_for_selector("form.filter")
    page.wait_for_timeout(1500)


def _tab(page: Page, below: str) -> None:
    page.click(f".way a[href$='{below}'], .around a[href$='{below}']")


def _invite(page: Page, guest: Page, said: dict[str, str], shot: Shot) -> str:
    _tab(page, "/people/")
    shot(page, "people")
    page.fill("[name=name]", said["guest"])
    page.check("[name=side][value=it]")
    page.check("[name=role][value=owner]")
    page.click("main button.main")
    shot(page, "link-made")
    joined = page.locator("main code").inner_text()
    guest.goto(joined)
    shot(guest, "link-opened")
    guest.click("main button.main")
    guest.wait_for_selector("form.filter")
    shot(guest, "table-of-the-other-side")
    return joined


def _talk(own: Page, guest: Page, said: dict[str, str], shot: Shot) -> None:
    guest.click(".lane.across .card h3 a >> nth=0")
    guest.click("#source a.main")
    guest.click("#talk summary >> nth=0")
    guest.fill("#ask-text", said["ask"])
    guest.click("#talk form:has(#ask-text) button")
    own.goto(urljoin(own.url, "/"))
    own.click(".card h2 a >> nth=0")
    _tab(own, "/questions/")
    own.fill("main textarea >> nth=0", said["answer"])
    shot(own, "questions")
    own.click("main form:has(textarea) button >> nth=0")
    guest.reload()
    shot(guest, "answered")


def _correct(page: Page, said: dict[str, str], shot: Shot) -> None:
    _tab(page, "/agreements/" + page.url.split("/agreements/")[1].split("/")[0] + "/")
    page.click(".lane.own .card h3 a >> nth=0")
    page.click("#source a.main")
    promise = page.url
    page.click("summary:has(~ form #note-text)")
    page.fill("#note-text", said["note"])
    page.click("form:has(#note-text) button")
    for below in ("correct/", "split/", "join/"):
        page.goto(urljoin(promise, below))
        shot(page, below.strip("/"))
    page.goto(urljoin(promise, "correct/"))
    page.fill("[name=why]", said["note"])
    page.fill("[name=consequence]", said["reservation"])
    page.click("main form button.main")
    page.goto(promise)
    page.click("summary:has(~ form [name=what])")
    page.fill("[name=what]", said["change"])
    page.click("form:has([name=what]) button")
    page.goto(promise)
    shot(page, "promise-talked-about")
    for tab in ("changes", "corrections"):
        _tab(page, f"/{tab}/")
        shot(page, tab)


def _understand(page: Page, shot: Shot) -> None:
    _tab(page, "/understand/")
    shot(page, "understand")
    page.click("main form button")
    first = True
    while True:
        if first:
            shot(page, "check")
        page.check("input[name=answer] >> nth=0")
        page.click("main form button.main")
        if first:
            shot(page, "check-answered")
        first = False
        page.click("main .row a.main")
        if page.url.endswith("/understand/"):
            break
    shot(page, "understood")


def _confirm(page: Page, said: dict[str, str], shot: Shot) -> None:
    _tab(page, "/confirm/")
    shot(page, "confirm")
    if shot is not _none:
        page.click("main summary >> nth=0")
        page.fill("textarea[name=reservation] >> nth=0", said["reservation"])
    for _ in range(40):
        button = page.locator("form:has(textarea[name=reservation]) button.main")
        if not button.count():
            break
        button.first.click()
    shot(page, "confirmed")


def _sign(page: Page, shot: Shot) -> None:
    page.goto(urljoin(page.url.split("?")[0], "../sign/"))
    shot(page, "sign")
    page.fill("[name=name]", page.input_value("[name=name]") or "R. Vermeer")
    page.check("[name=knows]")
    page.click("form:has([name=knows]) button.main")
    expect(page.locator("main .soft, main .note, main li").first).to_be_visible()


def _after(page: Page, shot: Shot) -> None:
    page.reload()
    shot(page, "both-signed")
    _tab(page, "/versions/")
    shot(page, "versions")
    here = page.url
    for below in ("../log/", "../end/"):
        page.goto(urljoin(here, below))
        shot(page, below.strip("./"))


def _rest(page: Page, shot: Shot) -> None:
    """The steps of the way that were not on it: what comes after signing."""
    for step in ("dates", "keep"):
        page.click(f".way a[href*='/{step}']")
        shot(page, step)


def _around(page: Page, said: dict[str, str], shot: Shot) -> None:
    for path in ("/", "/organisations/", "/account/sessions/", "/account/2fa/", "/account/password/change/",
                 "/account/email/", "/account/leave/", "/account/logout/"):  # fmt: skip
        page.goto(urljoin(page.url, path))
        shot(page, path.strip("/").replace("/", "-") or "agreements")
    page.goto(urljoin(page.url, "/"))
    organisation = page.locator(".top a[href^='/organisations/']").first.get_attribute("href")
    page.goto(urljoin(page.url, organisation or "/"))
    shot(page, "organisation")
    page.goto(urljoin(page.url, "looks/"))
    shot(page, "organisation-colours")


def _refused(page: Page, guest: Page, links: Links, shot: Shot) -> None:
    page.goto(urljoin(links.first, "/agreements/new/"))
    torn = {"name": "x.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 torn"}
    page.set_input_files("input[type=file]", torn)  # type: ignore[arg-type]
    page.click("main button.main")
    page.wait_for_selector("main .note.wrong")
    shot(page, "not-readable")
    page.goto(urljoin(links.first, "/nowhere/"))
    shot(page, "not-there")
    page.goto(links.sealed)
    _tab(page, "/people/")
    page.click("form[action$='/revoke/'] button")
    guest.goto(links.joined)
    shot(guest, "link-withdrawn")
    guest.context.clear_cookies()
    guest.goto(links.first)
    shot(guest, "link-used")
    guest.goto(urljoin(links.first, "/join/a.b.c/"))
    shot(guest, "link-unknown")
    guest.goto(urljoin(links.first, "/account/login/"))
    shot(guest, "sign-in")
    guest.goto(urljoin(links.first, "/account/password/reset/"))
    shot(guest, "password-forgotten")

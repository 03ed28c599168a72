"""The web page in a real browser: two sheets a side, nothing that axe finds, no script, nothing fetched."""

import re
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from tests.brief.made import page_of

axe = pytest.importorskip("axe_playwright_python.sync_playwright")

CASES = [
    ("zaaksysteem", "client", "nl"),
    ("zaaksysteem", "it", "en"),
    ("permit-desk", "client", "en"),
    ("permit-desk", "it", "nl"),
]
MOST_SHEETS = 2
SHORTER = """document.querySelectorAll('details.annex').forEach(
    annex => [...annex.querySelectorAll('tr')].slice(20).forEach(row => row.remove()))"""
"""Keeps twenty rows of each annex: the rest is made of the same."""


@pytest.fixture
def open_page(chromium: Any, tmp_path: Path) -> Any:
    """Opens a page from a file, as a reader does who got it by mail."""

    def opened(data: bytes, **context: Any) -> Any:
        file = tmp_path / "brief.html"
        file.write_bytes(data)
        page = chromium.new_context(offline=True, **context).new_page()
        page.goto(file.as_uri())
        return page

    return opened


@pytest.mark.parametrize(("name", "side", "language"), CASES)
def test_it_prints_on_two_sheets(open_page: Any, name: str, side: Any, language: str) -> None:
    printed = open_page(page_of(name, side, language)).pdf(prefer_css_page_size=True)
    assert len(pypdfium2.PdfDocument(printed)) <= MOST_SHEETS


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("side", "language"), [("client", "nl"), ("it", "en")])
def test_axe_finds_nothing(open_page: Any, side: Any, language: str, scheme: str) -> None:
    page = open_page(page_of("permit-desk", side, language), color_scheme=scheme)
    page.evaluate(SHORTER)
    page.evaluate("document.querySelectorAll('section details').forEach(each => each.open = true)")
    found = axe.Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"][:200]) for each in found] == []


def test_a_line_opens_with_the_keyboard(open_page: Any) -> None:
    page = open_page(page_of("permit-desk", "client", "en"))
    summary = page.locator("section.must td.said details summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("section.must td.said details[open] blockquote").first.is_visible()


def test_a_phone_need_not_scroll_sideways(open_page: Any) -> None:
    page = open_page(page_of("permit-desk", "client", "en"), viewport={"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_an_opened_annex_is_printed(open_page: Any) -> None:
    page = open_page(page_of("permit-desk", "client", "en"))
    before = len(pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)))
    page.evaluate("document.querySelector('details.annex').open = true")
    assert len(pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))) > before


def test_it_has_no_script_and_fetches_nothing() -> None:
    page = page_of("permit-desk", "client", "en").decode()
    assert "<script" not in page
    assert not re.search(r"""(?:src|href)=["'](?!#)|url\(|@import|https?://""", page)

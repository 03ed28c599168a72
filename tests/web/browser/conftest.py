"""A real browser against a real server; without either these tests are not run, and say so."""

import os
import shutil

import pytest

playwright = pytest.importorskip("playwright.sync_api")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


@pytest.fixture(scope="session")
def browser():
    """A Chromium without a window: that of the machine, else the one that playwright brought."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with playwright.sync_playwright() as started:
        try:
            opened = started.chromium.launch(executable_path=path, args=["--no-sandbox"])
        except playwright.Error as error:
            pytest.skip(f"no browser: {error}")
        yield opened
        opened.close()


@pytest.fixture
def person(browser, live_server):
    """Opens a browser of its own for one person: person("nl"), person("en", dark=True)."""
    opened = []

    def open_for(language, *, dark=False, width=1280, scripts=True):
        context = browser.new_context(
            base_url=live_server.url,
            locale=language,
            color_scheme="dark" if dark else "light",
            viewport={"width": width, "height": 900},
            java_script_enabled=scripts is not False,
            bypass_csp=scripts is None,
        )
        context.set_default_timeout(15_000)
        opened.append(context)
        return context.new_page()

    yield open_for
    for context in opened:
        context.close()

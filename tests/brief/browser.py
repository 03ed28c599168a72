"""A headless browser for the tests of pages; tests that need one are skipped where there is none."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

playwright = pytest.importorskip("playwright.sync_api")
_SYSTEM = ("chromium", "chromium-browser", "google-chrome")


@contextmanager
def browser() -> Iterator[object]:
    """Chromium: playwright's own, else the system's."""
    own = next((path for name in _SYSTEM if (path := shutil.which(name))), None)
    with playwright.sync_playwright() as started:
        try:
            opened = started.chromium.launch()
        except playwright.Error:
            if own is None:
                pytest.skip("no Chromium: python -m playwright install chromium")
            opened = started.chromium.launch(executable_path=own)
        yield opened
        opened.close()

"""What holds for all tests: no clock decides whether one passes, and one browser serves those of pages."""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

settings.register_profile("klaar", deadline=None)
settings.load_profile("klaar")

# The browser runs an event loop beside the tests, which Django would take for a reason to refuse a query.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests in a browser take longest: they go first, so that no core waits for another at the end."""
    items.sort(key=lambda item: "chromium" not in getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A Chromium without a window: that of the machine, else playwright's own; else tests skip."""
    playwright = pytest.importorskip("playwright.sync_api")
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    playwright.expect.set_options(timeout=60_000)  # a slow machine is no fault of the page
    with playwright.sync_playwright() as started:
        try:
            opened = started.chromium.launch(executable_path=path, args=["--no-sandbox"])
        except playwright.Error as error:
            pytest.skip(f"no browser, python -m playwright install chromium brings one: {error}")
        yield opened
        opened.close()

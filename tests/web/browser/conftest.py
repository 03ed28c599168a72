"""A real browser against a real server; without either these tests are not run, and say so."""

import pytest


@pytest.fixture
def person(chromium, live_server):
    """Opens a browser of its own for one person: person("nl"), person("en", dark=True)."""
    opened = []

    def open_for(language, *, dark=False, width=1280, scripts=True):
        context = chromium.new_context(
            base_url=live_server.url,
            locale=language,
            color_scheme="dark" if dark else "light",
            viewport={"width": width, "height": 900},
            java_script_enabled=scripts is not False,
            bypass_csp=scripts is None,
        )
        context.set_default_timeout(60_000)
        opened.append(context)
        return context.new_page()

    yield open_for
    for context in opened:
        context.close()

"""The words of forecasts: both halves agree to the last key, and so do the {…} in them."""

import re
from typing import Any

import pytest

from klaar.forecast.imports.errors import HistoryError
from klaar.forecast.sound import REASONS
from klaar.text.data import load_words


def messages(table: dict[str, Any], above: str = "") -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            found |= messages(value, f"{above}{key}.")
        else:
            found[above + key] = set(re.findall(r"\{(\w+)\}", value))
    return found


def test_both_halves_say_the_same() -> None:
    assert messages(load_words("nl", "forecast")) == messages(load_words("en", "forecast"))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_reason_for_leaving_out_has_words(language: str) -> None:
    notes = load_words(language, "forecast")["notes"]
    assert [reason for reason in REASONS if f"left_out_{reason}" not in notes] == []


def test_an_error_tells_its_code() -> None:
    assert str(HistoryError("no_heading")) == "no_heading"

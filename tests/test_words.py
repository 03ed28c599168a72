"""Every file of words has a Dutch and an English half that say the same things."""

import string
import tomllib
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[1] / "src" / "klaar" / "text"
FILES = sorted({path.name for language in ("nl", "en") for path in (FOLDER / language).glob("*.toml")})
MESSAGES = (
    "brief.toml",
    "check_reasons.toml",
    "cli.toml",
    "explain.toml",
    "findings.toml",
    "forecast.toml",
    "listing.toml",
    "messages_documents.toml",
)
"""Files of messages for a reader: the two halves agree to the last key, and so do the {…} in them."""
ONE_HALF = {
    "signs.toml": {"compounds"},  # only Dutch writes compounds as one word
}


def words(language: str, file: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / language / file).read_text(encoding="utf-8"))


def keys(table: dict[str, Any], above: str = "") -> set[str]:
    found: set[str] = set()
    for key, value in table.items():
        found |= keys(value, f"{above}{key}.") if isinstance(value, dict) else {above + key}
    return found


def messages(table: dict[str, Any], above: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in table.items():
        found |= messages(value, f"{above}{key}.") if isinstance(value, dict) else {above + key: str(value)}
    return found


def blanks(message: str) -> set[str]:
    """The names of the {…} in a message."""
    return {name for _, name, _, _ in string.Formatter().parse(message) if name}


@pytest.mark.parametrize("file", FILES)
def test_both_halves_exist(file: str) -> None:
    assert (FOLDER / "nl" / file).exists()
    assert (FOLDER / "en" / file).exists()


@pytest.mark.parametrize("file", FILES)
def test_both_halves_have_the_same_tables(file: str) -> None:
    dutch, english = words("nl", file), words("en", file)
    assert dutch.keys() ^ english.keys() == ONE_HALF.get(file, set())


@pytest.mark.parametrize("file", MESSAGES)
def test_messages_have_the_same_keys(file: str) -> None:
    assert keys(words("nl", file)) == keys(words("en", file))


@pytest.mark.parametrize("file", MESSAGES)
def test_messages_are_filled_with_the_same(file: str) -> None:
    dutch, english = messages(words("nl", file)), messages(words("en", file))
    for key, message in dutch.items():
        assert blanks(message) == blanks(english[key]), key


@pytest.mark.parametrize("file", MESSAGES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_message_is_empty(file: str, language: str) -> None:
    assert all(message.strip() for message in messages(words(language, file)).values())

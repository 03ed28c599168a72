"""The language in which Klaar itself speaks, and its words."""

from collections.abc import Mapping, Sequence
from typing import Any

from klaar.text.data import LANGUAGES, load_words

FALLBACK = "en"
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


class Words:
    """The words of cli.toml in one language ("nl", "en")."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._words: Mapping[str, Any] = load_words(language, "cli")

    def say(self, group: str, key: str, **fields: object) -> str:
        """The words under `group` and `key`, with {…} filled in."""
        message: str = self._words[group][key]
        return message.format(**fields) if fields else message


def own_language(arguments: Sequence[str], environ: Mapping[str, str]) -> str:
    """The language asked for with --language, else that of the computer; "" where neither tells.

    LANG=nl_BE.UTF-8 is "nl"; LANG=C and LANG=de_DE.UTF-8 tell nothing.
    """
    for number, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--language":
            value = value or (arguments[number + 1] if number + 1 < len(arguments) else "")
            if value in LANGUAGES:
                return value
    said = next((environ[name] for name in _VARIABLES if environ.get(name)), "")
    return said[:2].lower() if said[:2].lower() in LANGUAGES and not said[2:3].isalpha() else ""

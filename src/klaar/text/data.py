"""Word data: one TOML file a subject and language, read once."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("nl", "en")


@cache
def load_words(language: str, subject: str) -> dict[str, Any]:
    """The words of `subject` ("signs") in `language` ("nl"): `text/nl/signs.toml` as it stands.

    Raises FileNotFoundError for a language or a subject that Klaar has no words for.
    """
    return tomllib.loads((files("klaar.text") / language / f"{subject}.toml").read_text("utf-8"))

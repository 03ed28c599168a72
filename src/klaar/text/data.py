"""Word data: one TOML file a subject and language, read once."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("nl", "en")
_HERE = Path(__file__).parent  # not importlib.resources: it costs a third of the start of `klaar`


@cache
def load_words(language: str, subject: str) -> dict[str, Any]:
    """The words of `subject` ("signs") in `language` ("nl"): `text/nl/signs.toml` as it stands.

    Raises FileNotFoundError for a language or a subject that Klaar has no words for.
    """
    return tomllib.loads((_HERE / language / f"{subject}.toml").read_text("utf-8"))

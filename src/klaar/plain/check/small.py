"""The small words of both languages that show how a sentence is put together."""

from functools import cache

from klaar.text.data import LANGUAGES, load_words


@cache
def small_words(name: str, language: str = "") -> frozenset[str]:
    """The words under `name` in check_small.toml, of one `language` ("nl", "en") or of both ("")."""
    tables = [load_words(each, "check_small")["words"] for each in LANGUAGES if language in ("", each)]
    return frozenset(word for table in tables for word in table[name].split())

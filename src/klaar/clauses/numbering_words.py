"""The words by which the parts of an agreement are known, in both languages together.

An agreement in Dutch may carry an annex in English, so the labels of both are always known.
"""

import re
from functools import cache
from typing import Literal

from klaar.text.data import load_words

LANGUAGES = ("nl", "en")

Family = Literal["annex", "chapter", "article", "plain"]
"""An `annex` opens a numbering of its own, a `chapter` groups articles, an `article` has its word with it."""

_FAMILIES: tuple[Family, ...] = ("article", "chapter", "annex")


@cache
def clause_words(section: str, key: str, languages: tuple[str, ...] = LANGUAGES) -> frozenset[str]:
    """One list of `clauses.toml`: `clause_words("labels", "annex")` holds "bijlage" and "schedule".

    Raises `KeyError` for a section or a key that does not exist.
    """
    return frozenset(word for language in languages for word in load_words(language, "clauses")[section][key])


@cache
def one_of(section: str, *keys: str) -> str:
    """Lists of words as alternatives of a pattern: the longest first, a blank for any white space."""
    words = frozenset(word for key in keys for word in clause_words(section, key))
    return "|".join(re.escape(word).replace("\\ ", r"\s+") for word in sorted(words, key=_longest_first))


def _longest_first(word: str) -> tuple[int, str]:
    return -len(word), word


@cache
def clause_map(section: str, languages: tuple[str, ...] = LANGUAGES) -> dict[str, str]:
    """A section of words with a meaning each: `clause_map("plurals")["artikelen"]` is "artikel".

    Raises `KeyError` for a section that does not exist.
    """
    return {
        word: str(mean)
        for language in languages
        for word, mean in load_words(language, "clauses")[section].items()
    }


@cache
def label_families() -> dict[str, Family]:
    """The family of each word before a number: "bijlage" is an `annex`, "hoofdstuk" a `chapter`."""
    families: dict[str, Family] = {"§": "article", "§§": "article"}
    for family in _FAMILIES:
        families |= dict.fromkeys(clause_words("labels", family), family)
    return families

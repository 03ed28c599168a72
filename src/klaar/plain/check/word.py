"""One word by itself, looked up once."""

from functools import lru_cache
from typing import NamedTuple

from klaar.plain.check.entries import entry_of, keys_of, someone
from klaar.plain.check.fold import fold
from klaar.plain.check.lexicon import Entry
from klaar.plain.check.units import Side


class Word(NamedTuple):
    """All that is known of one word by itself: its family, what it is and means, and who it names."""

    family: str
    entry: Entry
    light: bool
    side: Side
    keys: frozenset[str]


@lru_cache(maxsize=20_000)
def word_of(low: str, language: str) -> Word:
    """What is known of a word, kept."""
    entry, light = entry_of(low, language)
    return Word(fold(low, language), entry, light, someone(low, entry), keys_of(low, language))

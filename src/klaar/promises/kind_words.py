"""The words that open a sentence which lets off, or promises nothing."""

from functools import cache
from typing import NamedTuple

from klaar.promises.lexicon import read_room


class KindWords(NamedTuple):
    """The words of [kind]: what opens a sentence that lets off, or that promises nothing."""

    nothing: frozenset[str]
    examples: frozenset[str]
    requires: frozenset[str]
    restricts: frozenset[str]
    be_to: frozenset[str]
    as_follows: frozenset[str]


@cache
def kind_words(language: str) -> KindWords:
    """The words of "nl" or "en"."""
    return read_room(KindWords, language, "kind")

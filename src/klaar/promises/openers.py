"""The words that open a clause within a sentence where the subject stands first."""

from functools import cache
from typing import NamedTuple

from klaar.promises.lexicon import read_room


class OpenerWords(NamedTuple):
    """The words of [openers]."""

    conjunctions: frozenset[str]
    like: frozenset[str]
    that: frozenset[str]
    said_plainly: frozenset[str]
    in_that: frozenset[str]
    no_clause: frozenset[str]
    vouch: frozenset[str]
    then: frozenset[str]
    cases: frozenset[str]


@cache
def opener_words(language: str) -> OpenerWords:
    """The words of "nl" or "en"."""
    return read_room(OpenerWords, language, "openers")

"""Relative clauses without "which": "all data it may have", "any content Client may provide shall …"."""

from functools import cache
from typing import NamedTuple

from klaar.promises.depths import MAIN
from klaar.promises.flags import (
    ADVERB,
    AND,
    BUT,
    BY,
    COLON,
    COMMA,
    DETERMINER,
    FINITE,
    IF,
    MAY,
    MUST,
    NOT,
    OF,
    PERSON,
    RELATIVE,
    SEMI,
    THAT,
    TO,
)
from klaar.promises.lexicon import read_room
from klaar.promises.marked import Marked

_PARTS = COMMA | COLON | SEMI | AND | BUT
_NO_NOUN = (
    OF | BY | TO | AND | BUT | IF | COMMA | FINITE | THAT | RELATIVE | DETERMINER | ADVERB | PERSON | NOT
)
_NEAR = 14
"""Words within which the main clause's own modal follows."""


class ReducedWords(NamedTuple):
    """The words of [reduced]."""

    no_noun: frozenset[str]


@cache
def reduced_words(language: str) -> ReducedWords:
    """The words of "nl" or "en"."""
    return read_room(ReducedWords, language, "reduced")


def is_reduced(marked: Marked, lo: int, hi: int, levels: list[int], i: int) -> bool:
    """Whether the name or pronoun at `i` opens one in the sentence `lo:hi`, with `levels` known to `i`.

    True for "it" in "Client shall return all data it may have"; False for "Upon receipt Client shall pay".
    """
    bits, end = marked.bits, i + 1
    while end < hi and marked.owners[end] and marked.owners[end] == marked.owners[i]:
        end += 1
    if end >= hi or not bits[end] & (MAY | MUST) or i <= lo + 1 or not _is_noun(marked, i):
        return False
    begin = i
    while begin > lo and not bits[begin - 1] & _PARTS:
        begin -= 1
    if bits[begin] & IF or end - begin < 3:
        return False
    earlier = any(bits[k] & (MAY | MUST) and levels[k - lo] == MAIN for k in range(lo, i))
    return earlier or _main_follows(marked, end + 2, min(hi, end + _NEAR))


def _main_follows(marked: Marked, lo: int, hi: int) -> bool:
    """Whether a modal without a subject of its own follows: "any content Client may provide shall remain"."""
    for k in range(lo, hi):
        if marked.bits[k] & (RELATIVE | THAT) and not marked.bits[k] & DETERMINER:
            return False
        if marked.bits[k] & (MAY | MUST):
            return not marked.owners[k - 1] and not marked.bits[k - 1] & PERSON
    return False


def _is_noun(marked: Marked, i: int) -> bool:
    """Whether the word before a name, or before its article, may be what the clause is of."""
    k = i - 1 - bool(marked.bits[i - 1] & DETERMINER)
    low = marked.lows[k]
    if not low.isalpha() or marked.bits[k] & _NO_NOUN or marked.owners[k]:
        return False
    return low not in reduced_words(marked.language).no_noun

"""Signs of a subordinate clause where the verb stands second: what opens one, and what ends it."""

from functools import cache
from typing import NamedTuple

from klaar.promises.flags import (
    ADVERB,
    AND,
    COLON,
    COMMA,
    DETERMINER,
    FINITE,
    IF_FIRST,
    MAY,
    MUST,
    NOT,
    PARTY,
    PERSON,
    PRONOUN,
    SEMI,
    SETTLED,
)
from klaar.promises.lexicon import read_room
from klaar.promises.marked import Marked


class ClauseWords(NamedTuple):
    """The words of [subclauses]."""

    free: frozenset[str]
    like: frozenset[str]
    no_condition: frozenset[str]
    that: frozenset[str]
    whether: frozenset[str]
    cases: frozenset[str]
    before_noun: frozenset[str]
    who: frozenset[str]
    or_: frozenset[str]
    or_first: frozenset[str]
    or_second: frozenset[str]
    verb_ends: tuple[str, ...]
    participle_ends: tuple[str, ...]


@cache
def clause_words(language: str) -> ClauseWords:
    """The words of "nl" or "en"."""
    return read_room(ClauseWords, language, "subclauses")


def may_open_first(marked: Marked, lo: int) -> bool:
    """Whether a sentence may begin with a condition or a clause without a
    word that opens one: "Betaalt Klant …".
    """
    t, word = marked.bits[lo], marked.lows[lo]
    if t:
        return bool(t & (FINITE | IF_FIRST))
    return word.endswith("t") or word in clause_words(marked.language).free


def is_comparison(marked: Marked, i: int, hi: int) -> bool:
    """Whether "als" at word i opens no condition: "als onderdeel van", "als volgt"."""
    words = clause_words(marked.language)
    if marked.lows[i] not in words.like or i + 1 >= hi:
        return False
    return marked.lows[i + 1] in words.no_condition or bool(marked.bits[i + 1] & SETTLED)


_VERB_ENDS = ("t", "en")
"""How a verb in the present tense ends."""
SUBJECT = PARTY | PERSON | PRONOUN | DETERMINER
"""A word with one of these may open a subject."""


def verb_first(marked: Marked, lo: int, hi: int) -> bool:
    """Whether a sentence opens as a condition, with its verb: "Betaalt Klant niet, dan …"."""
    t, word = marked.bits[lo], marked.lows[lo]
    if not (t & (FINITE | IF_FIRST) or (not t and word.endswith("t") and len(word) > 3)):
        return False
    if lo + 1 >= hi or not marked.bits[lo + 1] & SUBJECT | marked.bits[lo + 1] & (ADVERB | NOT):
        return False
    return any(marked.bits[k] & COMMA and verb_follows(marked, k, hi) for k in range(lo + 2, hi - 1))


def verb_follows(marked: Marked, comma: int, hi: int) -> bool:
    """After the comma that closes a leading condition the finite verb comes first (", zal", ", dan is")."""
    bits, after = marked.bits, comma + 1
    if after >= hi:
        return False
    if bits[after] & FINITE:
        return True
    if after + 1 >= hi:
        return False
    named = bits[after + 1] & (PARTY | PERSON) and after + 1 not in marked.whose
    if named and marked.lows[after].endswith(_VERB_ENDS) and not bits[after] & (ADVERB | AND):
        return True  # ", machtigt Klant …", ", passen partijen …"
    return bool(bits[after] & ADVERB and bits[after + 1] & FINITE)


def or_follows(marked: Marked, comma: int, hi: int) -> bool:
    """Whether a trailing condition goes on behind a comma: "indien A wordt gestaakt, B wordt verkocht, of …".

    The last of the series stands behind ", of" or "dan wel", and no modal binds anyone on the way.
    """
    words, lows = clause_words(marked.language), marked.lows
    for k in range(comma, hi - 1):
        if marked.bits[k] & (MUST | MAY | SEMI | COLON):
            return False
        if marked.bits[k] & COMMA and lows[k + 1] in words.or_:
            return True
        if lows[k] in words.or_first and lows[k + 1] in words.or_second:
            return True
    return False

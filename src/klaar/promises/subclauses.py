"""Signs of a subordinate clause where the verb stands second: what opens one, and what ends it."""

from functools import cache
from typing import NamedTuple

from klaar.promises.flags import ADVERB, FINITE, IF_FIRST, PARTY, PLURAL
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
    return marked.lows[i] in words.like and i + 1 < hi and marked.lows[i + 1] in words.no_condition


def verb_follows(marked: Marked, comma: int, hi: int) -> bool:
    """After the comma that closes a leading condition the finite verb comes first (", zal", ", dan is")."""
    bits, after = marked.bits, comma + 1
    if after >= hi:
        return False
    if bits[after] & FINITE:
        return True
    if after + 1 >= hi:
        return False
    plural = bits[after] & PLURAL and bits[after + 1] & PARTY
    return bool(plural or (bits[after] & ADVERB and bits[after + 1] & FINITE))

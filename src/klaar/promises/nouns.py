"""Words that could be a verb and are a noun: "een goede start", "de test"."""

from functools import cache
from typing import NamedTuple

from klaar.promises.flags import (
    ACT,
    BE,
    BECOME,
    DETERMINER,
    HAVE,
    MAY,
    MUST,
    PARTY,
    PERSON,
    PLURAL,
    RECEIVE,
    STATE,
    THING,
)
from klaar.promises.lexicon import read_room
from klaar.promises.marked import Marked

_WEAK = ACT | STATE | RECEIVE | THING | PLURAL
_STRONG = MUST | MAY | BECOME | BE | HAVE


class NounWords(NamedTuple):
    """The words of [nouns]."""

    infinitive: frozenset[str]
    impersonal: frozenset[str]
    no_adjective: tuple[str, ...]


@cache
def noun_words(language: str) -> NounWords:
    """The words of "nl" or "en"."""
    return read_room(NounWords, language, "nouns")


def is_noun(marked: Marked, at: int, lo: int) -> bool:
    """True for a Dutch verb form behind a determiner, an adjective or "te", with no subject behind it.

    "een goede start", "te leveren"; never in English, where a noun and a verb look alike too often.
    """
    t = marked.bits[at]
    if not marked.verb_second or at <= lo or not t & _WEAK or t & _STRONG:
        return False
    words, before = noun_words(marked.language), marked.lows[at - 1]
    if before in words.infinitive and t & PLURAL:
        return True
    if at == lo + 1 and before in words.impersonal and _by_subject(marked, at):
        return False  # "Het staat Klant vrij"
    if marked.bits[at - 1] & DETERMINER or _with_adjective(marked, at, lo, before):
        return True
    if t & PLURAL or _by_subject(marked, at):
        return False
    adjective = len(before) > 4 and before.endswith("e") and not marked.bits[at - 1]
    return adjective and not before.endswith(words.no_adjective)


def _with_adjective(marked: Marked, at: int, lo: int, before: str) -> bool:
    """ "een goede start": a determiner and an adjective before it."""
    if at < lo + 2 or not marked.bits[at - 2] & DETERMINER:
        return False
    return before.endswith("e") and len(before) > 3 and not marked.bits[at - 1]


def _by_subject(marked: Marked, at: int) -> bool:
    """A side's name right before or behind it makes it a verb."""
    behind = at + 1 < len(marked.bits) and marked.bits[at + 1] & (PARTY | PERSON)
    return bool(behind or marked.owners[at - 1])

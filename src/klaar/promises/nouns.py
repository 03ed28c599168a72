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
    before_own: frozenset[str]


@cache
def noun_words(language: str) -> NounWords:
    """The words of "nl" or "en"."""
    return read_room(NounWords, language, "nouns")


def is_noun(marked: Marked, at: int, lo: int) -> bool:
    """True for a Dutch verb form behind a determiner, an adjective or "te", with no subject behind it.

    "een goede start", "te leveren"; never in English, where a noun and a verb look alike too often.
    """
    if not marked.verb_second or at <= lo:
        return False
    t, before = marked.bits[at], marked.lows[at - 1]
    words = noun_words(marked.language)
    if t & BE and t & DETERMINER and before in words.before_own:
        return True  # "van zijn recht": whose, and no verb
    if before in words.infinitive and t & (_WEAK | BE | HAVE) and marked.lows[at].endswith("n"):
        return True
    return bool(t & _WEAK and not t & _STRONG) and _stands_as_noun(marked, at, lo, before)


def _stands_as_noun(marked: Marked, at: int, lo: int, before: str) -> bool:
    """Behind a determiner or an adjective, with no subject beside it: "een goede start"."""
    words = noun_words(marked.language)
    if at == lo + 1 and before in words.impersonal and _by_subject(marked, at):
        return False  # "Het staat Klant vrij"
    if marked.bits[at - 1] & DETERMINER:
        return True
    if marked.bits[at] & PLURAL or _by_subject(marked, at):
        return False
    if _with_adjective(marked, at, lo, before):
        return True
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

"""Verbs that no list knows, by how they end and the name they stand beside: "Supplier maintains …"."""

from functools import cache
from typing import NamedTuple

from klaar.promises.flags import ADVERB, BE, BY, DETERMINER, GIVE, HAVE, MAY, MUST, PARTY, PERSON, SPLIT
from klaar.promises.lexicon import read_room
from klaar.promises.marked import Marked


class UnlistedWords(NamedTuple):
    """The words of [unlisted]."""

    no_verb: frozenset[str]


@cache
def unlisted_words(language: str) -> UnlistedWords:
    """The words of "nl" or "en"."""
    return read_room(UnlistedWords, language, "unlisted")


def acts_unlisted(marked: Marked, at: int, hi: int) -> bool:
    """Whether the unknown word at `at` is a verb: "maintains" in "Supplier maintains"."""
    return (_acts_verb_second if marked.verb_second else _acts_subject_first)(marked, at, hi)


def _acts_subject_first(marked: Marked, verb: int, hi: int) -> bool:
    """The word after a party that looks like a verb ("Supplier maintains"):
    Klaar has no list of English ones.
    """
    word = marked.lows[verb]
    if (
        marked.bits[verb] & ~GIVE
        or marked.owners[verb]
        or not verb
        or not marked.owners[verb - 1]
        or verb - 1 in marked.whose
    ):
        return False
    if not word.endswith("s") or word.endswith("ss") or len(word) < 4 or not word.isalpha():
        return False
    if marked.text[marked.spans[verb][0]].isupper() or not _opens_part(marked, verb - 1):
        return False
    return not any(marked.bits[k] & (MUST | MAY | BE | HAVE) for k in range(verb + 1, min(hi, verb + 4)))


def _acts_verb_second(marked: Marked, verb: int, hi: int) -> bool:
    """A word that no list knows, in -t, beside a party: "Leverancier willigt …", "beproeft hij"."""
    word = marked.lows[verb]
    if marked.bits[verb] or not word.endswith("t") or len(word) < 5 or not word.isalpha():
        return False
    if word in unlisted_words(marked.language).no_verb:
        return False
    if verb + 1 < hi and marked.bits[verb + 1] & (PARTY | PERSON) and verb + 1 not in marked.whose:
        return not word.startswith("ge") and not marked.bits[verb - 1] & (BY | DETERMINER)
    if not verb or not marked.owners[verb - 1] or verb - 1 in marked.whose:
        return False
    return _opens_part(marked, verb - 1)


def _opens_part(marked: Marked, name: int) -> bool:
    """True where a party's name (its last word at `name`) stands first in its part of the sentence."""
    side = marked.owners[name]
    while name >= 0 and (marked.owners[name] == side or marked.bits[name] & (DETERMINER | ADVERB)):
        name -= 1
    if name < 0 or marked.bits[name] & SPLIT or not marked.lows[name][:1].isalpha():
        return True
    return marked.text[marked.spans[name][0]].isupper()  # a title that runs on into its sentence

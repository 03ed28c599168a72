"""Which words of a sentence are finite verbs that may bind."""

from functools import cache
from typing import NamedTuple

from klaar.promises.flags import (
    ACT,
    ADVERB,
    BE,
    BECOME,
    BY,
    DETERMINER,
    GIVE,
    HAVE,
    MAY,
    MUST,
    NOT,
    PARTY,
    PERSON,
    PLURAL,
    RECEIVE,
    SCOPE,
    SIGN,
    SPLIT,
    STATE,
    THING,
    VERBS,
)
from klaar.promises.lexicon import read_room
from klaar.promises.marked import NOBODY, Marked
from klaar.promises.nouns import is_noun


class VerbWords(NamedTuple):
    """The words of [verbs]."""

    agree: frozenset[str]
    that: frozenset[str]
    infinitives: frozenset[str]
    no_verb: frozenset[str]
    remedy: frozenset[str]
    month: frozenset[str]


@cache
def verb_words(language: str) -> VerbWords:
    """The words of "nl" or "en"."""
    return read_room(VerbWords, language, "verbs")


def may_be_verb(marked: Marked, at: int, hi: int) -> bool:
    """Whether word `at` could be the verb of a promise: a known one, or
    one that looks like a verb by a name.
    """
    if marked.bits[at] & VERBS:
        return True
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
    if word in verb_words(marked.language).no_verb:
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


def goes_with(marked: Marked, lo: int, verb: int, previous: int) -> bool:
    """Whether `verb` is only the end of the verb at `previous` (-1: none):
    "zal gemonitord worden", "shall be".
    """
    words = verb_words(marked.language)
    if previous >= 0 and marked.bits[previous] & (MUST | MAY) and marked.lows[verb] in words.infinitives:
        return True
    return (
        bool(marked.bits[verb] & (BE | HAVE)) and not marked.verb_second and _behind_modal(marked, lo, verb)
    )


def _behind_modal(marked: Marked, lo: int, verb: int) -> bool:
    """ "shall be", "may not have": the infinitive of the modal before it."""
    return any(
        marked.bits[k] & (MUST | MAY) and all(marked.bits[j] & (NOT | ADVERB) for j in range(k + 1, verb))
        for k in range(max(lo, verb - 3), verb)
    )


def is_agreement(marked: Marked, verb: int, hi: int) -> bool:
    """True for "agrees" where "that … shall" follows: the modal says what is agreed."""
    words = verb_words(marked.language)
    if marked.lows[verb] not in words.agree or verb + 1 >= hi or marked.lows[verb + 1] not in words.that:
        return False
    return any(marked.bits[k] & (MUST | MAY) for k in range(verb + 2, min(hi, verb + 30)))


def can_bind(marked: Marked, lo: int, verb: int, hi: int, subject: int, *, first: bool) -> bool:
    """Whether the verb can make a promise with this subject; `first` for the first verb of its sentence."""
    t = marked.bits[verb]
    if is_noun(marked, verb, lo):
        return False
    if t & (MUST | MAY | BECOME | BE | HAVE | THING):
        return not _is_month(marked, verb)
    if (t & SCOPE and t & STATE) or (t & STATE and not t & PLURAL and _lets_off(marked, verb)):
        return True
    if subject != NOBODY:
        return not marked.verb_second or not t & SIGN or bool(t & (PLURAL | ACT | STATE | RECEIVE))
    return first and marked.verb_second and not t & PLURAL and bool(t & (ACT | STATE | RECEIVE))


def _lets_off(marked: Marked, verb: int) -> bool:
    """ "This SLA describes Customer's exclusive remedy": a state that lets off."""
    return not verb_words(marked.language).remedy.isdisjoint(marked.lows[verb + 1 : verb + 6])


def _is_month(marked: Marked, verb: int) -> bool:
    """ "May 2004" and "4 May" are no permission."""
    if marked.lows[verb] not in verb_words(marked.language).month:
        return False
    return any(marked.lows[k][:1].isdigit() for k in (verb - 1, verb + 1) if 0 <= k < len(marked.lows))

"""Which words of a sentence are finite verbs that may bind."""

from functools import cache
from typing import NamedTuple

from klaar.promises.flags import (
    ACT,
    ADVERB,
    AND,
    BE,
    BECOME,
    HAVE,
    MAY,
    MUST,
    NOT,
    PERSON,
    PLURAL,
    RECEIVE,
    SCOPE,
    SIGN,
    STATE,
    THING,
    VERBS,
)
from klaar.promises.lexicon import read_room
from klaar.promises.marked import CLIENT, IT, NOBODY, Marked
from klaar.promises.nouns import is_noun
from klaar.promises.unlisted import acts_unlisted


class VerbWords(NamedTuple):
    """The words of [verbs]."""

    agree: frozenset[str]
    that: frozenset[str]
    infinitives: frozenset[str]
    remedy: frozenset[str]
    month: frozenset[str]
    many: tuple[str, ...]


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
    return acts_unlisted(marked, at, hi)


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
    if t & PLURAL and not t & (ACT | STATE | RECEIVE) and subject in (IT, CLIENT):
        return _is_many(marked, lo, verb, hi)
    if subject != NOBODY:
        return not marked.verb_second or not t & SIGN or bool(t & (PLURAL | ACT | STATE | RECEIVE))
    return first and marked.verb_second and not t & PLURAL and bool(t & (ACT | STATE | RECEIVE))


def _is_many(marked: Marked, lo: int, verb: int, hi: int) -> bool:
    """Whether the name nearest the verb is a plural: "Klanten betalen"; not "kan Leverancier vragen"."""
    if any(marked.bits[k] & AND for k in range(lo, verb)):
        return True
    near = [k for k in range(max(lo, verb - 8), min(hi, verb + 6)) if marked.owners[k]]
    named = min(near, key=lambda k: abs(k - verb), default=-1)
    if named < 0:
        return True
    word = marked.lows[named]
    return word.endswith(verb_words(marked.language).many) or bool(marked.bits[named] & PERSON)


def _lets_off(marked: Marked, verb: int) -> bool:
    """ "This SLA describes Customer's exclusive remedy": a state that lets off."""
    return not verb_words(marked.language).remedy.isdisjoint(marked.lows[verb + 1 : verb + 6])


def _is_month(marked: Marked, verb: int) -> bool:
    """ "May 2004" and "4 May" are no permission."""
    if marked.lows[verb] not in verb_words(marked.language).month:
        return False
    return any(marked.lows[k][:1].isdigit() for k in (verb - 1, verb + 1) if 0 <= k < len(marked.lows))

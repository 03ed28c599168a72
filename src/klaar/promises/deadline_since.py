"""What a time counts from: "factuurdatum" in "binnen 30 dagen na factuurdatum"."""

from klaar.promises.clock import Clock
from klaar.promises.deadline_words import DeadlineWords, deadline_words
from klaar.promises.flags import (
    ADVERB,
    AND,
    BE,
    BECOME,
    BUT,
    CLOSE,
    COLON,
    COMMA,
    DETERMINER,
    FINITE,
    HAVE,
    IF,
    MAY,
    MUST,
    NOT,
    OPEN,
    PERSON,
    PLURAL,
    RELATIVE,
    SEMI,
    THAT,
)
from klaar.promises.marked import Marked

_STRONG = MUST | MAY | BE | HAVE | BECOME
_NEVER = _STRONG | COMMA | SEMI | COLON | OPEN | CLOSE | PERSON | NOT | RELATIVE | THAT
_STOPS = _NEVER | FINITE | PLURAL | IF | AND | BUT | ADVERB | DETERMINER


def counted_from(marked: Marked, clock: Clock, hi: int) -> str:
    """The noun phrase behind "na", "after", "of": "de melding" in "binnen 4 uur na de melding"; "" for none.

    It ends where the clause goes on: "stelt Klant binnen 24 uur na ontdekking in kennis" counts from
    "ontdekking".
    """
    words = deadline_words(marked.language)
    at = clock.token
    while at < hi and marked.spans[at][0] < clock.time.end:
        at += 1
    if at >= hi or marked.lows[at] not in words.after | words.before:
        return ""
    at += 1
    while at < hi and marked.lows[at] in words.onto:
        at += 1
    end = _phrase_end(marked, at, hi, words, single=_in_the_middle(marked, clock))
    return marked.text[marked.spans[at][0] : marked.spans[end - 1][1]] if end > at else ""


def _in_the_middle(marked: Marked, clock: Clock) -> bool:
    """ "shall within 5 days of receipt send": the main verb comes behind the time, and looks like a noun."""
    near = marked.bits[max(0, clock.token - 2) : clock.token]
    return marked.verb_second or any(bits & (MUST | MAY) for bits in near)


def _phrase_end(marked: Marked, at: int, hi: int, words: DeadlineWords, *, single: bool) -> int:
    """The end of the noun phrase at `at`, with the phrases that "of" or "van" joins to it."""
    end = _noun_end(marked, at, hi, words, single=single)
    while at < end < hi - 1 and marked.lows[end] in words.links:
        further = _noun_end(marked, end + 1, hi, words, single=single)
        if further == end + 1:
            break
        at, end = end, further
    return end


def _noun_end(marked: Marked, at: int, hi: int, words: DeadlineWords, *, single: bool) -> int:
    """The end of a determiner, adjectives and a noun: of "de schriftelijke melding", "the invoice date"."""
    k = at
    while k < hi and marked.bits[k] & DETERMINER and not marked.owners[k]:
        k += 1
    if k >= hi or marked.bits[k] & _NEVER or not marked.lows[k][0].isalnum():
        return at
    if marked.owners[k]:
        return _name_end(marked, k, hi)
    while k + 1 < hi and _goes_on(marked, k, words, single=single):
        k += 1
    return k + 1


def _goes_on(marked: Marked, k: int, words: DeadlineWords, *, single: bool) -> bool:
    """Whether the noun phrase goes on behind word k: an adjective, or in English a noun before a noun."""
    following = marked.bits[k + 1]
    if following & _STOPS or marked.owners[k + 1] or not marked.lows[k + 1][0].isalnum():
        return False
    if marked.lows[k + 1] in words.links:
        return False
    return marked.lows[k].endswith(words.adjective_ends) if single else True


def _name_end(marked: Marked, k: int, hi: int) -> int:
    """The end of a party's name, and of what it owns: "Client's written notice"."""
    owned = k in marked.whose
    while k + 1 < hi and marked.owners[k + 1] == marked.owners[k]:
        k += 1
        owned = owned or k in marked.whose
    while owned and k + 1 < hi and not marked.bits[k + 1] & _STOPS and marked.lows[k + 1][0].isalnum():
        k += 1
    return k + 1

"""Whose a burden is by its words: "voor rekening van Klant", "payment by Client", "the risk passes to …"."""

from functools import cache
from typing import NamedTuple

from klaar.promises.flags import ADVERB, BY, DETERMINER, OF, TO
from klaar.promises.frames import Frame
from klaar.promises.lexicon import read_room
from klaar.promises.marked import NOBODY, Marked


class BearerWords(NamedTuple):
    """The words of [bearer]."""

    borne: frozenset[str]
    lies: frozenset[str]
    lies_with: frozenset[str]
    use: frozenset[str]
    of_use: frozenset[str]
    risk: frozenset[str]
    passes_to: frozenset[str]
    aligned: frozenset[str]
    with_: frozenset[str]


@cache
def bearer_words(language: str) -> BearerWords:
    """The words of "nl" or "en"."""
    return read_room(BearerWords, language, "bearer")


def borne_by(marked: Marked, frame: Frame) -> int:
    """ "komt voor rekening van Opdrachtgever", "is the responsibility of Supplier", "ligt bij Klant"."""
    words, lows = bearer_words(marked.language), marked.lows
    for k in range(frame.lo, frame.hi - 2):
        if lows[k] in words.borne or (
            lows[k] in words.lies_with and not words.lies.isdisjoint(lows[frame.lo : k])
        ):
            owner = _owner_near(marked, frame, k) or _passes_to(marked, k, frame.hi)
            if owner:
                return owner
    return NOBODY


def _owner_near(marked: Marked, frame: Frame, k: int) -> int:
    """Whose a burden at word k is: "voor rekening van Klant", "Client's sole responsibility"."""
    lies = marked.lows[k] in bearer_words(marked.language).lies_with
    if lies or marked.bits[k + 1] & (OF | BY | TO) or marked.owners[k + 1]:
        for name in range(k + 1, min(frame.hi, k + 4)):
            if marked.owners[name]:
                return marked.owners[name]
    before = range(k - 1, max(frame.lo, k - 4), -1)
    return next((marked.owners[j] for j in before if j in marked.whose), NOBODY)


def _passes_to(marked: Marked, risk: int, hi: int) -> int:
    """ "Het risico gaat op Klant over", "The risk of loss passes to Client": who bears it from then on."""
    words = bearer_words(marked.language)
    if marked.lows[risk] not in words.risk:
        return NOBODY
    for k in range(risk + 1, hi - 1):
        if marked.lows[k] in words.passes_to and any(marked.owners[k + 1 : k + 3]):
            return marked.owners[k + 1] or marked.owners[k + 2]
    return NOBODY


def doer_of(marked: Marked, frame: Frame) -> int:
    """ "Betaling door Klant geschiedt …", "Payment by Client shall …": who does what the noun says."""
    for k in range(frame.lo + 1, min(frame.lo + 4, frame.verb - 1)):
        if (
            marked.bits[k] & BY
            and marked.lows[k - 1].isalpha()
            and not marked.bits[k - 1] & (DETERMINER | ADVERB)
        ):
            return next((owner for owner in marked.owners[k + 1 : min(k + 3, frame.verb)] if owner), NOBODY)
    return NOBODY

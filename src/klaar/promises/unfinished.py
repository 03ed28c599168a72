"""Whether an opening is unfinished, so that each item behind it is a promise of its own."""

from functools import cache
from typing import NamedTuple

from klaar.promises.flags import ADVERB, AND, BE, NOT, PERSON, SCOPE
from klaar.promises.frames import Frame
from klaar.promises.levels import ASIDE, WHAT, WHEN, WHICH, Stretch
from klaar.promises.lexicon import read_room
from klaar.promises.marked import Marked
from klaar.promises.verdict import Verdict


class ListWords(NamedTuple):
    """The words of [lists]."""

    telling: frozenset[str]
    whole: frozenset[str]
    open: frozenset[str]
    things: frozenset[str]
    examples: frozenset[str]
    following: frozenset[str]
    that: frozenset[str]
    infinitive: frozenset[str]
    passive_be: frozenset[str]


@cache
def list_words(language: str) -> ListWords:
    """The words of "nl" or "en"."""
    return read_room(ListWords, language, "lists", "signs")


def is_unfinished(marked: Marked, frame: Frame, stretch: Stretch, verdict: Verdict) -> bool:
    """Whether an opening needs its items to be a sentence: "Leverancier zorgt
    voor:", not "Klant meldt storingen:".
    """
    words = list_words(marked.language)
    tail = [k for k in range(frame.verb + 1, frame.hi) if stretch.levels[k - stretch.base] != ASIDE]
    if not tail:
        return True
    if verdict.kind == "exclusion":
        return _lets_off_each(marked, frame, tail, words)
    if any(marked.lows[k] in words.telling for k in tail):
        return False  # what must be told is one promise, however long the list
    level = stretch.levels[tail[-1] - stretch.base]
    if verdict.kind == "warranty" and level == WHAT and marked.bits[tail[-1]] & (BE | NOT | PERSON):
        return True
    if level == WHEN or marked.bits[tail[-1]] & AND:
        return False
    return _breaks_off(marked, tail, words) or _hands_on(marked, frame, tail, level, verdict)


def _lets_off_each(marked: Marked, frame: Frame, tail: list[int], words: ListWords) -> bool:
    """ "Leverancier is niet aansprakelijk voor:", "De volgende diensten vallen buiten de opdracht:"."""
    if any(marked.lows[k] in words.examples for k in tail):
        return False
    last = tail[-1]
    if last == frame.verb or marked.lows[last] in words.open or marked.bits[last] & SCOPE:
        return True
    return any(marked.lows[k] in words.following for k in range(frame.lo, frame.verb))


def _breaks_off(marked: Marked, tail: list[int], words: ListWords) -> bool:
    """ "undertakes to", "zal tevens": nothing but small words, or an infinitive that has not come yet."""
    lows = marked.lows
    if any(lows[k] in words.infinitive and lows[k + 1] not in words.passive_be for k in tail[-4:]):
        return True
    return all(
        marked.bits[k] & (ADVERB | NOT | AND) or marked.owners[k] or lows[k] in words.open for k in tail
    )


def _hands_on(marked: Marked, frame: Frame, tail: list[int], level: int, verdict: Verdict) -> bool:
    """ "zorgt voor", "de volgende diensten", "de verplichtingen": what the items are to be filled in for."""
    words, lows, last = list_words(marked.language), marked.lows, tail[-1]
    if lows[last] in words.open or (level == WHAT and lows[last] in words.that):
        return level != WHICH
    for k in tail[:-1]:
        if lows[k] in words.following:
            return lows[k + 1] not in words.whole and lows[min(k + 2, last)] not in words.whole
    named = range(frame.lo, frame.hi) if verdict.doubt == "scope" else tail
    return any(lows[k] in words.things for k in named)

"""What makes a promise count, what takes it away, and what follows when it is not kept."""

from functools import cache
from typing import NamedTuple

from klaar.promises.depths import MAIN
from klaar.promises.flags import CLOSE, COMMA, DETERMINER, FINITE, OPEN, PARTY, PERSON, PRONOUN
from klaar.promises.levels import WHEN, Stretch
from klaar.promises.marked import Marked
from klaar.promises.model import Slot
from klaar.promises.phrases import Phrases, phrase_at, phrase_table
from klaar.promises.subclauses import is_comparison
from klaar.text.data import load_words


class ConditionWords(NamedTuple):
    """The openers of exceptions, consequences and conditions, in the order in which they are tried."""

    exception: Phrases
    consequence: Phrases
    condition: Phrases
    firsts: frozenset[str]


@cache
def condition_words(language: str) -> ConditionWords:
    """The openers of "nl" or "en"."""
    data = load_words(language, "conditions")
    exception, consequence, condition = (
        phrase_table(data[name].split(";")) for name in ("exception", "consequence", "condition")
    )
    firsts = frozenset((*exception, *consequence, *condition))
    return ConditionWords(exception, consequence, condition, firsts)


class Provisos(NamedTuple):
    """The slots of a promise that limit it: "indien …", "tenzij …", "bij gebreke waarvan …"."""

    condition: Slot | None = None
    exception: Slot | None = None
    consequence: Slot | None = None


def find_provisos(marked: Marked, words: Stretch, verb: int = -1) -> Provisos:
    """The first proviso of each sort among `words`, of which `verb` is the finite verb (-1: not known).

    "Klant betaalt, tenzij de factuur onjuist is." has the exception "tenzij de factuur onjuist is".
    """
    openers = condition_words(marked.language)
    lows, firsts = marked.lows, openers.firsts
    if firsts.isdisjoint(lows[words.lo : words.hi]):
        return Provisos()
    found: dict[str, Slot] = {}
    k = words.lo
    while k < words.hi:
        name = _opener(marked, k, words, openers) if lows[k] in firsts else None
        end = _end(marked, k, words) if name else k
        if marked.verb_second and k < verb < end and words.levels[k - words.base] != WHEN:
            end = verb  # "In geval van een storing belt Klant …": what stands first ends at the verb
        if name and name not in found:
            found[name] = _slot(marked, k, end)
        k = max(end, k + 1)
    return Provisos(**found)


def _opener(marked: Marked, k: int, words: Stretch, openers: ConditionWords) -> str | None:
    """What word `k` opens, None for a word that opens nothing here."""
    if marked.bits[k] & FINITE and not _may_open(marked, k, words):
        return None
    if is_comparison(marked, k, words.hi):
        return None  # "als volgt"
    if phrase_at(marked.lows, k, words.hi, openers.exception):
        return "exception"
    if phrase_at(marked.lows, k, words.hi, openers.consequence):
        return "consequence"
    return "condition" if phrase_at(marked.lows, k, words.hi, openers.condition) else None


def _may_open(marked: Marked, k: int, words: Stretch) -> bool:
    """ "should Client be late", "mocht Klant …"; "should outline the methods" is no condition."""
    if k > words.lo and not marked.bits[k - 1] & COMMA:
        return False
    if marked.verb_second or k + 1 >= words.hi:
        return True
    return bool(marked.bits[k + 1] & (PARTY | PERSON | PRONOUN | DETERMINER))


def _end(marked: Marked, start: int, words: Stretch) -> int:
    """The end of a proviso: where its level ends, else the comma that closes it, else the end."""
    if words.levels[start - words.base] == WHEN:
        k = start
        while k < words.hi and words.levels[k - words.base] != MAIN:
            k += 1
        return k
    depth = 0
    for k in range(start + 1, words.hi):
        if marked.bits[k] & (OPEN | CLOSE):
            depth += 1 if marked.bits[k] & OPEN else -1
            if depth < 0:
                return k  # "(indien van toepassing)"
        elif marked.bits[k] & COMMA and depth <= 0:
            return k
    return words.hi


def _slot(marked: Marked, lo: int, hi: int) -> Slot:
    while hi > lo + 1 and not marked.lows[hi - 1][0].isalnum() and marked.lows[hi - 1] not in ")]%":
        hi -= 1
    start, end = marked.spans[lo][0], marked.spans[hi - 1][1]
    return Slot(start, end, marked.text[start:end])

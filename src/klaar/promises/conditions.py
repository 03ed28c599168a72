"""What makes a promise count, what takes it away, and what follows when it is not kept."""

from functools import cache
from typing import NamedTuple

from klaar.promises.flags import CLOSE, COMMA, DETERMINER, FINITE, OPEN, PARTY, PERSON, PRONOUN
from klaar.promises.levels import WHEN
from klaar.promises.marked import Marked
from klaar.promises.model import Slot
from klaar.promises.phrases import Phrases, phrase_at, phrase_table
from klaar.text.data import load_words


class ConditionWords(NamedTuple):
    """The openers of conditions, exceptions and consequences."""

    condition: Phrases
    exception: Phrases
    consequence: Phrases
    firsts: frozenset[str]


@cache
def condition_words(language: str) -> ConditionWords:
    """The openers of "nl" or "en"."""
    data = load_words(language, "conditions")
    tables = [phrase_table(data[name].split(";")) for name in ("condition", "exception", "consequence")]
    return ConditionWords(*tables, frozenset(word for table in tables for word in table))


class Provisos(NamedTuple):
    """The slots of a promise that limit it: "indien …", "tenzij …", "bij gebreke waarvan …"."""

    condition: Slot | None
    exception: Slot | None
    consequence: Slot | None


def find_provisos(marked: Marked, lo: int, hi: int, levels: list[int], base: int) -> Provisos:
    """The provisos in the words `lo:hi`, of which `levels` are the levels."""
    words = condition_words(marked.language)
    found: dict[str, tuple[int, int]] = {}
    k = lo
    lows, firsts = marked.lows, words.firsts
    while k < hi:
        if lows[k] not in firsts:
            k += 1
            continue
        name = _opener(marked, k, lo, hi, words)
        if name is None:
            k += 1
            continue
        end = _end(marked, k, base, hi, levels)
        found.setdefault(name, (k, end))
        k = max(end, k + 1)
    return Provisos(*(_slot(marked, found.get(name)) for name in ("condition", "exception", "consequence")))


def _opener(marked: Marked, k: int, lo: int, hi: int, words: ConditionWords) -> str | None:
    if marked.bits[k] & FINITE:
        if k > lo and not marked.bits[k - 1] & COMMA:
            return None
        if (
            k + 1 < hi
            and marked.language == "en"
            and not marked.bits[k + 1] & (PARTY | PERSON | PRONOUN | DETERMINER)
        ):
            return None  # "should outline the methods" is no condition, "should Client be late" is
    for name in ("exception", "consequence", "condition"):
        if phrase_at(marked.lows, k, hi, getattr(words, name)):
            return name
    return None


def _end(marked: Marked, start: int, base: int, hi: int, levels: list[int]) -> int:
    """The end of a proviso: where its level ends, else the comma that closes it, else the end."""
    if levels[start - base] == WHEN:
        k = start
        while k < hi and levels[k - base] != 0:
            k += 1
        return k
    depth = 0
    for k in range(start + 1, hi):
        if marked.bits[k] & (OPEN | CLOSE):
            depth += 1 if marked.bits[k] & OPEN else -1
        elif marked.bits[k] & COMMA and depth <= 0:
            return k
    return hi


def _slot(marked: Marked, place: tuple[int, int] | None) -> Slot | None:
    if place is None:
        return None
    lo, hi = place
    while hi > lo + 1 and not marked.lows[hi - 1][0].isalnum() and marked.lows[hi - 1] not in ")]%":
        hi -= 1
    start, end = marked.spans[lo][0], marked.spans[hi - 1][1]
    return Slot(start, end, marked.text[start:end])

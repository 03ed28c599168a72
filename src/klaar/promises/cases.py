"""Openings whose items are no promises: the cases in which one holds, or the work that one names."""

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from klaar.clauses.model import Passage
from klaar.promises.defining import defining_words
from klaar.promises.flags import COLON, COMMA, FINITE, IF, NOT
from klaar.promises.levels import WHEN, find_levels
from klaar.promises.lists import Given
from klaar.promises.marked import NOBODY, Marked
from klaar.promises.statement import ACTIVITY, CASE, Statement
from klaar.promises.unfinished import list_words
from klaar.promises.verdict import Verdict
from klaar.text.data import load_words


class CaseWords(NamedTuple):
    """The last words of an opening that has cases as its items; `met` is the one that another goes before."""

    ends: frozenset[str]
    met: str


@cache
def case_words(language: str) -> CaseWords:
    """The words of "nl" or "en": `cases` in [lists] of signs.toml, the last of them `met`."""
    words = load_words(language, "signs")["lists"]["cases"].split()
    return CaseWords(frozenset(words), words[-1])


class Handed(NamedTuple):
    """What an opening hands on to its items, and the statements that it is itself."""

    given: Given | None
    statements: list[Statement]


def hand_on(marked: Marked, lo: int, hi: int, handed: Handed, item: Passage | None) -> Handed:
    """What the opening `lo:hi` hands on, once its items turn out to be cases or activities.

    `item` is the passage behind it where that is its first item: "if …" there makes the items of "X may end
    it:" the cases in which it may.
    """
    if handed.given is None:
        handed = handed._replace(given=_activities(marked, lo, hi, handed.statements))
    handed = _as_cases(marked, handed, item)
    given = handed.given
    if (given is None or given.verdict.kind == ACTIVITY) and _ends_in_if(marked, lo, hi):
        return handed._replace(given=Given(Verdict(CASE, NOBODY), lo, hi))
    return handed


def _as_cases(marked: Marked, handed: Handed, item: Passage | None) -> Handed:
    """An opening whose items are the cases in which it holds ("X may end it: a) if …; b) if …") is theirs."""
    given, statements = handed
    if not statements or item is None or (given and given.verdict.kind != ACTIVITY):
        return handed
    if not marked.bits[bisect_left(marked.spans, (item.start, -1))] & IF:
        return handed
    words = statements[-1].words
    ended = marked.bits[words.hi - 1] & (COLON | FINITE) or marked.lows[words.hi : words.hi + 1] == [":"]
    if not ended or marked.bits[words.hi - 1] & IF:
        return handed
    return Handed(Given(statements[-1].verdict, words.lo, words.hi), statements[:-1])


def _activities(marked: Marked, lo: int, hi: int, statements: list[Statement]) -> Given | None:
    """After an opening that is no promise and no condition, items may still name the work: "Dit omvat: …"."""
    if not defining_words(marked.language).meant.isdisjoint(marked.lows[lo:hi]):
        return None
    if statements or marked.bits[lo] & (IF | NOT) or not marked.bits[hi - 1] & COLON:
        return None
    return Given(Verdict(ACTIVITY, NOBODY), lo, hi)


def _ends_in_if(marked: Marked, lo: int, hi: int) -> bool:
    """ "X may end it if:" and "… under these conditions:": the items are cases, no promises."""
    at = hi - 1
    while at > lo and marked.bits[at] & (COLON | COMMA):
        at -= 1
    words = case_words(marked.language)
    following = list_words(marked.language).following
    if find_levels(marked, lo, at + 1)[-1] == WHEN and not following.isdisjoint(marked.lows[lo:at]):
        return True  # "… if any of the following events occur:"
    if marked.bits[at] & IF and marked.lows[at] in words.ends:
        return True
    return marked.lows[at] == words.met and marked.lows[at - 1] in words.ends

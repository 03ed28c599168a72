"""Levels in a language whose verb stands behind its subject, in main and subordinate clauses alike: English.

"If Client does not pay, Supplier, which gives notice, may suspend the service."
"""

from functools import cache
from typing import NamedTuple

from klaar.promises.depths import ASIDE, MAIN, WHAT, WHEN, WHICH
from klaar.promises.flags import (
    AND,
    BUT,
    CLOSE,
    COLON,
    COMMA,
    DETERMINER,
    FINITE,
    IF,
    IF_FIRST,
    MAY,
    MUST,
    OPEN,
    PARTY,
    PERSON,
    PRONOUN,
    RELATIVE,
    SEMI,
    THAT,
)
from klaar.promises.lexicon import read_room
from klaar.promises.marked import Marked


class OpenerWords(NamedTuple):
    """The words of [openers]."""

    conjunctions: frozenset[str]
    like: frozenset[str]
    that: frozenset[str]
    said_plainly: frozenset[str]
    in_that: frozenset[str]
    no_clause: frozenset[str]
    vouch: frozenset[str]


@cache
def opener_words(language: str) -> OpenerWords:
    """The words of "nl" or "en"."""
    return read_room(OpenerWords, language, "openers")


class _Scan:
    """Goes through a sentence word by word and holds the level that it is at."""

    def __init__(self, marked: Marked, lo: int, hi: int) -> None:
        self.marked, self.lo, self.hi = marked, lo, hi
        self.words = opener_words(marked.language)
        self.levels = [MAIN] * (hi - lo)
        self.level, self.outer = MAIN, list[int]()
        self.vouched = self.held = False

    def run(self) -> list[int]:
        marked, lo, levels = self.marked, self.lo, self.levels
        for i in range(lo, self.hi):
            t = marked.bits[i]
            if self.level == MAIN and not t & _CHANGES:
                continue
            if t & CLOSE:
                levels[i - lo] = self.level
                self.level = self.outer.pop() if self.outer else self.level
                continue
            if t & (OPEN | _POINTS):
                self._mark(i, t)
            elif self.level == MAIN:
                self._open(i, t)
            if self.level == WHEN and t & (MUST | MAY) and not self.outer and self._is_bare(i):
                self.level = MAIN
            levels[i - lo] = self.level
        return levels

    def _mark(self, i: int, t: int) -> None:
        """An opening bracket puts aside; a comma, colon or semicolon may close what was opened."""
        if t & OPEN:
            self.outer.append(self.level)
            self.level = self.level or ASIDE
        elif t & COMMA:
            self._comma(i)
        elif not self.outer and not (self.level == WHEN and self._list_goes_on(i)):
            self.level = MAIN

    def _comma(self, i: int) -> None:
        bits = self.marked.bits
        if self.level == ASIDE and not self.outer:
            self.level = MAIN
        elif i > self.lo and bits[i - 1] & (MUST | MAY):
            if i + 1 < self.hi and bits[i + 1] & BUT:
                self.level = ASIDE  # "may, but need not, give feedback"; not "shall, at all times, keep"
        elif self.level == WHEN and self._if_in_if(i):
            self.held = True  # "if, unless the law forbids it, Supplier tells …": it goes on behind the aside
        elif self.held:
            self.held = False
        elif not self.outer and not self.vouched:
            self.level = MAIN

    def _if_in_if(self, i: int) -> bool:
        marked = self.marked
        if marked.lows[i - 1] not in self.words.conjunctions or i + 1 >= self.hi:
            return False
        return bool(marked.bits[i + 1] & IF)

    def _open(self, i: int, t: int) -> None:
        """A word at the main level that may open a clause: "if", "which", "that", "as"."""
        low, words, before = self.marked.lows[i], self.words, self.marked.lows[i - 1]
        that = low in words.that
        if i == self.lo:
            if t & (IF | IF_FIRST) and low in words.conjunctions:
                self.level = WHEN
        elif low in words.like and i + 1 < self.hi and self.marked.bits[i + 1] & _LIKE:
            self.level = WHICH
        elif that and (before in words.said_plainly or before in words.in_that):
            self.level = MAIN
        elif t & RELATIVE and not (that and before in words.no_clause):
            self._relate(i, that=that)
        elif t & THAT:
            self.level = WHAT
        elif t & IF and low in words.conjunctions:
            self.level = WHEN

    def _relate(self, i: int, *, that: bool) -> None:
        """ "which …" is of a noun; "that" behind a verb, or behind "warrants", opens what is said."""
        marked = self.marked
        self.vouched = that and not self.words.vouch.isdisjoint(marked.lows[self.lo : i])
        said = self.vouched or (that and marked.bits[i - 1] & FINITE)
        self.level = WHAT if said else WHICH

    def _is_bare(self, i: int) -> bool:
        """ "The charge once established may …", "changes where necessary
        will …": a condition without a verb.
        """
        k, marked = i - 1, self.marked
        while k > self.lo and self.levels[k - self.lo] == WHEN:
            if marked.owners[k] or marked.bits[k] & (DETERMINER | PERSON | PRONOUN | FINITE):
                return False
            k -= 1
        return k > self.lo and i - k <= 4

    def _list_goes_on(self, i: int) -> bool:
        """ "If Customer (a) is late; (b) breaches …; or (c) …, then": the list belongs to the condition."""
        after, bits = i + 1, self.marked.bits
        while after < self.hi and bits[after] & AND:
            after += 1
        return bool(bits[i] & SEMI) and after < self.hi and bool(bits[after] & OPEN)


_LIKE = PARTY | PERSON | MAY | MUST
_POINTS = COMMA | COLON | SEMI
_CHANGES = OPEN | CLOSE | _POINTS | IF | IF_FIRST | THAT | RELATIVE


def levels_subject_first(marked: Marked, lo: int, hi: int) -> list[int]:
    """The level of each word of the sentence `lo:hi`: in "if Client pays, it
    may stay" the first three are WHEN.
    """
    return _Scan(marked, lo, hi).run()

"""Levels in a language whose verb stands behind its subject, in main and subordinate clauses alike: English.

"If Client does not pay, Supplier, which gives notice, may suspend the service."
"""

from klaar.promises.clause_ends import (
    binds_behind,
    is_bare,
    is_next_clause,
    is_own_verb,
    list_goes_on,
    opens_if,
)
from klaar.promises.depths import ASIDE, MAIN, WHAT, WHEN, WHICH
from klaar.promises.flags import (
    BUT,
    CLOSE,
    COLON,
    COMMA,
    FINITE,
    IF,
    IF_FIRST,
    MAY,
    MUST,
    OPEN,
    PARTY,
    PERSON,
    RELATIVE,
    SEMI,
    THAT,
)
from klaar.promises.marked import Marked
from klaar.promises.openers import opener_words
from klaar.promises.reduced import is_reduced


class _Scan:
    """Goes through a sentence word by word and holds the level that it is at."""

    def __init__(self, marked: Marked, lo: int, hi: int) -> None:
        self.marked, self.lo, self.hi = marked, lo, hi
        self.words = opener_words(marked.language)
        self.levels = [MAIN] * (hi - lo)
        self.level, self.outer = MAIN, list[int]()
        self.vouched = self.held = False
        self.then = self.said = lo - 1
        self.leads = False

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
                if self.level == MAIN and t & (PARTY | PERSON) and is_reduced(marked, lo, self.hi, levels, i):
                    self.level, self.said = WHICH, i + 1
            if t & (MUST | MAY) and not self.outer and self._is_main_again(i):
                self.level = MAIN
            levels[i - lo] = self.level
        return levels

    def _is_main_again(self, i: int) -> bool:
        """Whether a modal is the main clause's: behind a bare condition, or behind "data Client may …"."""
        if self.level == WHEN:
            bare = is_bare(self.marked, self.lo, self.levels, i)
            return bare or (self.leads and is_next_clause(self.marked, self.lo, self.hi, i))
        return self.level == WHICH and self.lo <= self.said < i - 1 and is_own_verb(self.marked, self.said, i)

    def _mark(self, i: int, t: int) -> None:
        """An opening bracket puts aside; a comma, colon or semicolon may close what was opened."""
        if t & OPEN:
            self.outer.append(self.level)
            self.level = self.level or ASIDE
        elif t & COMMA:
            self._comma(i)
        elif not self.outer and not (self.level == WHEN and list_goes_on(self.marked, i, self.hi)):
            self.level = MAIN

    def _comma(self, i: int) -> None:
        bits = self.marked.bits
        if self.level == WHEN and i + 1 < self.then:
            return  # "If A, and B is not cured, then …": all of it is the condition
        if self.level == ASIDE and not self.outer:
            self.level = MAIN
        elif i > self.lo and bits[i - 1] & (MUST | MAY):
            if i + 1 < self.hi and bits[i + 1] & BUT:
                self.level = ASIDE  # "may, but need not, give feedback"; not "shall, at all times, keep"
        elif self.level == WHEN and opens_if(self.marked, i, self.hi, self.words.conjunctions):
            self.held = True  # "if, unless the law forbids it, Supplier tells …": it goes on behind the aside
        elif self.held and not binds_behind(self.marked, i, self.hi):
            self.held = False
        elif not self.outer and not self.vouched:
            self.level, self.held = MAIN, False

    def _open(self, i: int, t: int) -> None:
        """A word at the main level that may open a clause: "if", "which", "that", "as"."""
        low, words, before = self.marked.lows[i], self.words, self.marked.lows[i - 1]
        that = low in words.that
        if i == self.lo:
            if t & (IF | IF_FIRST) and low in words.conjunctions:
                self._condition()
        elif low in words.like and i + 1 < self.hi and self.marked.bits[i + 1] & _LIKE:
            self.level = WHICH
        elif that and before in words.cases:
            self._condition(i)
        elif that and (before in words.said_plainly or before in words.in_that):
            self.level = MAIN
        elif t & RELATIVE and not (that and before in words.no_clause):
            self._relate(i, that=that)
        elif t & THAT:
            self.level = WHAT
        elif t & IF and low in words.conjunctions:
            self._condition(i)

    def _condition(self, i: int = -1) -> None:
        """A condition; one that leads the sentence goes on to a ", then"."""
        self.level = WHEN
        self.leads = i <= self.lo + 4
        if not self.leads:
            return
        lows, bits = self.marked.lows, self.marked.bits
        for k in range(self.lo + 3, self.hi):
            if lows[k] in self.words.then and bits[k - 1] & COMMA:
                self.then = k
                return

    def _relate(self, i: int, *, that: bool) -> None:
        """ "which …" is of a noun; "that" behind a verb, or behind "warrants", opens what is said."""
        marked = self.marked
        self.said = self.lo - 1
        self.vouched = that and not self.words.vouch.isdisjoint(marked.lows[self.lo : i])
        said = self.vouched or (that and marked.bits[i - 1] & FINITE)
        self.level = WHAT if said else WHICH


_LIKE = PARTY | PERSON | MAY | MUST
_POINTS = COMMA | COLON | SEMI
_CHANGES = OPEN | CLOSE | _POINTS | IF | IF_FIRST | THAT | RELATIVE | PARTY | PERSON


def levels_subject_first(marked: Marked, lo: int, hi: int) -> list[int]:
    """The level of each word of the sentence `lo:hi`: in "if Client pays, it
    may stay" the first three are WHEN.
    """
    return _Scan(marked, lo, hi).run()

"""Levels in a language whose verb stands second in a main clause and last in a subordinate one: Dutch.

"Indien Klant niet betaalt, mag Leverancier, die daarvan bericht, de dienst opschorten."
"""

from klaar.promises.depths import ASIDE, MAIN, WHAT, WHEN, WHICH
from klaar.promises.flags import (
    ACT,
    ADVERB,
    AND,
    BE,
    CLOSE,
    COLON,
    COMMA,
    FINITE,
    HAVE,
    IF,
    MAY,
    MUST,
    OPEN,
    PARTY,
    PERSON,
    RELATIVE,
    SEMI,
    SIGN,
    THAT,
)
from klaar.promises.marked import Marked
from klaar.promises.nouns import is_noun
from klaar.promises.subclauses import (
    SUBJECT,
    clause_words,
    is_comparison,
    or_follows,
    verb_first,
    verb_follows,
)

_OPENERS = IF | THAT | RELATIVE
_POINTS = COMMA | SEMI | COLON
_CHANGES = OPEN | CLOSE | _POINTS | _OPENERS
"""A word without any of these leaves the main level as it is."""


class _Scan:
    """Goes through a sentence word by word and holds the level that it is at."""

    def __init__(self, marked: Marked, lo: int, hi: int) -> None:
        self.marked, self.lo, self.hi = marked, lo, hi
        self.words = clause_words(marked.language)
        self.level, self.outer = MAIN, list[int]()
        self.leading, self.verbs = False, 0

    def run(self) -> list[int]:
        bits, lo, levels = self.marked.bits, self.lo, [MAIN] * (self.hi - self.lo)
        for i in range(lo, self.hi):
            t = bits[i]
            if self.level == MAIN and not t & _CHANGES and i > lo:
                continue
            if t & CLOSE:
                levels[i - lo] = self.level
                self.level = self.outer.pop() if self.outer else self.level
                continue
            if t & (OPEN | _POINTS):
                self._mark(i, t)
            elif self.level == MAIN:
                self.level, self.leading = self._opens(i)
                self.verbs = 1 if self.level == WHEN and t & FINITE else 0
            elif self.level != ASIDE and t & FINITE and not is_noun(self.marked, i, lo):
                if self._main_again(i):
                    self.level, self.leading = MAIN, False
                self.verbs += 1
            levels[i - lo] = self.level
        return levels

    def _mark(self, i: int, t: int) -> None:
        """An opening bracket puts aside; a comma, colon or semicolon may close what was opened."""
        if t & OPEN:
            self.outer.append(self.level)
            self.level = self.level or ASIDE
        elif not t & COMMA:
            if not self.outer:
                self.level, self.leading = MAIN, False
        elif self.leading:
            if verb_follows(self.marked, i, self.hi):
                self.level, self.leading = MAIN, False
        elif self.level == WHEN and not self.outer and or_follows(self.marked, i, self.hi):
            return  # "indien A wordt gestaakt, of B wordt ontbonden": the second is a condition too
        elif self.level not in (MAIN, ASIDE) and not self.outer and (self.verbs or self._closes(i)):
            self.level = MAIN

    def _closes(self, comma: int) -> bool:
        """A comma ends a clause whose verb has come, known or not ("…, die de storing verhelpt, …")."""
        ended = self.marked.lows[comma - 1].endswith(self.words.verb_ends)
        return ended or verb_follows(self.marked, comma, self.hi)

    def _opens(self, i: int) -> tuple[int, bool]:
        """The level that the word `i` of the main clause opens, and whether it leads the sentence."""
        bits, word = self.marked.bits, self.marked.lows[i]
        if i == self.lo and verb_first(self.marked, self.lo, self.hi):
            return WHEN, True
        if i == self.lo and word in self.words.free:
            return WHAT, False
        if bits[i] & IF and not bits[i] & FINITE and not is_comparison(self.marked, i, self.hi):
            return WHEN, self._is_first(i)
        if i == self.lo and word not in self.words.that:
            return MAIN, False
        return self._opens_noun_clause(i)

    def _is_first(self, i: int) -> bool:
        bits, lo = self.marked.bits, self.lo
        return all(bits[k] & (ADVERB | AND | COMMA) for k in range(lo + 1, i))

    def _opens_noun_clause(self, i: int) -> tuple[int, bool]:
        """ "dat", "of", "die": what is said, or which; "in het geval dat" is a condition."""
        bits, lows, words = self.marked.bits, self.marked.lows, self.words
        if lows[i] in words.that:
            if lows[i - 1] in words.cases:
                return WHEN, i < self.lo + 6
            return (MAIN if i == self.lo or lows[i - 1] in words.before_noun else WHAT), False
        if lows[i] in words.whether and bits[i - 1] & ACT:
            return WHAT, False
        noun = lows[i] in words.who and (bits[i - 1] & FINITE or lows[i - 1] in words.before_noun)
        if bits[i] & RELATIVE and not noun:
            return WHICH, False
        return MAIN, False

    def _main_again(self, i: int) -> bool:
        """True where a finite verb goes back to the main clause though no comma closed the one before."""
        bits, hi = self.marked.bits, self.hi
        if bits[i - 1] & AND and bits[i] & (MUST | MAY):
            return True
        if self.leading and self.marked.lows[i - 1] in self.words.or_first and self._subject_behind(i):
            return True  # "Als Klant niet betaalt dan is Leverancier …"
        if self.verbs:
            return self._inverted(i) or (i + 1 < hi and bool(bits[i] & BE) and bool(bits[i + 1] & SIGN))
        if not self.leading or i + 1 >= hi or not bits[i + 1] & (PARTY | PERSON):
            return False
        return not any(bits[k] & COMMA and bits[k + 1] & (FINITE | ADVERB) for k in range(i, hi - 1))

    def _inverted(self, i: int) -> bool:
        """A finite verb behind another, with its subject: "… dat wenst onderhoudt Leverancier …"."""
        bits = self.marked.bits
        if bits[i - 1] & _AUXILIARY and bits[i] & _AUXILIARY:
            return False
        if not self._subject_behind(i):
            return False
        return bool(bits[i - 1] & FINITE) or self.marked.lows[i - 1].endswith(self.words.participle_ends)

    def _subject_behind(self, i: int) -> bool:
        return i + 1 < self.hi and bool(self.marked.bits[i + 1] & SUBJECT)


_AUXILIARY = MUST | MAY | BE | HAVE


def levels_verb_second(marked: Marked, lo: int, hi: int) -> list[int]:
    """The level of each word of the sentence `lo:hi`: "als Klant betaalt, …" opens with three of WHEN."""
    return _Scan(marked, lo, hi).run()

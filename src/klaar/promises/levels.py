"""Which words of a sentence say what is promised, and which only when, or of what.

"Indien Klant niet betaalt, mag Leverancier, die daarvan schriftelijk bericht, de levering opschorten": only
"mag Leverancier" and "de levering opschorten" are at the main level. No full parse: the words that open a
condition or a relative clause, the comma that closes it, and the place of the finite verb.
"""

from bisect import bisect_left
from typing import NamedTuple

from klaar.promises.depths import ASIDE, MAIN, WHAT, WHEN, WHICH
from klaar.promises.flags import ACT, BE, BECOME, COMMA, FINITE, HAVE, IF, MAY, MUST, SIGN
from klaar.promises.levels_subject_first import levels_subject_first
from klaar.promises.levels_verb_second import levels_verb_second
from klaar.promises.marked import Marked
from klaar.promises.subclauses import may_open_first

__all__ = ["ASIDE", "MAIN", "WHAT", "WHEN", "WHICH", "Stretch", "find_levels", "find_stretch"]


class Stretch(NamedTuple):
    """The words `lo:hi` of a sentence; `levels[k - base]` is the level of word k of the text."""

    lo: int
    hi: int
    base: int
    levels: list[int]


def find_stretch(marked: Marked, lo: int, hi: int) -> Stretch:
    """The sentence `lo:hi` with the levels of its words."""
    return Stretch(lo, hi, lo, find_levels(marked, lo, hi))


def find_levels(marked: Marked, lo: int, hi: int) -> list[int]:
    """The level of each word of the sentence `lo:hi`."""
    opener = bisect_left(marked.openers, lo)
    within = opener < len(marked.openers) and marked.openers[opener] < hi
    if not within and not may_open_first(marked, lo) and not _two_modals(marked, lo, hi):
        return [MAIN] * (hi - lo)
    levels = (levels_verb_second if marked.verb_second else levels_subject_first)(marked, lo, hi)
    bits = marked.bits
    for i, level in enumerate(levels, lo):
        if level == MAIN and bits[i] & _FINITE_OR_SIGN:
            return levels
    _bring_back(marked, lo, levels)
    return levels


def _two_modals(marked: Marked, lo: int, hi: int) -> bool:
    """ "Client must return any content it may hold": one of the modals may be of a relative clause."""
    if marked.verb_second:
        return False
    verbs = marked.verbs
    modals = [
        k for k in verbs[bisect_left(verbs, lo) : bisect_left(verbs, hi)] if marked.bits[k] & (MUST | MAY)
    ]
    return len(modals) > 1


_FINITE_OR_SIGN = MUST | MAY | BE | HAVE | BECOME | ACT | SIGN


def _bring_back(marked: Marked, lo: int, levels: list[int]) -> None:
    """No main verb at all: the last strong one in a relative clause was
    it ("Kosten die X maakt zullen …").
    """
    if marked.bits[lo] & IF and not marked.bits[lo] & FINITE and not _opens_main(marked, lo, levels):
        return
    strong = [i for i, level in enumerate(levels) if level == WHICH and marked.bits[lo + i] & _STRONG]
    if strong and 3 < strong[-1] < len(levels) - 3 and levels[strong[-1] - 2] == WHICH:
        first = strong[-1] - (
            not marked.verb_second and strong[-1] - 1 in strong
        )  # "may be billed": from "may" on
        for i in range(first, len(levels)):
            if levels[i] != ASIDE:
                levels[i] = MAIN


_STRONG = MUST | MAY | BECOME | BE


def _opens_main(marked: Marked, lo: int, levels: list[int]) -> bool:
    """ "If X …, any costs which …": behind the condition a main clause has begun."""
    return not marked.verb_second and any(
        level == MAIN and not marked.bits[lo + i] & COMMA for i, level in enumerate(levels)
    )

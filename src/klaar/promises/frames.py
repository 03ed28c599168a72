"""A sentence becomes frames: one finite verb that may bind, with the words that go with it.

"Klant meldt storingen en Leverancier lost ze op." has two frames, around "meldt" and "lost".
"""

from bisect import bisect_left
from typing import NamedTuple

from klaar.promises.flags import AND, BUT, COLON, COMMA, MAY, MUST, NOT, RELATIVE, SEMI
from klaar.promises.frame_parts import part_begins
from klaar.promises.levels import MAIN, Stretch
from klaar.promises.marked import NOBODY, Marked
from klaar.promises.subject import find_subject
from klaar.promises.subject_named import named_before
from klaar.promises.verbs import can_bind, goes_with, is_agreement, may_be_verb, verb_words


class Frame(NamedTuple):
    """The words `lo:hi`, the finite verb among them, and the side of its
    subject (NOBODY: a thing or unknown).
    """

    lo: int
    hi: int
    verb: int
    subject: int


class _Cut(NamedTuple):
    """Where a frame begins, its verb and its subject."""

    start: int
    verb: int
    subject: int


def find_frames(marked: Marked, stretch: Stretch) -> list[Frame]:
    """The frames of a sentence, in order; none where nothing could bind."""
    cuts: list[_Cut] = []
    lo, hi, levels = stretch.lo, stretch.hi, stretch.levels
    for verb in marked.verbs[bisect_left(marked.verbs, lo) : bisect_left(marked.verbs, hi)]:
        if levels[verb - lo] != MAIN or not may_be_verb(marked, verb, hi):
            continue
        if is_agreement(marked, verb, hi) or goes_with(marked, lo, verb, cuts[-1].verb if cuts else -1):
            continue
        begin = part_begins(marked, cuts[-1].verb, verb, stretch) if cuts else lo
        if begin is not None:
            _add(marked, cuts, begin, verb, stretch)
    return _frames(marked, cuts, hi) if cuts else []


def _frames(marked: Marked, cuts: list[_Cut], hi: int) -> list[Frame]:
    ends = [cut.start for cut in cuts[1:]] + [hi]
    return [_trim(marked, Frame(c.start, end, c.verb, c.subject)) for c, end in zip(cuts, ends, strict=True)]


def _add(marked: Marked, cuts: list[_Cut], begin: int, verb: int, stretch: Stretch) -> None:
    """Add the frame that begins at `begin`, if its verb can bind."""
    near = cuts and begin - cuts[-1].verb <= 4 and _both_modal(marked, cuts[-1].verb, verb)
    if near and named_before(marked, begin, verb) <= 0:
        cuts[-1] = cuts[-1]._replace(verb=verb)
        return  # "must keep, and must have others keep, accounts": one promise in two verbs
    subject = _before_relative(marked, begin, verb, stretch) or find_subject(marked, begin, verb, stretch.hi)
    if not subject and not cuts:
        subject = _agreed_by(marked, stretch.lo, verb)
    if can_bind(marked, begin, verb, stretch.hi, subject, first=not cuts):
        cuts.append(_Cut(begin, verb, subject))


def _both_modal(marked: Marked, first: int, second: int) -> bool:
    return bool(marked.bits[first] & (MUST | MAY) and marked.bits[second] & (MUST | MAY))


def _before_relative(marked: Marked, begin: int, verb: int, stretch: Stretch) -> int:
    """ "De Klant, die zich daarmee niet verenigt, is bevoegd …": the name before a relative clause."""
    edge, levels, base = verb, stretch.levels, stretch.base
    while edge > begin and (levels[edge - 1 - base] != MAIN or marked.bits[edge - 1] & COMMA):
        edge -= 1
    if edge == verb or edge - begin > 6 or not marked.owners[edge - 1]:
        return NOBODY
    return named_before(marked, begin, edge) if marked.bits[edge] & (COMMA | RELATIVE) else NOBODY


def _agreed_by(marked: Marked, lo: int, verb: int) -> int:
    """ "Contractor agrees that no changes shall be made": who agreed is bound, whatever the subject is."""
    words = verb_words(marked.language)
    for k in range(lo + 1, verb - 1):
        if marked.lows[k] in words.agree and marked.lows[k + 1] in words.that:
            return named_before(marked, lo, k)
    return NOBODY


def _trim(marked: Marked, frame: Frame) -> Frame:
    """The frame without the commas and the "and" at its edges."""
    lo, hi = frame.lo, frame.hi
    while hi > lo and marked.bits[hi - 1] & (COMMA | SEMI | AND | BUT | COLON):
        hi -= 1
    while lo < hi and marked.bits[lo] & (COMMA | SEMI | AND | BUT) and not marked.bits[lo] & NOT:
        lo += 1
    return frame._replace(lo=lo, hi=hi)

"""A passage becomes runs of words: its sentences, and the bullets inside it."""

from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

from klaar.promises.bullets import find_bullets
from klaar.promises.flags import COLON
from klaar.promises.marked import Marked
from klaar.text.sentences import split_sentences


class Run(NamedTuple):
    """The words `lo:hi` of one sentence.

    `opens` is true where it opens a list: "Leverancier zal:". `item` tells whose item it is: "passage" that
    of the passage's own opening, "bullet" that of an opening inside the passage, "" of none.
    """

    lo: int
    hi: int
    opens: bool
    item: str


def runs_of(marked: Marked, starts: list[int], start: int, end: int, *, opens: bool) -> list[Run]:
    """The runs of the characters `start:end`; `opens` where the passage is the opening of a list.

    `starts` are the places where words begin.
    """
    lo, hi = bisect_left(starts, start), bisect_left(starts, end)
    bullets = find_bullets(marked, lo, hi)
    if not bullets:
        return _part(marked, starts, lo, hi, opens=opens, item="passage")
    found: list[Run] = []
    for part, (begin, stop) in enumerate(pairwise([lo, *bullets, hi])):
        last = part == len(bullets)
        ends = opens if last else part == 0 or None
        found += _part(
            marked, starts, begin + (part > 0), stop, opens=ends, item="bullet" if part else "passage"
        )
    return found


def _part(marked: Marked, starts: list[int], lo: int, hi: int, *, opens: bool | None, item: str) -> list[Run]:
    """The sentences among the words `lo:hi`; `opens` of the last one, None to tell by its colon."""
    if lo >= hi:
        return []
    text, spans = marked.text, marked.spans
    sentences = split_sentences(text, spans[lo][0], spans[hi - 1][1], marked.language)
    if len(sentences) == 1:
        bounds = [(lo, hi)]
    else:
        bounds = [(bisect_left(starts, s.start), bisect_left(starts, s.end)) for s in sentences]
    found = []
    for number, (begin, stop) in enumerate(bounds, 1):
        if stop > begin:
            ends = bool(marked.bits[stop - 1] & COLON) if opens is None else opens
            found.append(Run(begin, stop, number == len(bounds) and ends, item if number == 1 else ""))
    return found

"""What is given without any warranty: "as is"."""

from functools import cache
from typing import NamedTuple

from klaar.promises.flags import AND, BE, BECOME
from klaar.promises.frames import Frame
from klaar.promises.lexicon import read_room
from klaar.promises.marked import IT, Marked
from klaar.promises.verdict import Verdict


class DisclaimWords(NamedTuple):
    """The words of [disclaims]."""

    as_: frozenset[str]
    is_: frozenset[str]
    quoted: frozenset[str]


_QUOTES = frozenset("\"'“”‘’„«»")


@cache
def disclaim_words(language: str) -> DisclaimWords:
    """The words of "nl" or "en"."""
    return read_room(DisclaimWords, language, "disclaims")


def judge_as_is(marked: Marked, frame: Frame) -> Verdict | None:
    """ "The beta is provided as is." lets the supplier off; "as is agreed in clause 3" does not."""
    if not marked.bits[frame.verb] & (BE | BECOME):
        return None
    words = disclaim_words(marked.language)
    for k in range(frame.verb + 1, frame.hi - 1):
        low = marked.lows[k]
        if low in words.as_ and marked.lows[k + 1] in words.is_ and _ends(marked, k + 2, frame.hi):
            return Verdict("exclusion", frame.subject or IT)
        if low in words.quoted and _quoted(marked, k):
            return Verdict("exclusion", frame.subject or IT)
    return None


def _quoted(marked: Marked, k: int) -> bool:
    """Whether a quotation mark opens right before word k: "'zoals deze is'"."""
    return marked.lows[k - 1] in _QUOTES and marked.spans[k - 1][1] == marked.spans[k][0]


def _ends(marked: Marked, at: int, hi: int) -> bool:
    return at >= hi or not marked.lows[at].isalnum() or bool(marked.bits[at] & AND)

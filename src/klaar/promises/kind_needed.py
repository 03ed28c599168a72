"""What a side is needed for: "Voor de dienst is het nodig dat Klant beschikt over …"."""

from functools import cache
from typing import NamedTuple

from klaar.promises.flags import BE, THAT
from klaar.promises.frames import Frame
from klaar.promises.lexicon import read_room
from klaar.promises.look import Look
from klaar.promises.marked import CLIENT, IT, Marked
from klaar.promises.verdict import Verdict


class NeededWords(NamedTuple):
    """The words of [needed]."""

    needed: frozenset[str]


@cache
def needed_words(language: str) -> NeededWords:
    """The words of "nl" or "en"."""
    return read_room(NeededWords, language, "needed")


def judge_needed(marked: Marked, frame: Frame, look: Look) -> Verdict | None:
    """ "It is necessary that Client provides access": Client must provide it."""
    words = needed_words(marked.language)
    if not marked.bits[frame.verb] & BE or look.negated:
        return None
    for k in range(frame.verb + 1, frame.hi - 2):
        if marked.lows[k] in words.needed and marked.bits[k + 1] & THAT:
            side = next((owner for owner in marked.owners[k + 2 : k + 5] if owner in (IT, CLIENT)), 0)
            return Verdict("obligation", side) if side else None
    return None

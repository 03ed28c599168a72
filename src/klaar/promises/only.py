"""Whether "only" shuts: "may only …", "alleen met toestemming"."""

from functools import cache
from typing import NamedTuple

from klaar.promises.flags import IF, MAY, ONLY, UNTIL
from klaar.promises.frames import Frame
from klaar.promises.lexicon import read_room
from klaar.promises.marked import Marked


class OnlyWords(NamedTuple):
    """The words of [only]."""

    consent: frozenset[str]


@cache
def only_words(language: str) -> OnlyWords:
    """The words of "nl" or "en"."""
    return read_room(OnlyWords, language, "only")


def is_shut(marked: Marked, frame: Frame, words: list[int]) -> bool:
    """True for "may only …", "alleen met toestemming", "slechts indien"; not for "alleen door nieuwe"."""
    first = bool(marked.bits[frame.lo] & ONLY)
    if not first and not any(
        marked.bits[k] & (ONLY | UNTIL) and frame.verb - 2 <= k <= frame.verb + 8 for k in words
    ):
        return False
    if marked.bits[frame.verb] & MAY or (first and not marked.verb_second):
        return True
    consent = only_words(marked.language).consent
    return any(marked.bits[k] & IF or marked.lows[k] in consent for k in range(frame.lo + 1, frame.hi))

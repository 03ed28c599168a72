"""Items that name work: "Het oplossen van storingen", "Monitoring of the service"."""

from functools import cache
from typing import NamedTuple

from klaar.promises.flags import PLURAL
from klaar.promises.lexicon import read_room
from klaar.promises.marked import Marked


class ActivityWords(NamedTuple):
    """The words of [activities]."""

    openers: frozenset[str]
    ending: tuple[str, ...]
    links: frozenset[str]


@cache
def activity_words(language: str) -> ActivityWords:
    """The words of "nl" or "en"."""
    return read_room(ActivityWords, language, "activities", "signs")


def is_activity(marked: Marked, lo: int, hi: int) -> bool:
    """Whether the item `lo:hi` names work: "Het oplossen van storingen"; not "Een rapport"."""
    words = activity_words(marked.language)
    first = lo + (marked.lows[lo] in words.openers)
    for k in range(first, min(hi - 1, first + 6)):
        word = marked.lows[k]
        if word.endswith(words.ending) and len(word) > 4 and not marked.bits[k] & ~PLURAL:
            return (k == first and not marked.verb_second) or marked.lows[k + 1] in words.links
    return False

"""The verb that a modal goes with."""

from functools import cache
from typing import NamedTuple

from klaar.promises.flags import ADVERB, NOT
from klaar.promises.frames import Frame
from klaar.promises.lexicon import read_room
from klaar.promises.look import Look
from klaar.promises.marked import Marked


class AdverbWords(NamedTuple):
    """The words of [adverbs]: how an adverb ends, and verbs that end like one ("comply")."""

    ends: tuple[str, ...]
    verbs: frozenset[str]


@cache
def adverb_words(language: str) -> AdverbWords:
    """The words of "nl" or "en"."""
    return read_room(AdverbWords, language, "adverbs")


def main_verb(marked: Marked, frame: Frame, look: Look) -> int:
    """The main verb behind an English modal ("shall not promptly receive":
    "receive"), else the verb itself.
    """
    words = adverb_words(marked.language)
    for k in look.words:
        if k > frame.verb and not marked.bits[k] & (ADVERB | NOT):
            word = marked.lows[k]
            if not word.endswith(words.ends) or word in words.verbs:
                return k
    return frame.verb

"""Sentences that settle how words are read or that state a fact: no one is bound or allowed by them."""

from functools import cache
from typing import NamedTuple

from klaar.promises.flags import BE, FACT, SETTLED
from klaar.promises.frames import Frame
from klaar.promises.lexicon import read_room
from klaar.promises.look import Look
from klaar.promises.main_verb import main_verb
from klaar.promises.marked import Marked


class SettledWords(NamedTuple):
    """The words of [settled]."""

    follows: frozenset[str]
    know: frozenset[str]
    strong: frozenset[str]
    strict: frozenset[str]
    like: frozenset[str]
    passive_be: frozenset[str]
    bound: frozenset[str]
    participle_ends: tuple[str, ...]


@cache
def settled_words(language: str) -> SettledWords:
    """The words of "nl" or "en"."""
    return read_room(SettledWords, language, "settled")


_NEAR = 6
"""Words from a modal or a "be" to its own participle; a later one is of another verb."""


def is_settled(marked: Marked, frame: Frame, look: Look) -> bool:
    """ "wordt verstaan", "shall be deemed"; not "de hieronder beschreven maatregelen"."""
    verb = frame.verb
    like = settled_words(marked.language).like
    at = next((k for k in look.words if marked.bits[k] & SETTLED and marked.lows[k - 1] not in like), -1)
    if at < 0:
        return False
    if not marked.verb_second:
        if marked.lows[verb] in settled_words(marked.language).strict:
            return False  # "must be measured" is done by someone
        return bool((marked.bits[at - 1] | marked.bits[at - 2]) & BE) and at <= verb + _NEAR
    after = at + 1
    if after >= len(marked.lows) or after not in look.words:
        return True
    if marked.bits[after] or not marked.lows[after].isalpha():
        return True
    return marked.lows[after] in settled_words(marked.language).follows


def states_a_fact(marked: Marked, frame: Frame, look: Look) -> bool:
    """ "Changes may result in …", "Deze verhoging zal gelden": what happens, not what a side does."""
    if look.bits & SETTLED and is_settled(marked, frame, look):
        return True
    if marked.verb_second:
        near = (k for k in look.words if frame.verb < k <= frame.verb + 3)
        return bool(marked.bits[frame.hi - 1] & FACT) or any(marked.bits[k] & FACT for k in near)
    return _is_fact(marked, frame, look, main_verb(marked, frame, look))


def _is_fact(marked: Marked, frame: Frame, look: Look, verb: int) -> bool:
    words = settled_words(marked.language)
    if marked.lows[verb] in words.know:
        return True
    if verb == frame.verb or marked.lows[frame.verb] in words.strong:
        return False
    if marked.lows[verb] in words.passive_be:
        if "duty" in look.kinds:
            return False  # "will be due", "may be liable"
        after = marked.lows[verb + 1] if verb + 1 < frame.hi else ""
        return after not in words.bound and not after.endswith(words.participle_ends)
    return bool(marked.bits[verb] & FACT)


def only_understands(marked: Marked, frame: Frame, look: Look) -> bool:
    """ "Client will understand that …": a state of mind, no promise."""
    return marked.lows[main_verb(marked, frame, look)] in settled_words(marked.language).know

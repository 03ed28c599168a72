"""Whether a "not" reaches the verb."""

from functools import cache
from typing import NamedTuple

from klaar.promises.flags import AND, DETERMINER, NOT
from klaar.promises.frames import Frame
from klaar.promises.lexicon import read_room
from klaar.promises.marked import Marked


class DenialWords(NamedTuple):
    """The words of [denial]."""

    not_denied: frozenset[str]
    plain_not: frozenset[str]
    not_behind: frozenset[str]
    before_verb: frozenset[str]
    chosen: frozenset[str]
    none: frozenset[str]
    none_of: frozenset[str]


@cache
def denial_words(language: str) -> DenialWords:
    """The words of "nl" or "en"."""
    return read_room(DenialWords, language, "denial")


def find_nots(marked: Marked, frame: Frame, words: list[int]) -> tuple[int, ...]:
    """The indexes among `words` of each "not" that denies the verb: in
    "Klant betaalt niet", that of "niet".
    """
    return tuple(k for k in words if marked.bits[k] & NOT and _denies(marked, frame, k))


def _denies(marked: Marked, frame: Frame, at: int) -> bool:
    """True where "not" reaches the verb; not in "a not yet paid invoice", "zoals, maar niet beperkt tot"."""
    words = denial_words(marked.language)
    after = marked.lows[at + 1] if at + 1 < len(marked.lows) else ""
    before = marked.lows[at - 1] if at else ""
    if after in words.not_denied or (at and marked.bits[at - 1] & AND):
        return False
    if marked.verb_second:
        return _denies_verb_second(marked, frame, at, before, after)
    return _denies_subject_first(marked, frame, at, before, after)


def _denies_verb_second(marked: Marked, frame: Frame, at: int, before: str, after: str) -> bool:
    words = denial_words(marked.language)
    if marked.lows[at] in words.plain_not:
        if (marked.bits[at - 1] & DETERMINER and at - 1 != frame.verb) or before in words.not_behind:
            return False
        if after.endswith("e") and len(after) > 4:
            return False  # "een niet tijdige betaling": of the adjective
    if at < frame.verb:
        return at >= frame.verb - 2 or at == frame.lo
    return at <= frame.verb + 30


def _denies_subject_first(marked: Marked, frame: Frame, at: int, before: str, after: str) -> bool:
    words = denial_words(marked.language)
    if at < frame.verb:
        return marked.lows[at] in words.before_verb and (at == frame.lo or at > frame.verb - 4)
    if before in words.chosen:
        return False
    return at <= frame.verb + 3 and (marked.lows[at] not in words.none or after in words.none_of)

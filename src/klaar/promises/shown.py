"""Which kinds of promise the signs in a frame show, and by which word."""

from functools import cache
from typing import NamedTuple

from klaar.promises.flags import BE, COMMA, DETERMINER, HAVE, SIGN
from klaar.promises.frames import Frame
from klaar.promises.lexicon import read_room
from klaar.promises.marked import Marked
from klaar.promises.signs import Sign


class ShownWords(NamedTuple):
    """The words of [shown]."""

    said: frozenset[str]
    nouns: frozenset[str]
    participles: frozenset[str]
    perfect: frozenset[str]
    ends: frozenset[str]


@cache
def shown_words(language: str) -> ShownWords:
    """The words of "nl" or "en"."""
    return read_room(ShownWords, language, "shown")


def first_shown(marked: Marked, frame: Frame, words: list[int], negated: bool) -> dict[str, int]:
    """The kinds shown by `words`, each with the first word that shows it: "is verplicht" → {"duty": 3}."""
    kinds: dict[str, int] = {}
    beside: set[str] = set()
    for k in words:
        if not marked.bits[k] & SIGN:
            continue
        beside = beside or {marked.lows[j] for j in words} | _said_with(marked, frame)
        for sign in marked.signs[marked.lows[k]]:
            if negated < sign.negated or any(needed.isdisjoint(beside) for needed in sign.beside):
                continue
            if _shows(marked, frame, words, k, sign):
                kinds.setdefault(sign.kind, k)
    return kinds


def last_shown(marked: Marked, frame: Frame, words: list[int], negated: bool) -> dict[str, int]:
    """The same with the last word that shows each kind."""
    return first_shown(marked, frame, words[::-1], negated)


def _said_with(marked: Marked, frame: Frame) -> set[str]:
    """The word that opens what is said counts as beside the verb: "represents that …"."""
    near = marked.lows[frame.verb : frame.verb + 8]
    return {word for word in near if word in shown_words(marked.language).said}


def _shows(marked: Marked, frame: Frame, words: list[int], at: int, sign: Sign) -> bool:
    """Whether a sign counts where it stands: as the clause's own verb, near
    enough, with the last word it needs.
    """
    if marked.verb_second and sign.verb and at != frame.verb:
        return False
    if not marked.verb_second and not _stands(marked, frame, at, sign):
        return False
    return not sign.last or any(marked.lows[k] in sign.last and _ends(marked, words, k) for k in words)


def _stands(marked: Marked, frame: Frame, at: int, sign: Sign) -> bool:
    """In English a sign counts where it stands near enough behind the verb,
    and is no noun or adjective there.
    """
    words, low = shown_words(marked.language), marked.lows[at]
    if low in words.nouns and at > frame.lo and marked.bits[at - 1] & DETERMINER:
        return False
    if marked.bits[at] & HAVE and marked.lows[at + 1 : at + 2] and marked.lows[at + 1] in words.perfect:
        return False  # "a report has been sent to Client": what was done, no "has to"
    if low in words.participles and not _is_said(marked, frame, at):
        return False
    if sign.kind == "nothing":
        return at <= frame.verb + 5
    if marked.bits[frame.verb] & BE and sign.kind in ("right", "duty"):
        return at <= frame.verb + 4
    return True


def _is_said(marked: Marked, frame: Frame, at: int) -> bool:
    """ "is not permitted", "shall be required"; not "to the extent
    permitted by law", "an authorized user".
    """
    return any(marked.bits[k] & (BE | HAVE) for k in range(max(frame.lo, at - 3), at))


def _ends(marked: Marked, words: list[int], at: int) -> bool:
    """True where the word at `at` is the last of its clause ("stemt …
    in"), or what follows begins another.
    """
    after = at + 1
    if at == words[-1] or after not in words or marked.bits[after] & COMMA:
        return True
    return marked.lows[after] in shown_words(marked.language).ends

"""What "may", "can", "mag" and "kan" open or shut."""

from functools import cache
from typing import NamedTuple

from klaar.promises.flags import AVAILABLE, CHARGE, DETERMINER, MONEY, PAPER, SERVICE
from klaar.promises.frames import Frame
from klaar.promises.lexicon import read_room
from klaar.promises.look import Look
from klaar.promises.main_verb import main_verb
from klaar.promises.marked import IT, Marked
from klaar.promises.verdict import Verdict


class MayWords(NamedTuple):
    """The words of [may]."""

    more: frozenset[str]
    agreed: frozenset[str]
    might: frozenset[str]
    shut: frozenset[str]
    done: frozenset[str]
    passive_be: frozenset[str]
    degrees: frozenset[str]
    asked: frozenset[str]
    participle_ends: tuple[str, ...]


@cache
def may_words(language: str) -> MayWords:
    """The words of "nl" or "en"."""
    return read_room(MayWords, language, "may")


def judge_may(
    marked: Marked, frame: Frame, look: Look, bearer: int, signed: Verdict | None
) -> Verdict | None:
    """The verdict on a frame with "may": a permission, a prohibition, a level, or nothing.

    "Klant mag de dienst doorverkopen." is a permission; "This may be a risk." is none.
    """
    words = may_words(marked.language)
    if signed and _is_decided(frame, look, signed):
        return signed
    if not bearer:
        if look.bits & AVAILABLE:
            return Verdict("service_level", IT)
        if look.negated and not words.more.isdisjoint(marked.lows[frame.verb : frame.verb + 4]):
            return Verdict("prohibition", bearer)
    if _only_possible(marked, frame, look, bearer or bool(signed), words):
        return None
    if bearer and marked.lows[frame.verb] not in words.shut and _is_asked(marked, frame, look, words):
        return Verdict("obligation", bearer)
    shut = look.negated or look.only or marked.lows[frame.verb] in words.shut
    return Verdict("prohibition" if shut else "permission", bearer)


def _is_asked(marked: Marked, frame: Frame, look: Look, words: MayWords) -> bool:
    """ "Supplier may be asked to assist": it must, when asked."""
    verb = main_verb(marked, frame, look)
    return marked.lows[verb] in words.passive_be and not words.asked.isdisjoint(
        marked.lows[verb + 1 : verb + 3]
    )


def _is_decided(frame: Frame, look: Look, signed: Verdict) -> bool:
    """ "may not be liable", "can be held responsible": the sign near the modal decides."""
    if signed.kind == "exclusion":
        return True
    return signed.kind == "obligation" and look.kinds.get("duty", 1 << 30) <= frame.verb + 4


def _only_possible(marked: Marked, frame: Frame, look: Look, known: int, words: MayWords) -> bool:
    """ "De levering kan vertraagd zijn", "Customer may be a member of …": possible, not permitted."""
    if not known and marked.lows[frame.verb] in words.might and not _may_be_done(marked, look, words):
        return True
    return _is_something(marked, frame, look, words)


def _is_something(marked: Marked, frame: Frame, look: Look, words: MayWords) -> bool:
    """ "Customer may be a member of …"; not "may be used"."""
    verb = main_verb(marked, frame, look) if words.passive_be else frame.verb
    if marked.lows[verb] not in words.passive_be or verb + 1 >= frame.hi:
        return False
    if marked.bits[verb + 1] & DETERMINER:
        return True
    word = next((w for w in marked.lows[verb + 1 : verb + 4] if w not in words.degrees), "")
    return not look.kinds and not word.endswith(words.participle_ends)


def _may_be_done(marked: Marked, look: Look, words: MayWords) -> bool:
    """ "Wijzigingen kunnen worden doorgevoerd", "tarieven kunnen worden
    verhoogd": of what is agreed, not of a thing.
    """
    said = {marked.lows[k] for k in look.words}
    if not look.bits & (MONEY | CHARGE | SERVICE | PAPER) and said.isdisjoint(words.agreed):
        return False
    return not said.isdisjoint(words.done)

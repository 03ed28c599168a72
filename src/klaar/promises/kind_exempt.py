"""Who is let off: by a limit of liability, a sole remedy, a part that does not apply."""

from functools import cache
from typing import NamedTuple

from klaar.promises.flags import CHARGE, OF, PART
from klaar.promises.frames import Frame
from klaar.promises.lexicon import read_room
from klaar.promises.look import Look
from klaar.promises.marked import NOBODY, Marked
from klaar.promises.verdict import Verdict, other_side


class ExemptWords(NamedTuple):
    """The words of [exempt]."""

    include: frozenset[str]
    information: frozenset[str]
    remedies: frozenset[str]
    limits: frozenset[str]
    liability: frozenset[str]
    duties: frozenset[str]
    free_for: frozenset[str]


@cache
def exempt_words(language: str) -> ExemptWords:
    """The words of "nl" or "en"."""
    return read_room(ExemptWords, language, "exempt")


def judge_exempt(marked: Marked, frame: Frame, look: Look, bearer: int) -> tuple[bool, Verdict | None]:
    """Whether a word that exempts decides, and the verdict: "De aansprakelijkheid van Leverancier is
    beperkt".

    (True, None) where it speaks of the paper itself: "Section 8.2 does not apply to …".
    """
    words, at = exempt_words(marked.language), look.kinds["exempt"]
    if _of_information(marked, frame, at, words) or _of_a_limit(marked, frame, look, words):
        return True, None
    if marked.lows[at] in words.remedies:
        return True, Verdict("exclusion", other_side(_whose_remedy(marked, frame, at) or frame.subject))
    if frame.verb < look.kinds.get("right", -1) < at:
        return False, None
    if _of_a_part(marked, frame):
        return True, None
    return True, Verdict("exclusion", _let_off(marked, frame, at, words) or bearer)


def _of_information(marked: Marked, frame: Frame, at: int, words: ExemptWords) -> bool:
    """ "Confidential Information does not include information that …" says what a word means."""
    if marked.lows[at] not in words.include:
        return False
    near = marked.lows[frame.lo : frame.verb] + marked.lows[at + 1 : min(at + 4, frame.hi)]
    return not words.information.isdisjoint(near)


def _of_a_limit(marked: Marked, frame: Frame, look: Look, words: ExemptWords) -> bool:
    """ "The cap in clause 8 does not apply to …": a limit that is lifted lets no one off."""
    return look.negated and not words.limits.isdisjoint(marked.lows[frame.lo : min(frame.verb, frame.lo + 5)])


def _whose_remedy(marked: Marked, frame: Frame, at: int) -> int:
    """ "Customer's sole remedy": the side that has no other."""
    behind = range(at - 1, max(frame.lo - 1, at - 5), -1)
    return next((marked.owners[k] for k in behind if marked.owners[k]), NOBODY)


def _let_off(marked: Marked, frame: Frame, at: int, words: ExemptWords) -> int:
    return (
        _liable(marked, frame, at, words)
        or _free_for(marked, frame, at, words)
        or _whose_duty(marked, frame, words)
    )


def _liable(marked: Marked, frame: Frame, at: int, words: ExemptWords) -> int:
    """Whose liability it is: "de aansprakelijkheid van Leverancier", "Supplier's liability"."""
    if marked.lows[at] not in words.liability:
        return NOBODY
    for k in (at - 1, at - 2, at + 2, at + 3):
        if frame.lo <= k < frame.hi and marked.owners[k] and (k > at or k in marked.whose):
            return marked.owners[k]
    return NOBODY


def _free_for(marked: Marked, frame: Frame, at: int, words: ExemptWords) -> int:
    """ "zijn voor Opdrachtgever geen kosten verbonden": Opdrachtgever is let off."""
    if not marked.bits[at] & CHARGE or not words.free_for:
        return NOBODY
    behind = (marked.owners[k + 1] for k in range(frame.lo, at) if marked.lows[k] in words.free_for)
    return next((owner for owner in behind if owner), NOBODY)


def _whose_duty(marked: Marked, frame: Frame, words: ExemptWords) -> int:
    """ "Supplier's obligations as an indemnifying party will not apply to …": Supplier is let off."""
    for k in range(frame.lo, min(frame.lo + 5, frame.verb - 1)):
        if k in marked.whose and marked.owners[k] and marked.lows[k + 1] in words.duties:
            return marked.owners[k]
    return NOBODY


def _of_a_part(marked: Marked, frame: Frame) -> bool:
    """ "Section 8.2 does not apply to …" says how the paper reads, not what a side owes."""
    for k in range(frame.lo, min(frame.lo + 3, frame.verb)):
        if marked.bits[k] & PART:
            after = k + 1
            while after < frame.verb and not marked.lows[after][:1].isalpha():
                after += 1
            if after >= frame.verb or not marked.verb_second or len(marked.lows[after]) < 3:
                return True
            behind = marked.bits[after : frame.verb]  # "de vorige leden van dit artikel"
            return bool(behind[0] & OF) and any(bits & PART for bits in behind[1:4])
    return False

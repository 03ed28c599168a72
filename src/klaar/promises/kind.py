"""What a frame does: binds, allows, forbids, lets off, vouches; or nothing of these."""

from typing import NamedTuple

from klaar.promises.flags import (
    ACT,
    BE,
    BECOME,
    BY,
    HAVE,
    MAY,
    MUST,
    NOT,
    ONLY,
    PAPER,
    PLURAL,
    PRONOUN,
    RECEIVE,
    SETTLED,
    SIGN,
    STATE,
    THING,
)
from klaar.promises.frames import Frame
from klaar.promises.levels import MAIN
from klaar.promises.marked import BOTH, CLIENT, IT, NOBODY, Marked

OTHER_SIDE = {IT: CLIENT, CLIENT: IT}


class Verdict(NamedTuple):
    """The kind, the side that bears it (NOBODY: to be found), and why it is unsure ("" when sure)."""

    kind: str
    bearer: int
    doubt: str = ""


class Look(NamedTuple):
    """What stands at the main level of a frame."""

    words: list[int]
    kinds: dict[str, int]
    bits: int
    negated: bool
    only: bool
    agent: int


def look_at(marked: Marked, frame: Frame, levels: list[int], base: int) -> Look:
    """Gather the signs of a frame: each kind with the first word that shows it."""
    words = [k for k in range(frame.lo, frame.hi) if levels[k - base] == MAIN]
    lows = {marked.lows[k] for k in words}
    kinds: dict[str, int] = {}
    bits = 0
    for k in words:
        t = marked.bits[k]
        bits |= t
        if t & SIGN:
            for sign in marked.signs[marked.lows[k]]:
                if all(beside & lows for beside in sign.beside):
                    kinds.setdefault(sign.kind, k)
    return Look(words, kinds, bits, _negated(marked, frame, words), _only(marked, frame, words), _agent(marked, frame))


def _negated(marked: Marked, frame: Frame, words: list[int]) -> bool:
    reach = 25 if marked.language == "nl" else 6
    return any(marked.bits[k] & NOT and frame.verb - 6 <= k <= frame.verb + reach for k in words)


def _only(marked: Marked, frame: Frame, words: list[int]) -> bool:
    return any(marked.bits[k] & ONLY and frame.verb - 2 <= k <= frame.verb + 7 for k in words)


def _agent(marked: Marked, frame: Frame) -> int:
    """The side after "by"/"door" in a passive."""
    for k in range(frame.lo, frame.hi):
        if marked.bits[k] & BY:
            for name in range(k + 1, min(k + 4, frame.hi)):
                if marked.owners[name]:
                    return marked.owners[name]
    return NOBODY


def judge(marked: Marked, frame: Frame, look: Look) -> Verdict | None:
    """The verdict on a frame, or None where it promises nothing."""
    t = marked.bits[frame.verb]
    if "nothing" in look.kinds and not frame.subject:
        return None
    if t & (MUST | MAY):
        return _modal(marked, frame, look, bool(t & MAY))
    signed = _signed(frame, look)
    if signed:
        return signed
    if t & BECOME:
        return _passive(marked, frame, look)
    if t & RECEIVE and frame.subject:
        return Verdict("obligation", OTHER_SIDE.get(frame.subject, frame.subject))
    if t & (BE | HAVE | STATE | THING) or not frame.subject:
        return None
    return Verdict("prohibition" if look.negated else "obligation", frame.subject)


def _modal(marked: Marked, frame: Frame, look: Look, may: bool) -> Verdict | None:
    bearer = frame.subject or look.agent
    signed = _signed(frame, look)
    if signed and signed.kind in ("exclusion", "permission", "warranty", "prohibition") and not may:
        return signed
    if may:
        if not bearer and marked.language == "nl" and marked.lows[frame.verb] not in ("mag", "mogen") and not signed:
            return None
        return Verdict("prohibition" if look.negated or look.only or marked.lows[frame.verb] == "cannot" else "permission", bearer)
    if look.negated:
        return Verdict("prohibition", bearer)
    return Verdict("obligation", bearer)


def _signed(frame: Frame, look: Look) -> Verdict | None:
    kinds, bearer = look.kinds, frame.subject or look.agent
    if "exempt" in kinds:
        return Verdict("exclusion", bearer)
    if "forbid" in kinds:
        return Verdict("prohibition", bearer)
    if "warrant" in kinds and bearer:
        return Verdict("exclusion" if look.negated else "warranty", bearer)
    if "right" in kinds:
        return Verdict("prohibition" if look.negated else "permission", bearer)
    if "duty" in kinds:
        return Verdict("exclusion" if look.negated else "obligation", bearer)
    return None


def _passive(marked: Marked, frame: Frame, look: Look) -> Verdict | None:
    if look.bits & SETTLED:
        return None
    return Verdict("prohibition" if look.negated else "obligation", look.agent)

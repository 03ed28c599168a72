"""What a frame does: binds, allows, forbids, lets off, vouches; or nothing of these."""

from typing import NamedTuple

from klaar.promises.flags import (
    ACT,
    ADVERB,
    BE,
    BECOME,
    BY,
    FACT,
    HAVE,
    MAY,
    MONEY,
    MUST,
    NOT,
    ONLY,
    PLURAL,
    RECEIVE,
    SCOPE,
    SERVICE,
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
        return _passive(look)
    if t & RECEIVE and frame.subject:
        return Verdict("obligation", OTHER_SIDE.get(frame.subject, frame.subject))
    if t & SCOPE and look.bits & SERVICE:
        return Verdict("exclusion" if look.negated else "obligation", IT, "scope")
    if frame.subject and t & (ACT | PLURAL) or _unlisted(marked, frame, t):
        return Verdict("prohibition" if look.negated else "obligation", frame.subject)
    return _thing(marked, frame, look)


def _unlisted(marked: Marked, frame: Frame, t: int) -> bool:
    return bool(frame.subject) and not t & (BE | HAVE | STATE | THING | SIGN) and marked.language == "en"


def _thing(marked: Marked, frame: Frame, look: Look) -> Verdict | None:
    """ "De credits bedragen 5 %", "De maatregelen voldoen aan …": a thing that a side answers for."""
    if not marked.bits[frame.verb] & THING:
        return None
    word = marked.lows[frame.verb]
    if word in _AMOUNTS and look.bits & MONEY:
        return Verdict("exclusion" if look.negated else "obligation", NOBODY, "thing")
    if word in _MEETS and not look.negated:
        return Verdict("obligation", NOBODY, "thing")
    return None


_AMOUNTS = frozenset(("bedraagt", "bedragen"))
_MEETS = frozenset(("voldoet", "voldoen", "vindt", "vinden", "geschiedt", "geschieden"))


def _modal(marked: Marked, frame: Frame, look: Look, may: bool) -> Verdict | None:
    bearer = frame.subject or look.agent
    if not bearer and _states_a_fact(marked, frame, look):
        return None
    signed = _signed(frame, look)
    if may:
        return _may(marked, frame, look, bearer, signed)
    if signed and signed.kind in ("exclusion", "permission", "warranty", "prohibition"):
        return signed
    return Verdict("prohibition" if look.negated else "obligation", bearer)


def _may(marked: Marked, frame: Frame, look: Look, bearer: int, signed: Verdict | None) -> Verdict | None:
    word = marked.lows[frame.verb]
    if signed and signed.kind == "obligation" and "duty" in look.kinds and look.kinds["duty"] <= frame.verb + 4:
        return signed
    if not bearer and word in _MIGHT and not signed:
        return None
    return Verdict("prohibition" if look.negated or look.only or word == "cannot" else "permission", bearer)


_MIGHT = frozenset("kan kunnen can might".split())


def _states_a_fact(marked: Marked, frame: Frame, look: Look) -> bool:
    """ "Changes may result in …", "Deze verhoging zal gelden": no one is bound or allowed."""
    if look.bits & SETTLED:
        return True
    if marked.language == "nl":
        return bool(marked.bits[frame.hi - 1] & FACT) or any(
            marked.bits[k] & FACT for k in look.words if frame.verb < k <= frame.verb + 3
        )
    after = [k for k in look.words if k > frame.verb and not marked.bits[k] & (ADVERB | NOT)]
    if not after or marked.lows[frame.verb] in ("shall", "must", "should"):
        return False
    if marked.lows[after[0]] == "be":
        return len(after) > 1 and not marked.lows[after[1]].endswith(("ed", "en", "ade", "orn", "aid"))
    return bool(marked.bits[after[0]] & FACT)


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


def _passive(look: Look) -> Verdict | None:
    if look.bits & SETTLED:
        return None
    return Verdict("prohibition" if look.negated else "obligation", look.agent)

"""Who bears a promise that names no side, by what it is about: a notice, a meeting, a request, an invoice."""

from functools import cache

from klaar.promises.flags import CHARGE, COLON, CREDIT, MAY, PRONOUN
from klaar.promises.frames import Frame
from klaar.promises.kind import Verdict
from klaar.promises.marked import BOTH, CLIENT, IT, NOBODY, Marked
from klaar.text.data import load_words


def bearer_by_topic(marked: Marked, frame: Frame, verdict: Verdict, bound: int, last: int) -> int:
    """The side that a thing of this kind binds: "Kennisgevingen dienen schriftelijk te geschieden" binds both."""
    words = _words(marked.language)
    lows = marked.lows
    begin = next((k for k in range(frame.verb - 1, frame.lo, -1) if marked.bits[k] & COLON), frame.lo)
    before, after = set(lows[begin : frame.verb]), set(lows[frame.verb : frame.hi])
    if before & words["notice"] and after & words["written"]:
        return bound if bound and marked.lows[frame.lo] not in words["any"] else BOTH
    if any(
        lows[k] in words["between"] and BOTH in marked.owners[k : k + 4] for k in range(frame.verb, frame.hi)
    ):
        return BOTH
    if before & words["paper"] and after & words["changed"]:
        return BOTH
    if (before | after) & words["meeting"] or _together(marked, frame, words):
        return BOTH
    if before & words["secrecy"]:
        return bound or (last if marked.bits[begin] & PRONOUN else NOBODY) or BOTH
    if verdict.kind in ("prohibition", "permission") and before & words["audit"]:
        return CLIENT
    if verdict.kind == "prohibition" and after & words["used"] and before & words["product"]:
        return CLIENT
    if before & words["request"] and after & words["sent"]:
        return CLIENT
    return _payer(marked, frame, verdict, words)


@cache
def _words(language: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(text.split()) for name, text in load_words(language, "signs")["topics"].items()}


def _together(marked: Marked, frame: Frame, words: dict[str, frozenset[str]]) -> bool:
    """ "wordt in overleg bepaald", "may be varied by agreement", "must be agreed in advance"."""
    lows = marked.lows
    for k in range(frame.verb + 1, frame.hi):
        after = lows[k + 1] if k + 1 < len(lows) else ""
        if lows[k] in words["consultation"] and lows[k - 1] in words["by"] and after not in words["with"]:
            return True
        if lows[k] in words["agreed"] and (after in words["passive"] or lows[k - 1] in words["passive"]):
            return True
    return False


def _priced(marked: Marked, frame: Frame) -> bool:
    """ "Reiskosten worden in rekening gebracht tegen € 0,23": a price is put on it."""
    return any(
        marked.lows[k][0].isdigit() or marked.lows[k] == "€" or marked.bits[k] & CHARGE
        for k in range(frame.verb + 1, frame.hi)
    )


def _payer(marked: Marked, frame: Frame, verdict: Verdict, words: dict[str, frozenset[str]]) -> int:
    """Who pays: the supplier a credit, the client a charge; how an invoice is made binds the supplier."""
    lows, bits = marked.lows, 0
    for k in range(frame.lo, frame.hi):
        bits |= marked.bits[k]
    if bits & CREDIT:
        return CLIENT if verdict.kind == "prohibition" and marked.bits[frame.verb] & MAY else IT
    after = set(lows[frame.verb : frame.hi])
    if after & words["passed_on"]:
        return CLIENT
    if (
        (not bits & CHARGE and not after & words["due"])
        or after & words["considering"]
        or verdict.kind == "exclusion"
    ):
        return NOBODY
    named = any(marked.bits[k] & CHARGE for k in range(frame.lo, frame.verb))
    if after & words["due"]:
        return CLIENT
    if not named and not after & words["paid"]:
        return NOBODY
    if named and after & words["invoiced"] and not _priced(marked, frame):
        return IT
    if named and verdict.kind == "prohibition" and after & words["raised"]:
        return IT
    return CLIENT

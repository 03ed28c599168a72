"""What a sign decides: "is verplicht", "is entitled to", "warrants", "is not liable"."""

from functools import cache
from typing import NamedTuple

from klaar.promises.flags import ACT, CREDIT, MONEY, ONLY, TO
from klaar.promises.frames import Frame
from klaar.promises.kind_exempt import judge_exempt
from klaar.promises.lexicon import read_room
from klaar.promises.look import Look
from klaar.promises.marked import NOBODY, Marked
from klaar.promises.verdict import Verdict, other_side


class SignedWords(NamedTuple):
    """The words of [signed]."""

    only_bound: frozenset[str]
    eligible: frozenset[str]
    owed: frozenset[str]
    gives: frozenset[str]
    not_to: frozenset[str]
    obliges: frozenset[str]


@cache
def signed_words(language: str) -> SignedWords:
    """The words of "nl" or "en"."""
    return read_room(SignedWords, language, "signed")


def judge_signs(marked: Marked, frame: Frame, look: Look) -> Verdict | None:
    """The verdict that the signs in a frame give, None where there is none.

    "Leverancier is gerechtigd de dienst op te schorten." is a permission, by "gerechtigd".
    """
    kinds, bearer = look.kinds, frame.subject or look.agent
    if "keep" in kinds and look.negated:
        return Verdict("obligation", _named_behind(marked, kinds["keep"], frame.hi))
    if "exempt" in kinds:
        decided, verdict = judge_exempt(marked, frame, look, bearer)
        if decided:
            return verdict
    if "exempt" in look.said and bearer:
        return Verdict("exclusion", other_side(bearer))
    return _forbid_or_vouch(look, bearer) or _grant_or_bind(marked, frame, look, bearer)


def _named_behind(marked: Marked, at: int, hi: int) -> int:
    """ "ontslaat Leverancier niet van …": Leverancier stays bound."""
    return next((owner for owner in marked.owners[at : min(hi, at + 6)] if owner), NOBODY)


def _forbid_or_vouch(look: Look, bearer: int) -> Verdict | None:
    if "forbid" in look.kinds:
        return Verdict("prohibition", bearer)
    if "warrant" in look.kinds and bearer:
        return Verdict("exclusion" if look.negated else "warranty", bearer)
    return None


def _grant_or_bind(marked: Marked, frame: Frame, look: Look, bearer: int) -> Verdict | None:
    if "grant" in look.kinds and bearer and not look.negated:
        if look.bits & CREDIT and marked.lows[look.kinds["grant"]] in signed_words(marked.language).gives:
            return Verdict("obligation", bearer)  # "grants a rebate"
        return Verdict("permission", other_side(bearer))
    if "right" in look.kinds:
        return _right(marked, look, bearer)
    if "duty" in look.kinds:
        return _duty(marked, frame, look, bearer)
    return None


def _right(marked: Marked, look: Look, bearer: int) -> Verdict:
    """ "heeft recht op", "is not entitled to"; "not entitled to a credit" lets the other side off."""
    if look.only and not look.negated:
        return Verdict("prohibition", bearer)
    if not look.denies("right"):
        return Verdict("permission", bearer)
    words, sign = signed_words(marked.language), marked.lows[look.kinds["right"]]
    if sign in words.eligible or (look.bits & MONEY and sign in words.owed):
        return Verdict("exclusion", other_side(bearer))
    return Verdict("prohibition", bearer)


def _duty(marked: Marked, frame: Frame, look: Look, bearer: int) -> Verdict:
    """ "is gehouden tot", "undertakes to"; "is slechts aansprakelijk voor" lets off."""
    at = look.kinds["duty"]
    if look.negated and at == frame.verb and marked.bits[frame.verb] & ACT:
        obliges = marked.lows[at] in signed_words(marked.language).obliges
        return Verdict("exclusion" if obliges else "prohibition", bearer)
    if at + 1 in look.nots and _not_to(marked, at + 1):
        return Verdict("prohibition", bearer)
    near = marked.bits[at - 1] & ONLY if at else 0
    only = (look.only or near) and marked.lows[at] in signed_words(marked.language).only_bound
    return Verdict("exclusion" if look.denies("duty") or only else "obligation", bearer)


def _not_to(marked: Marked, at: int) -> bool:
    """ "undertakes not to copy": what is undertaken is to leave it."""
    behind = marked.bits[at + 1] if at + 1 < len(marked.bits) else 0
    return bool(behind & TO) and marked.lows[at] in signed_words(marked.language).not_to

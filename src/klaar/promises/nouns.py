"""Words that could be a verb and are a noun: "een goede start", "de test"."""

from klaar.promises.flags import (
    ACT,
    BE,
    BECOME,
    DETERMINER,
    HAVE,
    MAY,
    MUST,
    PARTY,
    PERSON,
    PLURAL,
    RECEIVE,
    STATE,
    THING,
)
from klaar.promises.marked import Marked

_WEAK = ACT | STATE | RECEIVE | THING | PLURAL
_STRONG = MUST | MAY | BECOME | BE | HAVE


def is_noun(marked: Marked, at: int, lo: int) -> bool:
    """True for a Dutch verb form behind a determiner, an adjective or "te", with no subject behind it."""
    bits = marked.bits
    if marked.language != "nl" or at <= lo or not bits[at] & _WEAK or bits[at] & _STRONG:
        return False
    before = marked.lows[at - 1]
    if before == "te" and bits[at] & PLURAL:
        return True
    if bits[at - 1] & DETERMINER:
        return True
    if (
        at >= lo + 2
        and bits[at - 2] & DETERMINER
        and before.endswith("e")
        and len(before) > 3
        and not bits[at - 1]
    ):
        return True
    if (at + 1 < len(bits) and bits[at + 1] & (PARTY | PERSON)) or marked.owners[at - 1] or bits[at] & PLURAL:
        return False
    return (
        len(before) > 4
        and before.endswith("e")
        and not bits[at - 1]
        and not before.endswith(("ie", "ge", "de"))
    )

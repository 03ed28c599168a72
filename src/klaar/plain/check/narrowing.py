"""Denials that hang together: "not … unless" is "only … if"."""

from klaar.plain.check.denial import EXCEPTING, Denial
from klaar.plain.check.polarity import Denials
from klaar.plain.check.small import small_words
from klaar.plain.check.units import Reading, Unit

_LASTING = small_words("lasting")


_PAIRED = small_words("paired")


def narrowed(one: Reading, left: list[Denial], own: Denials, other: Reading, denied: Denials) -> list[Denial]:
    """Without "not … unless", which is "only … if", where the other text says "only"."""
    if not denied.only or any(
        u.low.split("_")[0] in _PAIRED
        for k in denied.hard
        for u in [other.units[k]]
        if u.low in {"unless", "tenzij", "dan"}
    ):
        return left
    if any(u.low == "wel" or u.low.endswith("_wel") for k in denied.only for u in _beside(other, k)):
        return [a for a in left if one.units[a.place].low not in EXCEPTING]
    return _without(one, _not_both(one, _limited(one, left, own)))


def _beside(reading: Reading, i: int) -> list[Unit]:
    """The units of the sentence of unit `i`."""
    return [u for u in reading.units if u.sentence == reading.units[i].sentence]


def _limited(one: Reading, left: list[Denial], own: Denials) -> list[Denial]:
    """Without the "unless" behind a limit: "shall not exceed … unless" is "only … more if"."""
    units = one.units
    return [
        a
        for a in left
        if units[a.place].low not in EXCEPTING
        or not any(
            (k in own.turned or units[k].low.startswith(("not_exceed", "no_more", "not_more", "niet_meer")))
            for k in range(a.place)
            if units[k].sentence == units[a.place].sentence
        )
    ]


def _not_both(one: Reading, left: list[Denial]) -> list[Denial]:
    """Without two that hang together: "as long as … not …, … not" is "only once …"."""
    units = one.units
    rest = list(left)
    for a in left:
        others = [
            b
            for b in rest
            if b is not a and b.sort == "hard" and units[b.place].sentence == units[a.place].sentence
        ]
        ahead = any(
            units[k].low in _LASTING and units[k].sentence == units[a.place].sentence
            for k in range(max(0, a.place - 15), a.place)
        )
        if a.sort == "hard" and ahead and len(others) == 1 and a in rest:
            rest.remove(a)
            rest.remove(others[0])
    return rest


def _without(one: Reading, left: list[Denial]) -> list[Denial]:
    units = one.units
    rest = list(left)
    for b in left:
        if (
            b.sort != "hard"
            or units[b.place].low.split("_")[0] not in _PAIRED
            or units[b.place].low in {"behalve", "except"}
        ):
            continue
        before = [
            a
            for a in rest
            if a.sort == "hard"
            and a.place < b.place
            and units[a.place].sentence == units[b.place].sentence
            and units[a.place].low.split("_")[0] not in _PAIRED
        ]
        if before and b in rest:
            rest.remove(before[-1])
            rest.remove(b)
    return rest


def without_pairs(one: Reading, left: list[Denial], other: Reading, denied: Denials) -> list[Denial]:
    """ "Not … unless" is "only … if": two denials in one sentence that the other text says with "only" or
    "if"."""
    narrow = denied.only or any({"condition.if", "time.before"} & u.entry.tags for u in other.units)
    if len(left) < 2 or not narrow:
        return left
    return _without(one, left)

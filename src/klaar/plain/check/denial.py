"""Each denial of a text with what it is about."""

from typing import NamedTuple

from klaar.plain.check.clauses import clauses
from klaar.plain.check.polarity import Denials, alike
from klaar.plain.check.small import small_words
from klaar.plain.check.units import Reading, Unit


class Denial(NamedTuple):
    """A denial at unit `place`, "hard", "soft" or "open" (see `Denials`), and the words of content it is
    about."""

    place: int
    sort: str
    about: tuple[int, ...]


_REFERRING = small_words("referring")
"""What denies something said before: "bij gebreke waarvan"."""


EXCEPTING = small_words("excepting")


_PRICE = {"charge", "cost", "pay"}


_AHEAD = small_words("denying_ahead")


def denials_about(one: Reading, other: Reading, denied: Denials) -> list[Denial]:
    """The denials of `one` that count beside `other`, in order."""
    free = any("!free" in u.entry.core | u.entry.keys for u in other.units)
    found = []
    for sort, places in (("hard", denied.hard), ("soft", denied.soft), ("open", denied.open)):
        for i in places:
            family = one.units[i].family
            if sort == "open" and family and any(u.family == family for u in other.units):
                continue
            about = () if one.units[i].low in _REFERRING else _about(one, i)
            if free and sort == "hard" and any(_PRICE & one.units[k].entry.keys for k in about):
                continue
            found.append(Denial(i, sort, about))
    return sorted(found)


def _about(reading: Reading, i: int) -> tuple[int, ...]:
    """The words of content in the clause of the denial, those behind it for "without" and "unless"."""
    units = reading.units
    lo, hi = next(((a, b) for a, b in clauses(reading) if a <= i < b), (i, i + 1))
    if units[i].low in _AHEAD:
        lo = i
        if hi == i + 1:
            hi = next((b for a, b in clauses(reading) if a == i + 1), hi)
    words = [
        k
        for k in range(lo, hi)
        if (
            (not units[k].light or "negation.either" in units[k].entry.tags)
            and not units[k].mark
            and (k != i or units[k].entry.keys)
        )
    ]
    return tuple(words)


def likeness_of(one: Reading, a: Denial, other: Reading, b: Denial) -> int:
    """How well two denials answer each other: the same word that denies by itself, both referring back, both
    a "not" about the same words, another denial about the same words."""
    mine, theirs = one.units[a.place], other.units[b.place]
    if "hard" not in (a.sort, b.sort) and alike(mine, theirs):
        same = mine.family == theirs.family and mine.low and "open" not in (a.sort, b.sort)
        return 100 if same else 80
    if not a.about and not b.about:
        return 90
    for here, there in ((mine, theirs), (theirs, mine)):
        if here.low.endswith("_wel") and there.low not in EXCEPTING:
            return 0
    shared = sum(any(alike(one.units[i], other.units[k]) for k in b.about) for i in a.about)
    return shared + (50 if shared and a.sort == b.sort else 0)


def says(unit: Unit) -> bool:
    """Whether the unit says anything, a small verb ("krijgt") included."""
    return not unit.light or bool(unit.keys)

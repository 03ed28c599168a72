"""What is denied: every "not" of a text, and what turns "more than" into "at most"."""

from typing import NamedTuple

from klaar.plain.check.small import small_words
from klaar.plain.check.units import Reading, Unit


class Denials(NamedTuple):
    """Where the text denies: `hard` by a "not", `soft` by a word that denies by itself ("refuse"), `open`
    perhaps.

    `turned` are comparisons that a "not" turned round ("shall not exceed"), `only` words such as "only",
    which
    deny all else, `excepting` the "dan" of "niet … dan nadat"; all are places of units.
    """

    hard: tuple[int, ...]
    soft: tuple[int, ...]
    open: tuple[int, ...]
    turned: frozenset[int]
    only: tuple[int, ...]
    excepting: tuple[int, ...]

    @property
    def all(self) -> tuple[int, ...]:
        """Every place where something is denied in any way."""
        return (*self.hard, *self.soft, *self.open, *self.turned, *self.only)


_NOTS = small_words("nots")
_JOINING = small_words("joining")
_LINKS = small_words("linking")
_COMPARED = small_words("compared")
_VAGUE = small_words("vague_comparing")
_COMPARING = small_words("comparing")
_BETWEEN = 2
"""Words of content that may stand between a "not" and its comparison: "never pay more than"."""
_APART = small_words("denying_apart")


def denials(reading: Reading) -> Denials:
    """The denials that count in the text."""
    units = reading.units
    turned, spent = _turned(reading)
    spent |= _of_tax(reading)
    found: dict[str, list[int]] = {"hard": [], "soft": [], "open": []}
    for i, unit in enumerate(units):
        sort = "" if i in spent else sort_of(unit)
        if sort == "hard" and unit.low == "noch" and _said(units, i):
            continue
        if sort:
            found[sort].append(i)
        if "negation.double" in unit.entry.tags:
            found["hard"].append(i)
            found["soft"].append(i)
    excepting = [
        i for i, unit in enumerate(units) if unit.low == "dan" and _excepts(reading, i, found["hard"])
    ]
    only = [i for i, unit in enumerate(units) if "only.words" in unit.entry.tags]
    return Denials(
        tuple(sorted(found["hard"] + excepting)),
        tuple(found["soft"]),
        tuple(found["open"]),
        frozenset(turned),
        tuple(only),
        tuple(excepting),
    )


def sort_of(unit: Unit) -> str:
    """How a unit denies: "hard", "soft", "open" or "" (not)."""
    tags = unit.entry.tags
    phrase = "_" in unit.low
    if not tags and not phrase:
        return ""
    if "negation.none" in tags or (phrase and any(tag.startswith("bounds.") for tag in tags)):
        return ""
    found = next((sort for tag, sort in _SORTS.items() if tag in tags), "")
    if not found and phrase and "!free" not in unit.entry.core and _NOTS & set(unit.low.split("_")):
        return "hard"
    return found


_SORTS = {
    "negation.either": "open",
    "negation.words": "hard",
    "negation.lexical": "soft",
    "negation.prefixed": "open",
}


def _said(units: tuple[Unit, ...], i: int) -> bool:
    return any(
        units[k].low in {"niet", "geen", "noch"} and units[k].sentence == units[i].sentence
        for k in range(max(0, i - 12), i)
    )


def _of_tax(reading: Reading) -> set[int]:
    """The denials beside "VAT", in its part of the sentence: whether a price holds it is compared apart."""
    units = reading.units
    found: set[int] = set()
    for i, unit in enumerate(units):
        for step in (1, -1) if "!vat" in unit.entry.core or "!vat" in unit.entry.keys else ():
            for k in range(i + step, i + 5 * step, step):
                if not 0 <= k < len(units) or units[k].mark or units[k].low in _JOINING:
                    break
                found |= {k} if sort_of(units[k]) else set()
    return found


_AFTER_DAN = small_words("after_dan")


def _excepts(reading: Reading, i: int, places: list[int]) -> bool:
    """ "niet … dan nadat": only after."""
    units = reading.units
    if i == 0 or i + 1 >= len(units) or units[i + 1].low not in _AFTER_DAN:
        return False
    if (
        units[i - 1].low.endswith("er")
        or units[i - 1].low in {"meer", "anders", "minder"}
        or units[i - 1].mark
    ):
        return False
    return any(
        k < i and units[k].sentence == units[i].sentence and "negation.words" in units[k].entry.tags
        for k in places
    )


def _turned(reading: Reading) -> tuple[set[int], set[int]]:
    """Comparisons behind a "not" ("shall not exceed"), and the "not"s that did it."""
    units = reading.units
    turned, spent = set(), set()
    for i, unit in enumerate(units):
        tags = unit.entry.tags
        if unit.low in _COMPARED and any(u.low in {"dan", "than"} for u in units[i + 1 : i + 7]):
            tags = tags | {"bounds.more"}
        if unit.low in _VAGUE and not any(
            u.time is not None or u.low[:1].isdecimal() for u in units[i + 1 : i + 3]
        ):
            continue
        if "bounds.more" not in tags and "bounds.less" not in tags:
            continue
        verb = unit.low.startswith(("excee", "overschr"))
        words = 0
        for k in range(i - 1, max(-1, i - (20 if verb else 5)), -1):
            if units[k].sentence != unit.sentence or units[k].mark:
                break
            if sort_of(units[k]) == "hard" and k not in spent and units[k].low not in _APART:
                turned.add(i)
                spent.add(k)
                break
            if not verb and not units[k].light and units[k].low not in _LINKS:
                words += 1
                lasting = any(u.time and u.time.type == "duration" for u in units[i + 1 : i + 3])
                if words > _BETWEEN or unit.low not in _COMPARING or lasting:
                    break
    return turned, spent


def alike(one: Unit, other: Unit) -> bool:
    """Whether two units mean the same: one family, or a key that both have."""
    return (
        (one.family != "" and one.family == other.family)
        or not one.keys.isdisjoint(other.keys)
        or one.low == other.low
    )

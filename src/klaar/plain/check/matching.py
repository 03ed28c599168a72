"""Which words of one text the other says, in the same or in another form."""

from klaar.plain.check.units import Reading, Unit

SAME, LIKE, SHARED, NONE = "same", "like", "shared", "none"


def content(unit: Unit) -> bool:
    """Whether the unit carries content of its own."""
    return (
        not unit.light
        and "negation.either" not in unit.entry.tags
        and not unit.mark
        and unit.side[:1] in {"", "="}
        and unit.time is None
        and not unit.low[0].isdecimal()
    )


Matches = dict[int, str]
"""How the other text says each content unit of one: "same", "like", "shared" or "none"."""


def match_words(one: Reading, other: Reading) -> Matches:
    """For every content unit of `one`: said by the `other` in the same family, in a like word, in a word that
    stands for another unit of `one` already ("shared"), or not at all."""
    families = {u.family for u in other.units if u.family}
    lows = {u.low for u in other.units}
    found: dict[int, str] = {}
    telling = [i for i, unit in enumerate(one.units) if content(unit)]
    free = [(k, u.keys) for k, u in enumerate(other.units) if u.keys or content(u)]
    mine = {one.units[i].family for i in telling} - {""}
    taken: dict[int, str] = {k: u.family for k, u in enumerate(other.units) if u.family in mine}
    for i in telling:
        if one.units[i].family in families or one.units[i].low in lows:
            found[i] = SAME
    for i in telling:
        if i in found:
            continue
        unit = one.units[i]
        keys = unit.keys
        near = sorted(
            ((-_likeness(unit, keys, other.units[k], k_keys), k) for k, k_keys in free), key=lambda n: n
        )
        near = [n for n in near if n[0] < 0]
        if not near:
            found[i] = NONE
            continue
        place = next((k for _, k in near if taken.get(k, unit.family) == unit.family), None)
        if place is None:
            found[i] = SHARED
        else:
            taken[place] = unit.family
            found[i] = LIKE
    return found


def _likeness(unit: Unit, keys: frozenset[str], other: Unit, other_keys: frozenset[str]) -> int:
    common = len(keys & other_keys)
    if common:
        return common + 1
    return 1 if _near(unit.family, other.family) else 0


def _near(one: str, other: str) -> bool:
    """Compounds and forms that the endings do not tell: "onderhoudsovereenkomst" and "onderhoud"."""
    if len(one) < 4 or len(other) < 4:
        return False
    if len(one) >= 5 and len(other) >= 5 and (one in other or other in one):
        return True
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= 5 and shared * 4 >= 3 * min(len(one), len(other))

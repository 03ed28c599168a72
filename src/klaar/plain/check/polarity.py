"""What is denied: every "not" of a text, and what turns "more than" into "at most"."""

from typing import NamedTuple

from klaar.plain.check.model import Loss
from klaar.plain.check.reading import Reading, Unit
from klaar.text.span import Span


class Denials(NamedTuple):
    """Where the text denies: `hard` by a "not", `soft` by a word that denies by itself ("refuse"), `open` perhaps.

    `turned` are comparisons that a "not" turned round ("shall not exceed"); all are places of units.
    """

    hard: tuple[int, ...]
    soft: tuple[int, ...]
    open: tuple[int, ...]
    turned: frozenset[int]
    excepting: tuple[int, ...]


_NOTS = frozenset("not no never neither none cannot without unless niet geen nooit zonder nimmer".split())
_LINKS = frozenset("be been is are was were will shall must may can of the a een is zijn wordt worden mag kan zal ook in any event more dan than van geval enig".split())


def denials(reading: Reading) -> Denials:
    """The denials that count in the text."""
    units = reading.units
    turned, spent = _turned(reading)
    hard, soft, loose, excepting = [], [], [], []
    for i, unit in enumerate(units):
        if i in spent:
            continue
        sort = _sort(unit)
        if sort == "hard":
            if unit.low == "noch" and _said(units, i):
                continue
            hard.append(i)
        elif sort == "soft":
            soft.append(i)
        elif sort == "open":
            loose.append(i)
    if reading.language == "nl":
        for i, unit in enumerate(units):
            if unit.low == "dan" and _excepts(reading, i, hard):
                excepting.append(i)
    return Denials(tuple(sorted(hard + excepting)), tuple(soft), tuple(loose), frozenset(turned), tuple(excepting))


def _sort(unit: Unit) -> str:
    tags = unit.entry.tags
    if "negation.none" in tags or ("_" in unit.low and any(tag.startswith("bounds.") for tag in tags)):
        return ""
    if "negation.either" in tags:
        return "open"
    if "negation.words" in tags:
        return "hard"
    if "negation.lexical" in tags:
        return "soft"
    if "_" in unit.low and "!free" not in unit.entry.core and not _NOTS.isdisjoint(unit.low.split("_")):
        return "hard"
    return ""


def _said(units: tuple[Unit, ...], i: int) -> bool:
    return any(units[k].low in {"niet", "geen", "noch"} and units[k].sentence == units[i].sentence for k in range(max(0, i - 12), i))


_AFTER_DAN = frozenset("na nadat op indien als wanneer met in tegen wegens door bij om ten voor".split())


def _excepts(reading: Reading, i: int, places: list[int]) -> bool:
    """ "niet … dan nadat": only after."""
    units = reading.units
    if i == 0 or i + 1 >= len(units) or units[i + 1].low not in _AFTER_DAN:
        return False
    if units[i - 1].low.endswith("er") or units[i - 1].low in {"meer", "anders", "minder"} or units[i - 1].mark:
        return False
    return any(k < i and units[k].sentence == units[i].sentence and "negation.words" in units[k].entry.tags for k in places)


def _turned(reading: Reading) -> tuple[set[int], set[int]]:
    """Comparisons behind a "not" ("shall not exceed"), and the "not"s that did it."""
    units = reading.units
    turned, spent = set(), set()
    for i, unit in enumerate(units):
        tags = unit.entry.tags
        if "bounds.more" not in tags and "bounds.less" not in tags:
            continue
        verb = unit.low.startswith(("excee", "overschr"))
        for k in range(i - 1, max(-1, i - (20 if verb else 5)), -1):
            if units[k].sentence != unit.sentence or units[k].mark:
                break
            if _sort(units[k]) == "hard" and k not in spent and units[k].low not in {"unless", "tenzij", "without", "zonder"}:
                turned.add(i)
                spent.add(k)
                break
            if not verb and not units[k].light and units[k].low not in _LINKS:
                break
    return turned, spent


def uncancelled(source: Reading, plain: Reading, left: tuple[int, ...], right: tuple[int, ...]) -> tuple[list[int], list[int]]:
    """The soft denials of both texts without those that both have in the same or a like word."""
    rest = list(right)
    kept = []
    for i in left:
        one = source.units[i]
        match = next((k for k in rest if alike(one, plain.units[k])), None)
        if match is None:
            kept.append(i)
        else:
            rest.remove(match)
    return kept, rest


def alike(one: Unit, other: Unit) -> bool:
    """Whether two units mean the same: one family, or a key that both have."""
    return (one.family != "" and one.family == other.family) or not one.entry.keys.isdisjoint(other.entry.keys) or one.low == other.low


def contradicted(one: Reading, other: Reading, places: tuple[int, ...], answers: Denials) -> list[int]:
    """Denials of `one` whose words stand in `other` in a sentence that denies nothing."""
    found = []
    denying = {other.units[k].sentence for k in (*answers.hard, *answers.soft, *answers.open, *answers.turned)}
    for i in places:
        about = [u for u in clause(one, i) if not u.light and not u.mark and u is not one.units[i]]
        hits: dict[int, int] = {}
        for a in about:
            for sentence in {u.sentence for u in other.units if not u.light and alike(u, a)}:
                hits[sentence] = hits.get(sentence, 0) + 1
        best = max(hits.values(), default=0)
        if best and all(2 * n < best for s, n in hits.items() if s in denying):
            found.append(i)
    return found


_BREAKS = frozenset(", ( ) – —".split())


def clause(reading: Reading, place: int) -> list[Unit]:
    """The units around `place` up to the next comma or connecting word."""
    units = reading.units
    def ends(k: int) -> bool:
        return units[k].sentence != units[place].sentence or units[k].low in _BREAKS
    lo = place
    while lo > 0 and not ends(lo - 1) and place - lo < 8:
        lo -= 1
    hi = place + 1
    while hi < len(units) and not ends(hi) and hi - place < 8:
        hi += 1
    return list(units[lo:hi])


def negation_losses(source: Reading, plain: Reading, denied: tuple[Denials, Denials]) -> list[Loss]:
    """Where one text denies what the other does not."""
    left, right = denied
    ones, others = uncancelled(source, plain, left.soft, right.soft)
    loose, loosed = uncancelled(source, plain, left.open, right.open)
    odd = (len(left.hard) + len(ones) + len(right.hard) + len(others)) % 2
    lost = contradicted(source, plain, (*left.hard, *ones), right)
    added = contradicted(plain, source, (*right.hard, *others), left)
    if lost:
        return [Loss("negation", "denial_lost", _place(source, lost[0]))]
    if added:
        return [Loss("negation", "denial_added", None, _place(plain, added[0]))]
    if odd and not loose and not loosed:
        one = next(iter((*left.hard, *ones)), None)
        other = next(iter((*right.hard, *others)), None)
        return [
            Loss(
                "negation",
                "denial_odd",
                None if one is None else _place(source, one),
                None if other is None else _place(plain, other),
            )
        ]
    return []


def _place(reading: Reading, i: int) -> Span:
    return Span(reading.units[i].start, reading.units[i].end)

"""What is said at all: words that one text has and the other has in no form."""

from klaar.plain.check.model import Kind, Loss
from klaar.plain.check.polarity import alike
from klaar.plain.check.reading import Reading, Unit
from klaar.text.span import Span


def strict_losses(source: Reading, plain: Reading) -> list[Loss]:
    """Words that narrow or widen ("schriftelijk", "in full") and stand in one of the texts only."""
    losses: list[Loss] = []
    kinds = source.lexicon.kinds
    for one, other, added in ((source, plain, False), (plain, source, True)):
        have = {key for unit in other.units for key in _all_keys(unit)}
        for unit in one.units:
            for key in unit.entry.core:
                if key in have:
                    continue
                kind: Kind = kinds[key]  # type: ignore[assignment]
                if added and kind not in {"modality"}:
                    kind = "added_fact"
                span = Span(unit.start, unit.end)
                losses.append(Loss(kind, "word_added", None, span) if added else Loss(kind, "word_lost", span))
    return losses


def antonym_losses(source: Reading, plain: Reading) -> list[Loss]:
    """A word on one side whose opposite stands on the other ("vóór" against "na")."""
    losses = []
    left, right = {u.low for u in source.units}, {u.low for u in plain.units}
    for kind, ones, others in source.lexicon.antonyms:
        for one, other in ((ones, others), (others, ones)):
            if left & one and not left & other and right & other and not right & one:
                a = next(u for u in source.units if u.low in one)
                b = next(u for u in plain.units if u.low in other)
                losses.append(Loss(kind, "opposite", Span(a.start, a.end), Span(b.start, b.end)))  # type: ignore[arg-type]
    return losses


def _all_keys(unit: Unit) -> set[str]:
    found = set(unit.entry.keys)
    for part in unit.parts:
        found |= part
    return found


def unmatched(one: Reading, other: Reading) -> list[int]:
    """The places of content units of `one` that `other` says in no form."""
    families = {u.family for u in other.units if u.family}
    keys = {key for u in other.units for key in _all_keys(u)}
    lows = {u.low for u in other.units}
    return [
        i
        for i, u in enumerate(one.units)
        if content(u) and not (u.family in families or not keys.isdisjoint(u.entry.keys) or u.low in lows or _near(u, families, keys))
    ]


def content(unit: Unit) -> bool:
    """Whether the unit carries content of its own."""
    return not unit.light and not unit.mark and not unit.side and unit.time is None and not unit.low[0].isdecimal()


def _near(unit: Unit, families: set[str], keys: set[str]) -> bool:
    if unit.parts and not any(part.isdisjoint(keys) for part in unit.parts):
        return True
    if any(part and not part.isdisjoint(keys) for part in unit.parts):
        return True
    family = unit.family
    if len(family) < 4:
        return False
    for other in families:
        if len(other) < 4:
            continue
        if len(family) >= 5 and len(other) >= 5 and (family in other or other in family):
            return True
        shared = _shared(family, other)
        if shared >= 5 and shared * 4 >= 3 * min(len(family), len(other)):
            return True
    return False


def _shared(one: str, other: str) -> int:
    size = 0
    for a, b in zip(one, other):
        if a != b:
            break
        size += 1
    return size


def coverage_losses(source: Reading, plain: Reading) -> list[Loss]:
    """Stretches that only one of the texts has."""
    lost, added = unmatched(source, plain), unmatched(plain, source)
    losses: list[Loss] = []
    if len(lost) >= len(added) + 2:
        losses.append(Loss("condition", "words_lost", _stretch(source, lost)))
    if len(added) >= len(lost) + 2:
        losses.append(Loss("added_fact", "words_added", None, _stretch(plain, added)))
    return losses


def _stretch(reading: Reading, places: list[int]) -> Span:
    return Span(reading.units[places[0]].start, reading.units[places[-1]].end)

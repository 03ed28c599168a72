"""Denials of two texts laid beside each other."""

from klaar.plain.check.model import Loss
from klaar.plain.check.polarity import Denials, alike
from klaar.plain.check.reading import Reading, Unit
from klaar.text.span import Span


def negation_losses(source: Reading, plain: Reading, denied: tuple[Denials, Denials]) -> list[Loss]:
    """Where one text denies what the other does not."""
    left, right = _priced(source, plain, denied[0]), _priced(plain, source, denied[1])
    ones, others = uncancelled(source, plain, left.soft, right.soft)
    loose, loosed = uncancelled(source, plain, left.open, right.open)
    odd = (len(left.hard) + len(ones) + len(right.hard) + len(others)) % 2
    lost = contradicted(source, plain, left.hard, right)
    added = contradicted(plain, source, right.hard, left)
    if lost:
        return [Loss("negation", "denial_lost", _place(source, lost[0]))]
    if added:
        return [Loss("negation", "denial_added", None, _place(plain, added[0]))]
    if not odd:
        return []
    focus = _focus_gone(source, plain, (*left.hard, *ones), right)
    if focus is not None:
        return [Loss("negation", "denial_lost", _place(source, focus))]
    focus = _focus_gone(plain, source, (*right.hard, *others), left)
    if focus is not None:
        return [Loss("negation", "denial_added", None, _place(plain, focus))]
    if loose or loosed:
        return []
    one, other = next(iter((*left.hard, *ones)), None), next(iter((*right.hard, *others)), None)
    return [
        Loss(
            "negation",
            "denial_odd",
            None if one is None else _place(source, one),
            None if other is None else _place(plain, other),
        )
    ]


def _priced(one: Reading, other: Reading, denied: Denials) -> Denials:
    """Without the "not" of "you do not pay for it", where the other text says "free of charge"."""
    if not any("!free" in u.entry.core for u in other.units):
        return denied
    hard = [
        i
        for i in denied.hard
        if not any(_PRICE & one.units[k].entry.keys for k in range(max(0, i - 5), min(len(one.units), i + 6)) if one.units[k].sentence == one.units[i].sentence)
    ]
    return denied._replace(hard=tuple(hard))


_PRICE = {"charge", "cost", "pay"}


def uncancelled(
    source: Reading, plain: Reading, left: tuple[int, ...], right: tuple[int, ...]
) -> tuple[list[int], list[int]]:
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


def contradicted(one: Reading, other: Reading, places: tuple[int, ...], answers: Denials) -> list[int]:
    """Denials of `one` whose words stand in `other` in a sentence that denies nothing."""
    found = []
    denying = {other.units[k].sentence for k in answers.all}
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


def _focus_gone(one: Reading, other: Reading, places: tuple[int, ...], answers: Denials) -> int | None:
    """The denial whose nearest word stands in the other text in clauses that deny nothing."""
    for i in places:
        word = _focus(one, i)
        same = [k for k, u in enumerate(other.units) if word is not None and not u.light and alike(u, word)]
        if same and not any(_one_clause(other, k, d) for k in same for d in answers.all):
            return i
    return None


def _focus(reading: Reading, i: int) -> Unit | None:
    units = reading.units
    for k in (*range(i + 1, min(i + 5, len(units))), *range(i - 1, max(-1, i - 4), -1)):
        if not units[k].light and not units[k].mark and units[k].sentence == units[i].sentence:
            return units[k]
    return None


def _one_clause(reading: Reading, one: int, other: int) -> bool:
    units = reading.units
    lo, hi = min(one, other), max(one, other)
    return units[lo].sentence == units[hi].sentence and not any(units[k].low in _BREAKS for k in range(lo, hi))


def _place(reading: Reading, i: int) -> Span:
    return Span(reading.units[i].start, reading.units[i].end)

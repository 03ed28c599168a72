"""What is said at all: words that one text has and the other has in no form."""

from itertools import pairwise

from klaar.plain.check.clauses import clauses
from klaar.plain.check.matching import LIKE, NONE, SAME, SHARED, Matches
from klaar.plain.check.model import Loss
from klaar.plain.check.nominal import is_nominal
from klaar.plain.check.polarity import Denials
from klaar.plain.check.units import Reading, Unit
from klaar.text.span import Span


def strict_losses(source: Reading, plain: Reading) -> list[Loss]:
    """Words that narrow or widen ("schriftelijk", "in full") and stand in one of the texts only."""
    losses: list[Loss] = []
    kinds = source.lexicon.kinds
    for one, other, added in ((source, plain, False), (plain, source, True)):
        have = {key for unit in other.units for key in unit.keys | unit.entry.core}
        for unit in one.units:
            for key in unit.entry.core:
                if key in have:
                    continue
                kind = kinds[key]
                if added and kind not in {"modality"}:
                    kind = "added_fact"
                span = Span(unit.start, unit.end)
                losses.append(
                    Loss(kind, "word_added", None, span) if added else Loss(kind, "word_lost", span)
                )
    return losses


def antonym_losses(source: Reading, plain: Reading, denied: tuple[Denials, Denials]) -> list[Loss]:
    """A word on one side whose opposite stands on the other ("vóór" against "na")."""
    losses = []
    left, right = _lows(source), _lows(plain)
    for kind, ones, others in source.lexicon.antonyms:
        for one, other in ((ones, others), (others, ones)):
            if left & one and not left & other and right & other and not right & one:
                a = _find(source, one)
                b = _find(plain, other)
                if _denied(source, a, denied[0]) != _denied(plain, b, denied[1]):
                    continue
                losses.append(Loss(kind, "opposite", Span(a.start, a.end), Span(b.start, b.end)))
    return losses


def _find(reading: Reading, words: frozenset[str]) -> Unit:
    """The first unit that is one of `words`, or begins a pair of words that is."""
    units = reading.units
    for i, unit in enumerate(units):
        after = units[i + 1].low.split("_")[0] if i + 1 < len(units) else ""
        lows = unit.low.split("_")
        if words & {unit.low, *lows, f"{lows[-1]}_{after}"}:
            return unit
    return units[0]


def _lows(reading: Reading) -> set[str]:
    """The words and the pairs of words of the text."""
    lows = [
        low
        for u in reading.units
        if not ("_" in u.low and u.entry.tags & {"only.words", "negation.none"})
        for low in (u.low.split("_") if u.time is None else [u.low])
    ]
    return {*lows, *(f"{a}_{b}" for a, b in pairwise(lows))}


def _denied(reading: Reading, unit: Unit, denied: Denials) -> bool:
    place = reading.units.index(unit)
    return any(0 < place - k <= 3 and reading.units[k].sentence == unit.sentence for k in denied.hard)


_NOUN, _VERB, _HALF = 1.0, 0.4, 0.3
_WHOLE = 0.4
"""Added for a word in a clause of which the other text says nothing."""
_STEPS = ((0.1, 0.9), (0.35, 1.25), (1.0, 1.5))
"""How much must be missing, by the share of words said in other words: close to the source, one is enough."""


def coverage_losses(source: Reading, plain: Reading, matches: tuple[Matches, Matches]) -> list[Loss]:
    """Stretches that only one of the texts has; a word for another word is no loss."""
    left, right = matches
    mine, theirs = _weight(source, left), _weight(plain, right)
    enough = _enough([*left.values(), *right.values()])
    losses: list[Loss] = []
    if mine - theirs >= enough:
        losses.append(Loss("condition", "words_lost", _stretch(source, left)))
    if theirs - mine >= enough:
        losses.append(Loss("added_fact", "words_added", None, _stretch(plain, right)))
    return losses


def _enough(states: list[str]) -> float:
    like, same = states.count(LIKE), states.count(SAME)
    share = like / max(1, like + same)
    return next(weight for most, weight in _STEPS if share <= most)


def _weight(reading: Reading, found: dict[int, str]) -> float:
    """How much the other text lacks: things count whole, verbs and words that it has for another less."""
    total, seen = 0.0, set()
    for lo, hi in clauses(reading):
        here = [i for i in range(lo, hi) if i in found]
        missing = [i for i in here if found[i] in {NONE, SHARED}]
        extra = (
            _WHOLE if missing and len(missing) == len(here) and any(found[i] == NONE for i in here) else 0.0
        )
        for i in missing:
            family = reading.units[i].family or reading.units[i].low
            if family in seen:
                continue
            seen.add(family)
            own = _HALF if found[i] == SHARED else _NOUN if is_nominal(reading, i, lo) else _VERB
            total += min(_NOUN, own + extra)
    return total


def _stretch(reading: Reading, found: dict[int, str]) -> Span:
    places = [i for i, state in found.items() if state == NONE] or [
        i for i, state in found.items() if state == SHARED
    ]
    return Span(reading.units[places[0]].start, reading.units[places[-1]].end)

"""What is said at all: words that one text has and the other has in no form."""

from klaar.plain.check.matching import NONE, SHARED, match_words
from klaar.plain.check.model import Kind, Loss
from klaar.plain.check.polarity import Denials
from klaar.plain.check.reading import Reading, Unit
from klaar.plain.check.sides import nominal
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
                kind: Kind = kinds[key]  # type: ignore[assignment]
                if added and kind not in {"modality"}:
                    kind = "added_fact"
                span = Span(unit.start, unit.end)
                losses.append(Loss(kind, "word_added", None, span) if added else Loss(kind, "word_lost", span))
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
                losses.append(Loss(kind, "opposite", Span(a.start, a.end), Span(b.start, b.end)))  # type: ignore[arg-type]
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
    lows = [low for u in reading.units for low in (u.low.split("_") if u.time is None else [u.low])]
    return {*lows, *(f"{a}_{b}" for a, b in zip(lows, lows[1:], strict=False))}


def _denied(reading: Reading, unit: Unit, denied: Denials) -> bool:
    place = reading.units.index(unit)
    return any(0 < place - k <= 3 and reading.units[k].sentence == unit.sentence for k in denied.hard)


_NOUN, _VERB, _HALF = 1.0, 0.4, 0.3
_ENOUGH = 0.9


def coverage_losses(source: Reading, plain: Reading) -> list[Loss]:
    """Stretches that only one of the texts has; a word for another word is no loss."""
    left, right = match_words(source, plain), match_words(plain, source)
    mine, theirs = _weight(source, left), _weight(plain, right)
    losses: list[Loss] = []
    if mine - theirs >= _ENOUGH:
        losses.append(Loss("condition", "words_lost", _stretch(source, left)))
    if theirs - mine >= _ENOUGH:
        losses.append(Loss("added_fact", "words_added", None, _stretch(plain, right)))
    return losses


def _weight(reading: Reading, found: dict[int, str]) -> float:
    """How much the other text lacks: things count whole, verbs and words that it has for another less."""
    total = 0.0
    for i, state in found.items():
        if state == NONE:
            total += _NOUN if nominal(reading, i) else _VERB
        elif state == SHARED:
            total += _HALF
    return total


def _stretch(reading: Reading, found: dict[int, str]) -> Span:
    places = [i for i, state in found.items() if state == NONE] or [i for i, state in found.items() if state == SHARED]
    return Span(reading.units[places[0]].start, reading.units[places[-1]].end)

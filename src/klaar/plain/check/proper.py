"""Names of places, bodies and products: what a plain text may not drop or add, whatever else it says."""

from klaar.plain.check.matching import NONE, Matches
from klaar.plain.check.model import Loss
from klaar.plain.check.units import Reading
from klaar.text.span import Span


def name_losses(source: Reading, plain: Reading, matches: tuple[Matches, Matches]) -> list[Loss]:
    """A name such as "Nederland" or "CBS" that only one of the texts has."""
    lost, added = _missing(source, plain, matches[0]), _missing(plain, source, matches[1])
    losses = [Loss("condition", "word_lost", span) for span in lost]
    return losses + [Loss("added_fact", "word_added", None, span) for span in added]


def _missing(one: Reading, other: Reading, found: Matches) -> list[Span]:
    """The names of `one` of which the other text has nothing, not even by their initials."""
    return [
        Span(unit.start, unit.end)
        for i, unit in enumerate(one.units)
        if found.get(i, NONE) == NONE and _is_name(one, i) and not _by_initials(one, i, other)
    ]


def _is_name(reading: Reading, i: int) -> bool:
    """Whether the unit begins with a capital inside a sentence and is no word that the lists know."""
    unit, units = reading.units[i], reading.units
    first = i == 0 or units[i - 1].sentence != unit.sentence or units[i - 1].low in {"“", "„", '"'}
    named = reading.text[unit.start : unit.start + 1].isupper() and unit.low[:1].isalpha()
    known = bool(unit.keys) or unit.light or bool(unit.side) or unit.time is not None
    return named and not first and not known and len(unit.low) > 1


def _by_initials(one: Reading, i: int, other: Reading) -> bool:
    """Whether the other text has it in full or in short: "EU" and "Europese Unie"."""
    low = one.units[i].low
    short = one.text[one.units[i].start : one.units[i].end].isupper()
    if short and low in "".join(unit.low[0] for unit in other.units):
        return True
    capitals = [unit.low for unit in other.units if other.text[unit.start : unit.start + 1].isupper()]
    return any(each[0] in low if short else low[0] in each and len(each) < len(low) for each in capitals)

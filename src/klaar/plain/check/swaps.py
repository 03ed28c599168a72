"""Quantities that changed places: "4 uur" for what took "15 minuten"."""

from klaar.plain.check.model import Loss
from klaar.plain.check.quantity import Quantity
from klaar.plain.check.small import small_words
from klaar.plain.check.units import Reading
from klaar.text.span import Span

_NEAR = 7
_APART = small_words("joining") | {",", ";"}
_ALIKE = ({"span", "every"}, {"count"}, {"money"}, {"percent"}, {"date"}, {"clock"})


def swap_losses(source: Reading, plain: Reading, pairs: list[tuple[Quantity, Quantity]]) -> list[Loss]:
    """Two quantities of a sort whose surroundings fit better the other way round."""
    for i, (one, other) in enumerate(pairs):
        for two, second in pairs[i + 1 :]:
            if (
                one.value == two.value
                or other.place == second.place
                or not any({one.sort, two.sort} <= s for s in _ALIKE)
            ):
                continue
            a, b = _around(source, one.place), _around(source, two.place)
            c, d = _around(plain, other.place), _around(plain, second.place)
            only_a, only_b = a - b, b - a
            straight = len(only_a & c) + len(only_b & d)
            crossed = len(only_a & d) + len(only_b & c)
            if crossed >= straight + 2 and len(only_a & d) and len(only_b & c):
                return [
                    Loss(
                        "number",
                        "swapped",
                        Span(one.start, two.end),
                        Span(min(other.start, second.start), max(other.end, second.end)),
                    )
                ]
    return []


def _around(reading: Reading, place: int) -> set[str]:
    """What the words near a quantity mean, up to the next quantity of its sentence."""
    units = reading.units
    found: set[str] = set()
    for step in (1, -1):
        k = place + step
        while 0 <= k < len(units) and abs(k - place) <= _NEAR and units[k].sentence == units[place].sentence:
            if units[k].time is not None or units[k].low in _APART:
                break
            if len(units[k].low) > 3:
                found |= {units[k].family} if units[k].light else units[k].entry.keys | {units[k].family}
            k += step
    return found

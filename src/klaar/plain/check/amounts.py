"""The quantities of a text: numbers, dates, durations, amounts, and the units they stand in."""

import re
from fractions import Fraction

from klaar.plain.check.quantity import Quantity, Value, unit_words
from klaar.plain.check.units import Reading
from klaar.plain.check.values import both_ends, clock_of, half_hour, is_single, value_of
from klaar.text.times import Time

_FIGURES = re.compile(r"\d[\d.,:/]*\d|\d")


_FRACTIONS = {
    "half": Fraction(50), "helft": Fraction(50), "halve": Fraction(50), "third": Fraction(100, 3),
    "thirds": Fraction(100, 3), "quarter": Fraction(25), "kwart": Fraction(25),
}  # fmt: skip


def quantities(reading: Reading) -> list[Quantity]:
    """Every quantity of the text in order."""
    found: list[Quantity] = []
    words = unit_words(reading.language)
    for place, unit in enumerate(reading.units):
        size: Value | None = None
        if unit.time is not None:
            if not _someone(reading, place) and not _rate(unit.time):
                found.extend(both_ends(_quantity(reading, place, unit.time)))
        elif unit.low in words.bare:
            size = words.bare[unit.low]
        elif half := half_hour(reading, place):
            found.append(Quantity(place, unit.start, unit.end, "clock", (half,)))
        elif unit.low in _FRACTIONS and not _joined(reading, place):
            found.append(Quantity(place, unit.start, unit.end, "percent", (_FRACTIONS[unit.low],)))
        elif any(c.isdecimal() for c in unit.low):
            for figure in _FIGURES.finditer(unit.low):
                found.append(Quantity(place, unit.start, unit.end, "figure", (figure.group(),)))
        else:
            size = next(
                (
                    v
                    for start, v in words.starts
                    if unit.low.startswith(start) and len(unit.low) > len(start) + 3
                ),
                None,
            )
        if size is not None:
            found.append(Quantity(place, unit.start, unit.end, "bare", size))
    return found


def _quantity(reading: Reading, place: int, time: Time) -> Quantity:
    unit = reading.units[place]
    sort, value = value_of(time)
    if time.type in {"duration", "number", "time"}:
        clock = clock_of(reading, place, time)
        if clock is not None:
            sort, value = "clock", (clock,)
    after = reading.units[place + 1 : place + 2]
    measure = unit_words(reading.language).measures.get(after[0].low, "") if after and sort == "count" else ""
    return Quantity(
        place,
        unit.start,
        unit.end,
        sort,
        value,
        time.business,
        time.certain,
        measure,
        is_single(reading, place),
    )


def _rate(time: Time) -> bool:
    """ "per second": part of a measure ("Mbit per second"), no frequency."""
    return time.type == "set" and str(time.value) == "PT1S"


def per_each(reading: Reading, quantity: Quantity) -> bool:
    """Whether a unit of time that stands alone is a frequency: "in any contract year"."""
    each = unit_words(reading.language).each
    before = reading.units[max(0, quantity.place - 2) : quantity.place]
    return any(u.low in each for u in before) and not (before and before[-1].low in {"de", "het", "the"})


def _joined(reading: Reading, place: int) -> bool:
    """ "quarter" is a part of the year, "half negen" a time of the day."""
    low = reading.units[place].low
    after = reading.units[place + 1 : place + 2]
    if low in {"quarter", "kwart"} and not any(u.low in {"of", "van"} for u in after):
        return True
    return low == "half" and bool(after) and after[0].time is not None


def _someone(reading: Reading, place: int) -> bool:
    """ "een onafhankelijke derde": a third party, no number."""
    unit = reading.units[place]
    if unit.low not in {"derde", "derden"}:
        return False
    if any(u.low == "tweede" for u in reading.units):
        return False
    before = {u.low for u in reading.units[max(0, place - 3) : place]}
    after = reading.units[place + 1 : place + 2]
    return unit.low == "derden" or not before & {"de", "het"} or (bool(after) and after[0].light)

"""The quantities of a text: numbers, dates, durations, amounts, and the units they stand in."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

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
    parted = any(unit.low == "/" for unit in reading.units)
    places = range(len(reading.units)) if parted else ()
    shares = {place: share for place in places if (share := _share(reading, place))}
    for place, unit in enumerate(reading.units):
        if place in shares:
            found.append(Quantity(place, unit.start, unit.end, "percent", (shares[place],)))
        elif (unit.time or _may_count(unit.low, reading.language)) and not (
            place - 1 in shares or place - 2 in shares
        ):
            found.extend(_at(reading, place))
    return found


@lru_cache(maxsize=20_000)
def _may_count(low: str, language: str) -> bool:
    """Whether a word that is no time can be a quantity: "2.1", "half", "maandfactuur"."""
    words = unit_words(language)
    known = low == "half" or low in words.often or low in _FRACTIONS or low in words.bare
    return known or any(map(str.isdecimal, low)) or low.startswith(tuple(start for start, _ in words.starts))


def _at(reading: Reading, place: int) -> Iterator[Quantity]:
    """The quantities in one unit."""
    unit, words = reading.units[place], unit_words(reading.language)
    if unit.time is not None:
        if unit.low in words.often:
            yield Quantity(place, unit.start, unit.end, "count", (Fraction(words.often[unit.low]),))
        elif not _someone(reading, place) and not _rate(unit.time):
            yield from both_ends(_quantity(reading, place, unit.time))
    elif any(c.isdecimal() for c in unit.low) and unit.low not in words.bare:
        for figure in _FIGURES.finditer(unit.low):
            yield Quantity(place, unit.start, unit.end, "figure", (figure.group(),))
    else:
        sort, value = _in_words(reading, place)
        if value:
            yield Quantity(place, unit.start, unit.end, sort, value)


def _in_words(reading: Reading, place: int) -> tuple[str, Value]:
    """The sort and value of a word that is no time by itself; ("", ()) where it is no quantity."""
    low, words = reading.units[place].low, unit_words(reading.language)
    half = half_hour(reading, place)
    if low in words.often:
        return "count", (Fraction(words.often[low]),)
    if half:
        return "clock", (half,)
    if low in _FRACTIONS and not _joined(reading, place) and low not in words.bare:
        return "percent", (_FRACTIONS[low],)
    starts = (v for start, v in words.starts if low.startswith(start) and len(low) > len(start) + 3)
    return "bare", words.bare.get(low) or next(starts, ())


def _share(reading: Reading, place: int) -> Fraction | None:
    """ "1/30" → a thirtieth, in hundredths."""
    lows = [u.low for u in reading.units[place : place + 3]]
    if len(lows) < 3 or lows[1] != "/" or not (lows[0].isdecimal() and lows[2].isdecimal() and int(lows[2])):
        return None
    return (Fraction(int(lows[0]), int(lows[2])) * 100).limit_denominator(12)


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

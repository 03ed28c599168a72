"""The quantities of a text: numbers, dates, durations, amounts, and the units they stand in."""

import re
from fractions import Fraction
from typing import NamedTuple

from klaar.plain.check.model import Kind
from klaar.plain.check.reading import Reading
from klaar.text.times import Time, parse_duration

_FIGURES = re.compile(r"\d[\d.,:/]*\d|\d")
_PART_OF_DAY = {"ochtends": 0, "morgens": 0, "middags": 12, "avonds": 12, "nachts": 0}
_FRACTIONS = {
    "half": Fraction(50), "helft": Fraction(50), "halve": Fraction(50), "third": Fraction(100, 3),
    "thirds": Fraction(100, 3), "derde": Fraction(100, 3), "quarter": Fraction(25), "kwart": Fraction(25),
}  # fmt: skip

Value = tuple[object, ...]


class Quantity(NamedTuple):
    """A quantity at unit `place`, `start:end` in the text.

    `sort` is "date", "clock", "span" (how long), "every" (how often), "percent", "money", "count", "rank" or
    "figure" (part of a name: "ISO 27001"); `value` is what two quantities of the same sort must share.
    """

    place: int
    start: int
    end: int
    sort: str
    value: Value
    business: bool = False
    certain: bool = True


KINDS: dict[str, Kind] = {
    "date": "date",
    "clock": "number",
    "span": "duration",
    "every": "frequency",
    "percent": "number",
    "money": "amount",
    "count": "number",
    "rank": "number",
    "figure": "number",
}


def quantities(reading: Reading) -> list[Quantity]:
    """Every quantity of the text in order."""
    found: list[Quantity] = []
    for place, unit in enumerate(reading.units):
        if unit.time is not None:
            found.append(_quantity(reading, place, unit.time))
        elif unit.low in _FRACTIONS and not _joined(reading, place):
            found.append(Quantity(place, unit.start, unit.end, "percent", (_FRACTIONS[unit.low],)))
        elif any(c.isdecimal() for c in unit.low):
            for figure in _FIGURES.finditer(unit.low):
                found.append(Quantity(place, unit.start, unit.end, "figure", (figure.group(),)))
    return found


def _joined(reading: Reading, place: int) -> bool:
    return reading.units[place].low == "quarter" and reading.language == "en"


def _quantity(reading: Reading, place: int, time: Time) -> Quantity:
    unit = reading.units[place]
    sort, value = _value(time)
    if time.type in {"duration", "number"}:
        clock = _clock(reading, place, time)
        if clock is not None:
            sort, value = "clock", (clock,)
    if time.type == "ordinal" and time.value == 3 and place and reading.units[place - 1].low in {"one", "een", "één", "two", "twee"}:
        sort, value = "percent", (Fraction(100, 3),)
    return Quantity(place, unit.start, unit.end, sort, value, time.business, time.certain)


def _value(time: Time) -> tuple[str, Value]:
    if time.type == "duration":
        return "span", parse_duration(str(time.value)).size()
    if time.type == "set":
        return "every", parse_duration(str(time.value)).size()
    if time.type == "time":
        return "clock", (time.value,)
    if time.type == "percent":
        return "percent", (Fraction(str(time.value)),)
    if time.type == "currency":
        return "money", (Fraction(str(time.value)), time.unit)
    if time.type in {"number", "ordinal"}:
        return ("count" if time.type == "number" else "rank"), (Fraction(str(time.value)),)
    return "date", (time.value,)


def _clock(reading: Reading, place: int, time: Time) -> str | None:
    """ "acht uur 's ochtends" → "08:00", "half negen 's ochtends" → "08:30"."""
    units = reading.units
    ahead = [u.low for u in units[place + 1 : place + 4]]
    part = next((_PART_OF_DAY[w.removeprefix("s")] if w.removeprefix("s") in _PART_OF_DAY else _PART_OF_DAY[w] for w in ahead if w in _PART_OF_DAY), None)
    if part is None:
        return None
    hour = int(parse_duration(str(time.value)).hours) if time.type == "duration" else int(time.value)
    if not 0 < hour <= 12:
        return None
    minutes = 0
    if place and units[place - 1].low == "half":
        hour, minutes = hour - 1, 30
    night = "nachts" in ahead and hour in {10, 11, 12}
    if night:
        hour = (hour + 12) % 24
    elif part == 12 and hour < 12:
        hour += 12
    return f"{hour:02d}:{minutes:02d}"

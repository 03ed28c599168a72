"""The quantities of a text: numbers, dates, durations, amounts, and the units they stand in."""

import re
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from klaar.plain.check.model import Kind
from klaar.plain.check.reading import Reading
from klaar.text.data import load_words
from klaar.text.times import Time, parse_duration

_FIGURES = re.compile(r"\d[\d.,:/]*\d|\d")
_PART_OF_DAY = {"ochtends": 0, "morgens": 0, "middags": 12, "avonds": 12, "nachts": 0}
_FRACTIONS = {
    "half": Fraction(50), "helft": Fraction(50), "halve": Fraction(50), "third": Fraction(100, 3),
    "thirds": Fraction(100, 3), "quarter": Fraction(25), "kwart": Fraction(25),
}  # fmt: skip

Value = tuple[object, ...]


class Quantity(NamedTuple):
    """A quantity at unit `place`, `start:end` in the text.

    `sort` is "date", "clock", "span" (how long), "every" (how often), "percent", "money", "count", "rank",
    "figure" (part of a name: "ISO 27001") or "bare" (a unit of time without a number); `value` is what two
    quantities of the same sort must share. `measure` is the unit that follows ("gb"); `single` is false for a
    length of time in several units ("drie maanden", which is no "kwartaal").
    """

    place: int
    start: int
    end: int
    sort: str
    value: Value
    business: bool = False
    certain: bool = True
    measure: str = ""
    single: bool = True


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
    "bare": "frequency",
}
_SIZES: dict[str, Value] = {
    "Y": (12, 0),
    "quarter": (3, 0),
    "M": (1, 0),
    "W": (0, 604800),
    "D": (0, 86400),
    "H": (0, 3600),
    "Q15": (0, 900),
}


class UnitWords(NamedTuple):
    """The words for units: of time, beginnings of words that hold one, of measure."""

    bare: dict[str, Value]
    starts: tuple[tuple[str, Value], ...]
    measures: dict[str, str]
    each: frozenset[str]
    vague: frozenset[str]


@cache
def unit_words(language: str) -> UnitWords:
    """The unit words of "nl" or "en"."""
    data = load_words(language, "check")["units"]
    starts = [line.split() for line in data["starts"].split(";") if line.strip()]
    measures = [line.split() for line in data["measures"].split(";")]
    return UnitWords(
        {word: size for letter, size in _SIZES.items() for word in data[letter].split()},
        tuple((start, _SIZES[letter]) for start, letter in starts),
        {word: words[0] for words in measures for word in words},
        frozenset(data["each"].split()),
        frozenset(data["vague"].split()),
    )


def quantities(reading: Reading) -> list[Quantity]:
    """Every quantity of the text in order."""
    found: list[Quantity] = []
    words = unit_words(reading.language)
    for place, unit in enumerate(reading.units):
        size: Value | None = None
        if unit.time is not None:
            if not _someone(reading, place) and not _rate(unit.time):
                found.extend(_both_ends(_quantity(reading, place, unit.time)))
        elif unit.low in words.bare:
            size = words.bare[unit.low]
        elif half := _half_hour(reading, place):
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


def _half_hour(reading: Reading, place: int) -> str:
    """ "half acht 's ochtends" → "07:30": "acht" is no number elsewhere ("acht slaan op")."""
    lows = [u.low.removeprefix("'") for u in reading.units[place : place + 6]]
    if reading.language != "nl" or lows[:2] != ["half", "acht"]:
        return ""
    return "19:30" if "avonds" in lows else "07:30"


def _both_ends(one: Quantity) -> tuple[Quantity, ...]:
    """A period is the day on which it begins and that on which it ends."""
    first, _, last = str(one.value[0]).partition("/")
    if one.sort != "date" or not last:
        return (one,)
    return one._replace(value=(first,)), one._replace(value=(last,))


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


def _quantity(reading: Reading, place: int, time: Time) -> Quantity:
    unit = reading.units[place]
    sort, value = _value(time)
    if time.type in {"duration", "number", "time"}:
        clock = _clock(reading, place, time)
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
        _single(reading, place),
    )


def _single(reading: Reading, place: int) -> bool:
    """Whether the words hold one unit of time: "een contractjaar"."""
    words = unit_words(reading.language).bare
    size = _value(time)[1] if (time := reading.units[place].time) is not None else ()
    return any(words.get(word) == size for word in reading.units[place].low.split())


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
        number = Fraction(str(time.value))
        if 0 < number < 1:
            return "percent", ((number * 100).limit_denominator(12),)
        return ("count" if time.type == "number" else "rank"), (number,)
    return "date", (time.value,)


def _clock(reading: Reading, place: int, time: Time) -> str | None:
    """ "acht uur 's ochtends" → "08:00", "half negen 's ochtends" → "08:30"."""
    units = reading.units
    ahead = [u.low.removeprefix("'") for u in units[place + 1 : place + 4]]
    part = next((_PART_OF_DAY[w] for w in ahead if w in _PART_OF_DAY), None)
    half = place > 0 and units[place - 1].low == "half" and reading.language == "nl"
    if time.type == "time":
        hour, minutes = (int(n) for n in str(time.value).split(":")[:2])
        return f"{hour - 1:02d}:30" if half and not minutes else None
    hour = int(parse_duration(str(time.value)).hours) if time.type == "duration" else int(float(time.value))
    if not 0 < hour <= 12 or (part is None and not (half and time.type == "number")):
        return None
    minutes = 0
    if half:
        hour, minutes = hour - 1, 30
    if (part == 12 and hour < 12) or ("nachts" in ahead and hour in {10, 11}):
        hour += 12
    return f"{hour:02d}:{minutes:02d}"

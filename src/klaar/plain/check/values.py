"""The value of a time, an amount or a number, so that two can be compared."""

from fractions import Fraction

from klaar.plain.check.quantity import Quantity, Value, unit_words
from klaar.plain.check.units import Reading
from klaar.text.times import Time, parse_duration

_PART_OF_DAY = {"ochtends": 0, "morgens": 0, "middags": 12, "avonds": 12, "nachts": 0}


def value_of(time: Time) -> tuple[str, Value]:
    """The sort of a time, amount or number, and its value."""
    value = str(time.value)
    if time.type in {"duration", "set"}:
        return ("span" if time.type == "duration" else "every"), parse_duration(value).size()
    if time.type in {"number", "ordinal"}:
        return _number(Fraction(value), time.type)
    if time.type == "percent":
        return "percent", (Fraction(value),)
    if time.type == "currency":
        return "money", (Fraction(value), time.unit)
    return ("clock" if time.type == "time" else "date"), (time.value,)


def _number(number: Fraction, kind: str) -> tuple[str, Value]:
    if 0 < number < 1:
        return "percent", ((number * 100).limit_denominator(12),)
    return ("count" if kind == "number" else "rank"), (number,)


def clock_of(reading: Reading, place: int, time: Time) -> str | None:
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


def is_single(reading: Reading, place: int) -> bool:
    """Whether the words hold one unit of time: "een contractjaar"."""
    words = unit_words(reading.language).bare
    size = value_of(time)[1] if (time := reading.units[place].time) is not None else ()
    return any(words.get(word) == size for word in reading.units[place].low.split())


def half_hour(reading: Reading, place: int) -> str:
    """ "half acht 's ochtends" → "07:30": "acht" is no number elsewhere ("acht slaan op")."""
    if reading.units[place].low != "half":
        return ""
    lows = [u.low.removeprefix("'") for u in reading.units[place : place + 6]]
    if reading.language != "nl" or lows[:2] != ["half", "acht"]:
        return ""
    return "19:30" if "avonds" in lows else "07:30"


def both_ends(one: Quantity) -> tuple[Quantity, ...]:
    """A period is the day on which it begins and that on which it ends."""
    first, _, last = str(one.value[0]).partition("/")
    if one.sort != "date" or not last:
        return (one,)
    return one._replace(value=(first,)), one._replace(value=(last,))

"""What a quantity is, and the words for units."""

from functools import cache
from typing import NamedTuple

from klaar.plain.check.model import Kind
from klaar.text.data import load_words

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
    often: dict[str, int]


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
        {word: number for number, word in enumerate(data["often"].split(), 1)},
    )

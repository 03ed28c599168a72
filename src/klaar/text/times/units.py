"""Units of time, by their names in the word data."""

from decimal import Decimal
from typing import NamedTuple

Amount = int | Decimal


class Unit(NamedTuple):
    """A unit of time: a "kwartaal" is 3 (its `size`) of ISO letter "M"; `business` is working time."""

    letter: str
    size: int
    business: bool = False

    @property
    def rank(self) -> int:
        """The place from long (0, year) to short (6, second)."""
        return _LETTERS.index(self.letter)


_LETTERS = ("Y", "M", "W", "D", "H", "TM", "S")
UNITS = {
    "second": Unit("S", 1),
    "minute": Unit("TM", 1),
    "quarter_hour": Unit("TM", 15),
    "half_hour": Unit("TM", 30),
    "hour": Unit("H", 1),
    "etmaal": Unit("H", 24),
    "day": Unit("D", 1),
    "week": Unit("W", 1),
    "fortnight": Unit("W", 2),
    "month": Unit("M", 1),
    "quarter": Unit("M", 3),
    "half_year": Unit("M", 6),
    "year": Unit("Y", 1),
    "decade": Unit("Y", 10),
    "century": Unit("Y", 100),
}
"""The units that the word data name. "TM" is the M of minutes, which ISO 8601 writes behind the T."""

NEXT_FULL = {"M": 12, "D": 31, "H": 24, "TM": 60, "S": 60, "W": 53}
"""From how many on a unit is no longer the rest of a longer one: "1 uur en 90 minuten" are two times."""

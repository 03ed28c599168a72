"""Durations in ISO 8601: written, read and compared."""

import re
from decimal import Decimal
from typing import NamedTuple

from klaar.text.times.units import Amount, Unit

_ISO = re.compile(
    r"P(?!$)(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?"
    r"(?:T(?!$)(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?"
)
_FINER = {"Y": ("M", 12), "H": ("TM", 60), "TM": ("S", 60)}
_ORDER = ("Y", "M", "W", "D", "H", "TM", "S")


class Duration(NamedTuple):
    """A length of time in the units that were written: "1 jaar en 6 maanden" is years 1, months 6.

    Every part is exact; a fraction ("anderhalve week") is a Decimal.
    """

    years: Amount = 0
    months: Amount = 0
    weeks: Amount = 0
    days: Amount = 0
    hours: Amount = 0
    minutes: Amount = 0
    seconds: Amount = 0

    def __str__(self) -> str:
        """The duration in ISO 8601: "P1Y6M", "PT1H30M", "P0D" for no time at all."""
        date = "".join(f"{plain(n)}{letter}" for n, letter in zip(self[:4], "YMWD", strict=True) if n)
        time = "".join(f"{plain(n)}{letter}" for n, letter in zip(self[4:], "HMS", strict=True) if n)
        return f"P{date}T{time}" if time else f"P{date or '0D'}"

    def size(self) -> tuple[Amount, Amount]:
        """Months and seconds, to which every duration comes down: "P1Y2W" is (12, 1209600).

        A month has no fixed number of days, so the two are not added up.
        """
        days = self.weeks * 7 + self.days
        return (
            self.years * 12 + self.months,
            days * 86400 + self.hours * 3600 + self.minutes * 60 + self.seconds,
        )


def parse_duration(iso: str) -> Duration:
    """Read "P30D", "PT1H30M", "P1.5W". Raises ValueError for anything that is no ISO 8601 duration."""
    match = _ISO.fullmatch(iso)
    if match is None:
        raise ValueError(f"no ISO 8601 duration: {iso!r}")
    return Duration(*(_exact(part) for part in match.groups("0")))


def duration_of(parts: tuple[tuple[Amount, Unit], ...]) -> str:
    """The ISO 8601 duration of counted units: ((1, year), (6, month)) is "P1Y6M"."""
    amount, unit = parts[0]
    if len(parts) == 1 and isinstance(amount, int):
        letter = unit.letter
        count = amount * unit.size
        return f"P{count}{letter}" if letter in "YMWD" else f"PT{count}{letter[-1]}"
    total = dict.fromkeys(_ORDER, Decimal(0))
    for amount, unit in parts:
        _share(total, unit.letter, Decimal(amount * unit.size))
    return str(Duration(*(_exact(str(total[letter])) for letter in _ORDER)))


def plain(amount: Amount) -> int | float:
    """The amount as JSON writes it: 30, 99.5."""
    return int(amount) if amount == int(amount) else float(amount)


def _share(total: dict[str, Decimal], letter: str, amount: Decimal) -> None:
    """Add `amount` of a unit; its fraction goes to the next finer unit if it is whole there."""
    rest = amount % 1
    finer, count = _FINER.get(letter, ("", 0))
    if rest and finer and (rest * count) % 1 == 0:
        total[finer] += rest * count
        amount -= rest
    total[letter] += amount


def _exact(digits: str) -> Amount:
    amount = Decimal(digits)
    return int(amount) if amount == amount.to_integral_value() else amount

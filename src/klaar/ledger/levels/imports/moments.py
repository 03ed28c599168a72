"""Written moments become moments: ISO 8601, seconds since 1970, and dates in either order."""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import NamedTuple

from klaar.ledger.calendar import zone_of
from klaar.ledger.levels.errors import LevelError

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECONDS = re.compile(r"\d{9,11}(?:\.\d+)?")
_NUMBERS = re.compile(
    r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})"
    r"(?:[T ,]+(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?\s*([ap]\.?m\.?)?)?",
    re.I,
)
_ORDERS = ("day", "month")


class Clock(NamedTuple):
    """How moments in a file are written: on which clocks, and "day" or "month" first ("" for neither)."""

    zone: str
    order: str = ""

    def read(self, words: str, row: int) -> datetime:
        """The moment in UTC; a day is its first moment. Raises `LevelError` for what is none.

        "clock_never" and "clock_twice" are times that the clock skips or shows twice, where nothing tells
        which of the two is meant.
        """
        if _SECONDS.fullmatch(words):
            return from_epoch(Fraction(words))
        wall = self._wall(words, row)
        if wall.tzinfo:
            return wall.astimezone(UTC)
        zone = zone_of(self.zone)
        first, second = (wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
        if first != second:
            code = "clock_never" if second < first else "clock_twice"
            raise LevelError(code, row=row, moment=words, zone=self.zone)
        return first

    def _wall(self, words: str, row: int) -> datetime:
        found = _NUMBERS.fullmatch(words)
        try:
            if not found:
                return datetime.fromisoformat(words)
            one, other, year, hour, minute, second, half = found.groups()
            if not self.order:
                raise ValueError
            day, month = (one, other) if self.order == "day" else (other, one)
            clock = int(hour or 0)
            if half:
                clock = clock % 12 + (12 if half.lower().startswith("p") else 0)
            return datetime(int(year), int(month), int(day), clock, int(minute or 0), int(second or 0))
        except ValueError:
            raise LevelError("no_moment", row=row, cell=words) from None


def from_epoch(seconds: Fraction) -> datetime:
    """The moment so many seconds after 1970 began, to the microsecond."""
    return _EPOCH + timedelta(microseconds=int(seconds * 1_000_000))


def clock_of(cells: Mapping[int, Iterable[str]], zone: str, order: str = "") -> Clock:
    """How the moments in `cells` (by row) are written; `order` is what the user says.

    Raises `LevelError`: "mixed_orders" where some have the day first and others the month, "open_order" where
    no moment tells; `LedgerError("unknown_zone")` for a time zone that does not exist.
    """
    zone_of(zone)
    seen: dict[str, tuple[int, str]] = {}
    for row, words in cells.items():
        for each in words:
            if found := _NUMBERS.fullmatch(each):
                seen.setdefault(_order(int(found[1]), int(found[2])), (row, each))
    if all(one in seen for one in _ORDERS):
        (row, one), (other_row, other) = seen["day"], seen["month"]
        raise LevelError("mixed_orders", row=row, one=one, other_row=other_row, other=other)
    told = next((one for one in _ORDERS if one in seen), "")
    if told and order and told != order:
        row, one = seen[told]
        raise LevelError("other_order", row=row, one=one)
    if "" in seen and not (told or order):
        raise LevelError("open_order", date=seen[""][1])
    return Clock(zone, told or order or ("day" if seen else ""))


def _order(one: int, other: int) -> str:
    """Which order two numbers can only have; "same" for equal ones, "" where both are possible."""
    if one == other:
        return "same"
    return "day" if one > 12 else "month" if other > 12 else ""

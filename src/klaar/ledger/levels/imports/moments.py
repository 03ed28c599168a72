"""Written moments become moments: ISO 8601, seconds since 1970, and dates in either order."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import NamedTuple

from klaar.ledger.calendar import zone_of
from klaar.ledger.levels.errors import LevelError
from klaar.ledger.levels.periods import YEARS
from klaar.text.data import LANGUAGES, load_words

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECONDS = re.compile(r"\d{9,11}(?:\.\d+)?")
_TIME = r"(?:[T ,]+(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?\s*([ap]\.?m\.?)?)?"
_NUMBERS = re.compile(rf"(\d{{1,2}})[-/.](\d{{1,2}})[-/.](\d{{4}}){_TIME}", re.I)
_NAMED = re.compile(rf"(\d{{1,2}})[-/. ]+([^\W\d_]{{3,}})\.?[-/. ]+(\d{{4}}){_TIME}", re.I)
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
        epoch = None if _is_iso(words) else _SECONDS.fullmatch(words)
        wall = from_epoch(Fraction(words)) if epoch else self._wall(words, row)
        if wall.year not in YEARS:
            raise LevelError("no_moment", row=row, cell=words)
        if wall.tzinfo:
            return wall.astimezone(UTC)
        zone = zone_of(self.zone)
        first, second = (wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
        if first != second:
            code = "clock_never" if second < first else "clock_twice"
            raise LevelError(code, row=row, moment=words, zone=self.zone)
        return first

    def _wall(self, words: str, row: int) -> datetime:
        try:
            if _is_iso(words):
                return datetime.fromisoformat(words.replace("/", "-"))
            named, found = _NAMED.fullmatch(words), _NUMBERS.fullmatch(words)
            if named:
                return _moment(named[1], str(_month(named[2])), named.groups()[2:])
            if not (found and self.order):
                raise ValueError
            one, other, *rest = found.groups()
            return _moment(*((one, other) if self.order == "day" else (other, one)), rest)
        except ValueError:
            raise LevelError("no_moment", row=row, cell=words) from None


def _is_iso(words: str) -> bool:
    """Whether a year comes first; most files are so, and are read three times as fast by it."""
    return words[4:5] in ("-", "/") and words[:4].isdigit()


def _moment(day: str, month: str, rest: Sequence[str | None]) -> datetime:
    year, hour, minute, second, half = rest
    clock = int(hour or 0)
    if half:
        clock = clock % 12 + (12 if half.lower().startswith("p") else 0)
    return datetime(int(year or 0), int(month), int(day), clock, int(minute or 0), int(second or 0))


def _month(name: str) -> int:
    """The number of "mrt", "March" or "okt" in either language; 0 for no month."""
    short = name.casefold()
    for language in LANGUAGES:
        for number, month in enumerate(load_words(language, "listing")["months"], 1):
            if month.casefold().startswith(short):
                return number
    return {"mrt": 3, "sept": 9}.get(short, 0)


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
            if not _is_iso(each) and (found := _NUMBERS.fullmatch(each)):
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

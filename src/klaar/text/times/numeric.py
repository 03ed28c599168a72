"""Dates in figures: 01-03-2027, 1/3/27, 2027-03-01, 1-mrt-2027, 03/2027."""

import re
from typing import NamedTuple

from klaar.text.times.day import Day, full_year
from klaar.text.times.lexicon import Lexicon

_SIGN = r"[ \xa0]?[-‐‑–/.][ \xa0]?"
_DATE = re.compile(
    rf"(?P<a>\d{{1,4}})(?P<sign>{_SIGN})(?P<b>\d{{1,2}}|[^\W\d_]{{3,9}}\.?)(?P=sign)(?P<c>\d{{1,4}})(?!\d|{_SIGN}\d)"
)
_MOMENT = re.compile(
    r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)t(?P<t>(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)z?(?!\w)"
)
_YEAR_MONTH = re.compile(r"(?P<y>(?:19|20)\d\d)[ \xa0]?[-‐‑/][ \xa0]?(?P<m>0?[1-9]|1[0-2])(?![\d]|[-/.]\d)")
_MONTH_YEAR = re.compile(r"(?P<m>0?[1-9]|1[0-2])[ \xa0]?[-‐‑/][ \xa0]?(?P<y>(?:19|20)\d\d)(?![\d]|[-/.]\d)")
_DAY_MONTH = re.compile(r"(?P<a>\d{1,2})(?P<sign>[-/])(?P<b>\d{1,2})(?![\d]|[-/.,:]\d|\s?%)")


class Numeric(NamedTuple):
    """A day in figures and the character behind it."""

    day: Day
    end: int


def read_numeric(low: str, place: int, words: Lexicon) -> Numeric | None:
    """The date in figures at `place`, or None.

    Day first in Dutch; in English month first with slashes and day first otherwise. Figures above 12 decide;
    what could be either in English is not certain. A day or month that does not exist makes it no date.
    """
    match = _DATE.match(low, place)
    if match is not None:
        day = _three_parts(match, words)
        return _real(day, match.end()) if day else None
    match = _YEAR_MONTH.match(low, place) or _MONTH_YEAR.match(low, place)
    if match is not None:
        return Numeric(Day(int(match["y"]), int(match["m"]), certain=match.re is _YEAR_MONTH), match.end())
    return None


def read_moment(low: str, place: int) -> tuple[str, int] | None:
    """A day and a time as ISO 8601 writes them in one, "2027-03-01T12:00", and the character behind it."""
    match = _MOMENT.match(low, place)
    if match is None or not Day(int(match["y"]), int(match["m"]), int(match["d"])).exists:
        return None
    return f"{match['y']}-{match['m']}-{match['d']}T{match['t']}", match.end()


def read_day_month(low: str, place: int, words: Lexicon, likely: bool) -> Numeric | None:
    """A date without a year, which is never certain: "22/4", "22-04".

    Where no date is `likely` (as it is in "op 1-3"), only figures that make no range or fraction will do.
    """
    match = _DAY_MONTH.match(low, place)
    if match is None:
        return None
    falling = int(match["a"]) > max(12, int(match["b"]))
    us_style = words.month_first and match["sign"] == "/" and int(match["b"]) > 12
    if not (likely or falling or us_style):
        return None
    day = _order(int(match["a"]), int(match["b"]), 0, words.month_first and match["sign"] == "/")
    return Numeric(day._replace(certain=False), match.end()) if day.exists and day.month else None


def _real(day: Day, end: int) -> Numeric | None:
    """The day, its month alone (not certain) for one like 31-11-2027, or None without any month."""
    if day.exists and day.month:
        return Numeric(day, end)
    month = day._replace(day=0, certain=False)
    return Numeric(month, end) if month.exists and 0 < day.day <= 31 and day.month else None


def _three_parts(match: re.Match[str], words: Lexicon) -> Day | None:
    a, b, c, sign = match["a"], match["b"], match["c"], match["sign"].strip()
    if not b.isdecimal():
        return _named(a, words.word(b.rstrip(".")).month, c)
    if len(a) == 4:
        return Day(int(a), int(b), int(c)) if len(c) <= 2 else None
    if len(a) == 3 or len(c) not in (2, 4) or (sign == "." and len(c) == 2 and len(a + b) < 4):
        return None
    day = _order(int(a), int(b), full_year(c), words.month_first and sign == "/")
    ambiguous = words.month_first and int(a) <= 12 and int(b) <= 12 and a != b
    return day._replace(certain=day.certain and not ambiguous and not (sign == "." and len(c) == 2))


def _named(a: str, month: int, c: str) -> Day | None:
    if not month or len(a) == len(c) == 4:
        return None
    return Day(int(a), month, int(c)) if len(a) == 4 else Day(full_year(c), month, int(a))


def _order(a: int, b: int, year: int, month_first: bool) -> Day:
    """The day in the usual order, or in the other one (not certain) where only that exists."""
    month, day = (a, b) if month_first else (b, a)
    if month > 12 >= day:
        return Day(year, day, month, certain=month_first)
    return Day(year, month, day)

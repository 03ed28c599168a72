"""Service hours in words: "ma-vr 7-19", "Mon-Fri 8:30-17:00; Sat 9-13", "24x7"."""

import re
from datetime import date
from functools import cache

from klaar.ledger.levels.errors import LevelError
from klaar.ledger.levels.model import Hours
from klaar.text.data import LANGUAGES, load_words

_CLOCK = r"(\d{1,2})(?:[:.](\d\d))?\s*(am|pm)?"
_TIMES = re.compile(rf"{_CLOCK}\s*(?:-|–|tot|to|until)\s*{_CLOCK}", re.I)
_UNIT = re.compile(r"(?<=\d)\s*(?:u|h|uur|hrs?|o'clock)\b", re.I)
_JOINT = re.compile(r"\s*(?:-|–|\bt/m\b|\btot en met\b|\btot\b|\bto\b|\bthrough\b|\buntil\b)\s*")
_GROUPS = re.compile(r";|(?:(?<=\d)|(?<=[ap]m))\s*(?:,|\ben\b|\band\b)\s*(?=[^\W\d])")
_WITH = re.compile(r"\s*(?:,|\ben\b|\band\b)\s*")
_AND = re.compile(r"[\s,&]+|\b(?:en|and)\b")
_DAY_MINUTES = 1440


def read_hours(words: str, zone: str = "Europe/Amsterdam", closed: frozenset[date] = frozenset()) -> Hours:
    """The hours in `words`, Dutch or English: days and times, a semicolon between groups; "24x7" is always.

    "zo 22-6" goes on until Monday 6:00. Raises `LevelError("no_hours")` with the part that it cannot read.
    """
    week: list[list[tuple[int, int]]] = [[] for _ in range(7)]
    plain = _UNIT.sub("", words.casefold())
    for group in filter(None, (part.strip() for part in _GROUPS.split(plain))):
        days, times = _group(group)
        for day in days:
            week[day] += times
    if not any(week):
        raise LevelError("no_hours", words=words)
    return Hours(tuple(tuple(sorted(day)) for day in week), zone, closed)


def _group(group: str) -> tuple[tuple[int, ...], list[tuple[int, int]]]:
    if group in _words("always"):
        return tuple(range(7)), [(0, _DAY_MINUTES)]
    found = list(_TIMES.finditer(group))
    if not found or _AND.sub("", _TIMES.sub("", group[found[0].start() :])):
        raise LevelError("no_hours", words=group)
    return _days(group[: found[0].start()].strip(" ,:"), group), [_stretch(each, group) for each in found]


def _stretch(found: re.Match[str], group: str) -> tuple[int, int]:
    opens, closes = _minutes(found.groups()[:3], group), _minutes(found.groups()[3:], group)
    return opens, closes if closes > opens else closes + _DAY_MINUTES


def _minutes(parts: tuple[str | None, ...], group: str) -> int:
    hour, minute, half = parts
    number = int(hour or 0)
    if half:
        number = number % 12 + (12 if half == "pm" else 0)
    total = number * 60 + int(minute or 0)
    if total > _DAY_MINUTES or int(minute or 0) > 59:
        raise LevelError("no_hours", words=group)
    return total


def _days(words: str, group: str) -> tuple[int, ...]:
    if not words or words in _words("daily"):
        return tuple(range(7))
    found: list[int] = []
    for part in _WITH.split(_JOINT.sub("-", words)):
        if part in _words("weekdays"):
            found += range(5)
        elif part in _words("weekend"):
            found += (5, 6)
        else:
            first, *rest = (_day(name, group) for name in part.split("-"))
            last = rest[-1] if rest else first
            found += [day % 7 for day in range(first, last + 1 if last >= first else last + 8)]
    return tuple(sorted(set(found)))


def _day(name: str, group: str) -> int:
    """ "ma", "maandag", "Mon", "monday" as 0; two letters are enough where they tell."""
    found = {number for number, names in enumerate(_names()) if _means(name.strip(". "), names)}
    if len(found) != 1:
        raise LevelError("no_hours", words=group)
    return found.pop()


def _means(name: str, names: tuple[str, ...]) -> bool:
    return len(name) >= 2 and any(each.startswith(name) for each in names)


@cache
def _names() -> tuple[tuple[str, ...], ...]:
    halves = [load_words(language, "levels")["hours"]["days"] for language in LANGUAGES]
    return tuple(zip(*halves, strict=True))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(word for language in LANGUAGES for word in load_words(language, "levels")["hours"][key])

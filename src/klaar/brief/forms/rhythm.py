"""What recurs in an agreement, as rules of a calendar."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from klaar.brief.reading import Reading
from klaar.promises.model import Promise

_PERIOD = re.compile(r"P(\d+)([WMY])")
_FREQUENCY = {"W": "WEEKLY", "M": "MONTHLY", "Y": "YEARLY"}


class Rhythm(NamedTuple):
    """The first day on which a duty falls, and its rule: every 3 months until 31 December 2028.

    `rule` has the keys of an RRULE (RFC 5545, 3.3.10). The day is the last one of each period.
    """

    first: date
    rule: dict[str, object]


def rhythms(reading: Reading) -> dict[str, Rhythm]:
    """The rhythm of each promise that recurs weekly, monthly or yearly, by its id.

    "elke maand" in an agreement that starts on 1 January 2027 falls on 31 January 2027 and on the last day of
    every month after. None where the agreement names no first day: a rhythm needs a beginning.
    """
    begins, ends = (_day(reading, kind) for kind in ("start", "end"))
    if begins is None:
        return {}
    found = ((promise.id, _rhythm(promise, begins, ends)) for promise in reading.promises)
    return {name: rhythm for name, rhythm in found if rhythm}


def _rhythm(promise: Promise, begins: date, ends: date | None) -> Rhythm | None:
    deadline = promise.deadline
    if deadline is None:
        return None
    period = _PERIOD.fullmatch((deadline.each or deadline.value or "") if _recurs(promise) else "")
    if period is None or not int(period[1]):
        return None
    count, unit = int(period[1]), period[2]
    rule: dict[str, object] = {"freq": _FREQUENCY[unit], "interval": count}
    if unit == "M" and begins.day == 1:
        rule["bymonthday"] = -1
    if ends:
        rule["until"] = ends
    return Rhythm(_later(begins, count, unit) - timedelta(days=1), rule)


def _recurs(promise: Promise) -> bool:
    deadline = promise.deadline
    return deadline is not None and (deadline.kind == "recurring" or bool(deadline.each))


def _later(day: date, count: int, unit: str) -> date:
    """`day` and `count` weeks, months or years more; 31 January and a month is 28 February."""
    if unit == "W":
        return day + timedelta(weeks=count)
    months = day.month - 1 + count * (12 if unit == "Y" else 1)
    first = date(day.year + months // 12, months % 12 + 1, 1)
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return first.replace(day=min(day.day, (following - timedelta(days=1)).day))


def _day(reading: Reading, kind: str) -> date | None:
    for fact in reading.agreement.facts:
        if fact.kind == kind:
            try:
                return date.fromisoformat(fact.value[:10])
            except ValueError:
                continue
    return None

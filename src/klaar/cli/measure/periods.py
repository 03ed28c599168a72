"""Over which periods `klaar measure` measures."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import datetime

from klaar.ledger.levels import Level, Period, named_period, periods, rolling
from klaar.ledger.levels.imports.read import Measurements


def periods_asked(asked: Namespace, level: Level, found: Measurements, until: datetime) -> Sequence[Period]:
    """The period that was named, else all in which something was measured; with --rolling windows.

    How long they are is what --per says, else the level itself ("per kwartaal"), else a month.
    """
    if asked.period:
        return (named_period(asked.period, asked.zone),)
    first, last = _extent(found)
    last = max(first, min(last, until))
    per = asked.per or level.per or "P1M"
    if asked.rolling:
        return tuple(rolling(per, first, last, asked.zone))
    return periods(per, first, last, asked.zone)


def _extent(found: Measurements) -> tuple[datetime, datetime]:
    """The first and the last moment of what was measured; plans for maintenance do not count."""
    if found.source == "tickets":
        opened = [ticket.opened for ticket in found.tickets]
        return min(opened), max(opened)
    own = [each for each in found.intervals if each.state in ("up", "down")] or found.intervals
    return min(each.start for each in own), max(each.end for each in own)

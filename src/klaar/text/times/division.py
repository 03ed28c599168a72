"""A period shared out over the times in it: twice a year is every six months."""

from decimal import Decimal

from klaar.text.times.iso import Duration, duration_of, parse_duration
from klaar.text.times.units import UNITS, Amount

_YEARLY = {52: "P1W", 26: "P2W", 365: "P1D"}
"""Times a year that are another unit; others are shared out over the months."""
_SHORTER = (("day", 86400), ("hour", 3600), ("minute", 60))


def multiplied(iso: str, count: Amount) -> str:
    """`count` such periods: P1M by 3 is P3M."""
    return str(Duration(*(part * count for part in parse_duration(iso))))


def divided(iso: str, count: Amount) -> str:
    """The period between `count` turns in `iso`: P1Y by 2 is P6M, P1D by 3 is PT8H, P1W by 2 is P3.5D."""
    if count == 1:
        return iso
    if iso == "P1Y" and int(count) in _YEARLY:
        return _YEARLY[int(count)]
    months, seconds = (_rounded(Decimal(part) / Decimal(count)) for part in parse_duration(iso).size())
    if months:
        return duration_of(((months, UNITS["month"]),))
    unit, size = next(((unit, size) for unit, size in _SHORTER if seconds >= size), _SHORTER[-1])
    return duration_of(((_rounded(Decimal(seconds) / size), UNITS[unit]),))


def _rounded(amount: Decimal) -> Amount:
    amount = round(amount, 4).normalize()
    return int(amount) if amount == int(amount) else amount

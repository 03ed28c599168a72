"""How often: maandelijks, every six months, twee keer per jaar, elke eerste maandag van de maand."""

from decimal import Decimal
from typing import NamedTuple

from klaar.text.times.dates import Dated, any_date
from klaar.text.times.durations import read_unit
from klaar.text.times.iso import Duration, duration_of, parse_duration
from klaar.text.times.model import Time
from klaar.text.times.number import Number
from klaar.text.times.numbers import read_number
from klaar.text.times.numeric import read_day_month
from klaar.text.times.tokens import View
from klaar.text.times.units import UNITS, Amount

_ONE = Number(1, 0)
_YEARLY = {52: "P1W", 26: "P2W", 365: "P1D"}
"""Times a year that are another unit; others are shared out over the months."""


class Pace(NamedTuple):
    """The period after which something comes back, and the token behind it: "kwartaal" is P3M."""

    iso: str
    next: int
    business: bool = False
    certain: bool = True


def read_frequency(view: View, index: int) -> tuple[Time, ...]:
    """The frequency that starts at token `index`: "maandelijks", "every 6 months", "tweemaal per jaar"."""
    word = view.at(index).word
    if word.turns:
        return counted_times(view, index, word.turns, index + 1)
    return as_set(view, index, _pace(view, index))


def counted_times(view: View, first: int, count: Amount, index: int) -> tuple[Time, ...]:
    """Behind "twee keer" or "twice" a period, which the count divides: "per jaar" makes it P6M."""
    in_a = view.at(index).word.roles & {"in_a", "article"}
    pace = _each(view, index + 1, one=True) if in_a else _pace(view, index)
    if pace is None or count <= 0:
        return ()
    return as_set(view, first, pace._replace(iso=_divided(pace.iso, count)))


def multiplied(view: View, first: int, number: Number) -> tuple[Time, ...]:
    """A number stuck to a frequency: "4-wekelijks", "six-monthly"."""
    duration = parse_duration(view.at(number.next + 1).word.often)
    iso = str(Duration(*(part * number.value for part in duration)))
    return as_set(view, first, Pace(iso, number.next + 2, certain=number.certain))


def rate(view: View, index: int) -> tuple[Time, ...]:
    """Directly behind an amount: "24 hours a day", "24-hours-a-day", "5 dagen in de week"."""
    if view.at(index).text == "-" and "article" in view.at(index + 1).word.roles:
        index += 1
    if not view.at(index).word.roles & {"in_a", "article"}:
        return ()
    unit = read_unit(view, index + 1, _ONE)
    pace = unit and Pace(duration_of(((1, unit.unit),)), unit.next, unit.unit.business)
    return as_set(view, index, pace)


def of_every(view: View, index: int) -> Pace | None:
    """Behind "de eerste dag" or "the 15th": "van elke maand", "of each quarter"."""
    if "of" in view.at(index).word.roles:
        index += 1
    return _each(view, index + 1) if "every" in view.at(index).word.roles else None


def of_the(view: View, index: int) -> Pace | None:
    """Behind "the 15th day": "of the month", "van de volgende maand", which come back or may be meant once."""
    if "of" not in view.at(index).word.roles or "the" not in view.at(index + 1).word.roles:
        return None
    index += 2
    if view.today is None:
        index += "next" in view.at(index).word.roles
    unit = read_unit(view, index, _ONE)
    return unit and Pace(duration_of(((1, unit.unit),)), unit.next, unit.unit.business, certain=False)


def as_set(view: View, first: int, pace: Pace | None) -> tuple[Time, ...]:
    """The pace as a reading from token `first` on; nothing for None."""
    if pace is None:
        return ()
    found = view.found(first, pace.next, "set", pace.iso, business=pace.business, certain=pace.certain)
    return (found,)


def _pace(view: View, index: int) -> Pace | None:
    word = view.at(index).word
    if word.often:
        return Pace(word.often, index + 1, certain="doubtful" not in word.roles)
    if word.weekly:
        return Pace("P1W", index + 1)
    if "every_other" in word.roles:
        return _alternate(view, index + 1)
    if "every" in word.roles:
        return _each(view, index + 1)
    return _each(view, index + 1, one=True) if "per" in word.roles else None


def _alternate(view: View, index: int) -> Pace | None:
    """om de week, om de andere week, every other month count double; om de drie weken does not."""
    word = view.at(index).word
    counted = bool(word.morphs) or "figure" in word.roles
    pace = _each(view, index + 1 if "other" in word.roles and not counted else index)
    return pace if pace is None or counted else pace._replace(iso=_divided(pace.iso, Decimal("0.5")))


def _each(view: View, index: int, one: bool = False) -> Pace | None:
    """Behind "elke", "every" and "per": what comes back. `one`: no "of the month" can follow ("per dag")."""
    while view.at(index).word.roles & {"plain_modifier", "period_of"} and not view.at(index).word.unit:
        index += 1
    word = view.at(index).word
    if "the" in word.roles and one and view.at(index + 1).word.morphs[:1] and not word.morphs:
        return _each(view, index + 1, one)
    if word.weekday or word.weekly:
        return (None if one else _of_longer(view, index + 1)) or Pace("P1W", index + 1)
    if "part_of_day" in word.roles:
        return Pace("P1D", index + 1)
    if word.edge == "last":
        return _of_longer(view, index + 1)
    starts_number = word.morphs or word.mixed or (word.part and not word.unit) or "figure" in word.roles
    date = any_date(view, index) if (starts_number or word.month) and not one else None
    if date is None and "figure" in word.roles and not one:
        date = _day_month(view, index)
    if date is not None and date[0].day and not date[0].year:
        return Pace("P1Y", date[1])
    number = read_number(view, index) if starts_number else _ONE._replace(next=index)
    if number is None or number.ordinal:
        return number and _nth(view, number)
    unit = read_unit(view, number.next, number)
    if unit is None:
        return None
    longer = _of_longer(view, unit.next) if number.value == 1 and not one else None
    iso = duration_of(((number.value, unit.unit),))
    return longer or Pace(iso, unit.next, unit.unit.business, number.certain)


def _day_month(view: View, index: int) -> Dated | None:
    found = read_day_month(view.low, view.at(index).start, view.lexicon, likely=True)
    return found and (found.day, view.after(found.end))


def _nth(view: View, number: Number) -> Pace | None:
    """elke eerste maandag van de maand, every second week, elke 15e van de maand."""
    unit = read_unit(view, number.next, _ONE)
    weekday = view.at(number.next).word.weekday
    end = unit.next if unit else number.next + bool(weekday)
    longer = _of_longer(view, end)
    if longer is not None:
        return longer
    if unit is not None:
        return Pace(duration_of(((number.value, unit.unit),)), end, unit.unit.business)
    return Pace(f"P{number.value}W", end) if weekday else None


def _of_longer(view: View, index: int) -> Pace | None:
    """The unit in which something comes back: "van de maand", "of each calendar quarter"."""
    if "of" not in view.at(index).word.roles:
        return None
    index += 1 + bool(view.at(index + 1).word.roles & {"every", "the"})
    unit = read_unit(view, index, _ONE)
    return unit and Pace(duration_of(((1, unit.unit),)), unit.next, unit.unit.business)


def _divided(iso: str, count: Amount) -> str:
    """A period by the times in it: P1Y by 2 is P6M, P1D by 3 is PT8H, P1W by 2 is P3.5D."""
    if count == 1:
        return iso
    duration = parse_duration(iso)
    if count < 1:
        return str(Duration(*(part * int(1 / count) for part in duration)))
    if iso == "P1Y" and int(count) in _YEARLY:
        return _YEARLY[int(count)]
    months, seconds = (_rounded(Decimal(part) / Decimal(count)) for part in duration.size())
    if months:
        return duration_of(((months, UNITS["month"]),))
    unit, size = next(
        (u, s) for u, s in (("day", 86400), ("hour", 3600), ("minute", 60)) if seconds >= s or s == 60
    )
    return duration_of(((_rounded(Decimal(seconds) / size), UNITS[unit]),))


def _rounded(amount: Decimal) -> Amount:
    amount = round(amount, 4).normalize()
    return int(amount) if amount == int(amount) else amount

"""What comes back behind "elke", "every" and "per", and the unit in which it does."""

from typing import NamedTuple

from klaar.text.times.dates import Dated, any_date
from klaar.text.times.division import multiplied
from klaar.text.times.durations import read_unit
from klaar.text.times.iso import duration_of
from klaar.text.times.number import Number
from klaar.text.times.numerals import read_number
from klaar.text.times.numeric import read_day_month
from klaar.text.times.tokens import View
from klaar.text.times.word import FIGURE, Word

ONE = Number(1, 0)


class Pace(NamedTuple):
    """The period after which something comes back, and the token behind it: "kwartaal" is P3M."""

    iso: str
    next: int
    business: bool = False
    certain: bool = True


def read_pace(view: View, index: int) -> Pace | None:
    """The frequency at token `index` that counts no turns: "maandelijks", "elke 2 weken", "per jaar"."""
    word = view.at(index).word
    if word.often:
        return Pace(word.often, index + 1, certain="doubtful" not in word.roles)
    if word.weekly:
        return Pace("P1W", index + 1)
    if "every_other" in word.roles:
        return _alternate(view, index + 1)
    if "every" in word.roles:
        return every(view, index + 1)
    return per(view, index + 1) if "per" in word.roles else None


def every(view: View, index: int) -> Pace | None:
    """Behind "elke" or "every": "3 maanden", "eerste maandag van de maand", "1 januari", "morning"."""
    index = _over_modifiers(view, index)
    word = view.at(index).word
    if word.weekday or word.weekly:
        return of_unit(view, index + 1) or Pace("P1W", index + 1)
    if word.edge == "last":
        return of_unit(view, index + 1)
    date = _yearly(view, index)
    if date is not None:
        return Pace("P1Y", date[1])
    pace = _counted(view, index)
    single = pace is not None and pace.next == index + 1
    return (of_unit(view, pace.next) or pace) if pace is not None and single else pace


def per(view: View, index: int) -> Pace | None:
    """Behind "per", or "in een" after a count: "maand", "2 weken", "periode van 12 maanden"."""
    index = _over_modifiers(view, index)
    word = view.at(index).word
    if "the" in word.roles and not word.morphs and view.at(index + 1).word.morphs:
        index += 1
    return Pace("P1W", index + 1) if word.weekday else _counted(view, index)


def of_every(view: View, index: int) -> Pace | None:
    """Behind "de eerste dag" or "the 15th": "van elke maand", "of each quarter"."""
    if "of" in view.at(index).word.roles:
        index += 1
    return every(view, index + 1) if "every" in view.at(index).word.roles else None


def of_the(view: View, index: int) -> Pace | None:
    """Behind "the 15th day": "of the month", "van de volgende maand", which may be meant once."""
    if "of" not in view.at(index).word.roles or "the" not in view.at(index + 1).word.roles:
        return None
    index += 2
    if view.today is None:
        index += "next" in view.at(index).word.roles
    unit = read_unit(view, index, ONE)
    return unit and Pace(duration_of(((1, unit.unit),)), unit.next, unit.unit.business, certain=False)


def of_unit(view: View, index: int) -> Pace | None:
    """Behind "elke eerste maandag": the unit in which it comes back, "van de maand", "of the quarter"."""
    if "of" not in view.at(index).word.roles:
        return None
    index += 1 + bool(view.at(index + 1).word.roles & {"every", "the"})
    unit = read_unit(view, index, ONE)
    return unit and Pace(duration_of(((1, unit.unit),)), unit.next, unit.unit.business)


def _over_modifiers(view: View, index: int) -> int:
    while view.at(index).word.roles & {"plain_modifier", "period_of"} and not view.at(index).word.unit:
        index += 1
    return index


def _starts_number(word: Word) -> bool:
    return bool(word.morphs or word.mixed or (word.part and not word.unit) or word is FIGURE)


def _yearly(view: View, index: int) -> Dated | None:
    """A day without a year, which comes back every year: "elke 1 januari", "each 4/15"."""
    word = view.at(index).word
    date = any_date(view, index) if word.month or _starts_number(word) else None
    if date is None and word is FIGURE:
        numeric = read_day_month(view.low, view.at(index).start, view.lexicon, likely=True)
        date = numeric and (numeric.day, view.after(numeric.end))
    return date if date and date[0].day and not date[0].year else None


def _counted(view: View, index: int) -> Pace | None:
    """A unit with or without a number: "2 weken", "third month", "kalenderkwartaal", "ochtend"."""
    word = view.at(index).word
    if "part_of_day" in word.roles:
        return Pace("P1D", index + 1)
    number = read_number(view, index) if _starts_number(word) else ONE._replace(next=index)
    if number is None or number.ordinal:
        return number and _nth(view, number)
    unit = read_unit(view, number.next, number)
    return unit and Pace(
        duration_of(((number.value, unit.unit),)), unit.next, unit.unit.business, number.certain
    )


def _nth(view: View, number: Number) -> Pace | None:
    """eerste maandag van de maand, second week, 15e van de maand."""
    unit = read_unit(view, number.next, ONE)
    weekday = view.at(number.next).word.weekday
    end = unit.next if unit else number.next + bool(weekday)
    longer = of_unit(view, end)
    if longer is not None or unit is None:
        return longer or (Pace(f"P{number.value}W", end) if weekday else None)
    return Pace(duration_of(((number.value, unit.unit),)), end, unit.unit.business)


def _alternate(view: View, index: int) -> Pace | None:
    """om de week, om de andere week, every other month count double; om de drie weken does not."""
    word = view.at(index).word
    number = bool(word.morphs) or word is FIGURE
    pace = every(view, index + 1 if "other" in word.roles and not number else index)
    return pace if pace is None or number else pace._replace(iso=multiplied(pace.iso, 2))

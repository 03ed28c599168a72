"""What a number counts, by the word behind it."""

from decimal import Decimal

from klaar.text.times.dates import day_first
from klaar.text.times.durations import Read, read_duration, read_unit
from klaar.text.times.frequency import as_set, counted_times, rate, stuck_to
from klaar.text.times.iso import duration_of, plain
from klaar.text.times.model import Time
from klaar.text.times.money import money_behind, percent_behind
from klaar.text.times.number import Number
from klaar.text.times.numerals import read_number
from klaar.text.times.pace import of_every, of_the
from klaar.text.times.periods import any_period, as_period, read_edge
from klaar.text.times.relative import from_today
from klaar.text.times.rows import read_row
from klaar.text.times.stretches import dated
from klaar.text.times.tokens import View


def read_quantity(view: View, index: int) -> tuple[Time, ...]:
    """What the number at token `index` starts: a duration, an amount, a date, a row of these, or itself."""
    number = read_number(view, index)
    if number is None:
        return ()
    if number.ordinal:
        return _ordinal(view, index, number)
    found = _counted(view, index, number)
    if found or number.article:
        return found
    return read_row(view, index, number, _counted) or _bare(view, index, number)


def _counted(view: View, index: int, number: Number) -> tuple[Time, ...]:
    """The number with what it counts; nothing for a bare number."""
    number = _up_to_measure(view, number)
    measured = _measured(view, index, number)
    if measured is not None:
        return (measured[0], *rate(view, measured[1]))
    word = view.at(number.next).word
    if "times" in word.roles:
        return counted_times(view, index, number.value, number.next + 1)
    if "dash" in word.roles and view.at(number.next + 1).word.often:
        return stuck_to(view, index, number)
    if number.value == Decimal("0.5") and word.month:
        return read_edge(view, index)
    if number.figure and view.word_before(view.at(index).start) in view.lexicon.references:
        return ()
    return dated(view, index, day_first(view, number)) or as_period(view, index, any_period(view, index))


def _up_to_measure(view: View, number: Number) -> Number:
    """Over what may stand before a currency or a percent sign: "2 mln. euro", "half a percent"."""
    between, behind = view.at(number.next), view.at(number.next + 1).word
    loose = between.text == "." or ("article" in between.word.roles and not isinstance(number.value, int))
    return number._replace(next=number.next + 1) if loose and (behind.currency or behind.percent) else number


def _measured(view: View, index: int, number: Number) -> Read | None:
    word = view.at(number.next).word
    if word.percent:
        return percent_behind(view, index, number)
    if word.currency or word.cents or word.short_scale:
        return money_behind(view, index, number)
    if number.article and _names_one(view, view.at(index).start):
        return None
    duration = read_duration(view, index, number)
    return duration if duration is None or view.today is None else from_today(view, *duration)


def _names_one(view: View, place: int) -> bool:
    """Whether the unit at `place` is a day or a month, and no length: "op een dag", "the end of a month"."""
    before = view.lexicon.word(view.word_before(place)).roles
    if "of" not in before:
        return "on" in before
    words = view.low[max(0, place - 24) : place].split()
    return len(words) > 1 and bool(view.lexicon.word(words[-2]).edge)


def _ordinal(view: View, index: int, number: Number) -> tuple[Time, ...]:
    """de eerste dag van maart, the second business day, de 15e van elke maand, tweede kwartaal 2027."""
    stretch = any_period(view, index)
    found = dated(view, index, day_first(view, number))
    if found or (stretch is not None and stretch[0].year):
        return found or as_period(view, index, stretch)
    unit = read_unit(view, number.next, number)
    end = unit.next if unit else number.next + bool(view.at(number.next).word.weekday)
    pace = of_every(view, end) or (of_the(view, end) if unit is None or unit.unit.letter in "DW" else None)
    if pace is not None:
        return as_set(view, index, pace)
    if unit and (unit.unit.business or (unit.unit.letter == "D" and "after" in view.at(end).word.roles)):
        iso = duration_of(((number.value, unit.unit),))
        return (view.found(index, end, "duration", iso, business=unit.unit.business, certain=number.certain),)
    return (view.found(index, number.next, "ordinal", plain(number.value), certain=number.certain),)


def _bare(view: View, index: int, number: Number) -> tuple[Time, ...]:
    """A number that counts things Klaar has no unit for: "5 GB", "drie servers", "de helft van de prijs"."""
    first = view.at(index).word
    if (
        first.part
        and number.next == index + 1
        and (first.unit or "fraction_of" not in view.at(number.next).word.roles)
    ):
        return ()
    return (view.found(index, number.next, "number", plain(number.value), certain=number.certain),)

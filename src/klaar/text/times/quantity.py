"""What a number counts, by the word behind it."""

from decimal import Decimal

from klaar.text.times.dates import day_first
from klaar.text.times.durations import Read, read_duration, read_unit
from klaar.text.times.frequency import as_set, counted_times, of_every, of_following, rate
from klaar.text.times.iso import duration_of, plain
from klaar.text.times.model import Time
from klaar.text.times.money import money_behind, percent_behind
from klaar.text.times.number import Number
from klaar.text.times.numbers import read_number
from klaar.text.times.periods import any_period, as_period, read_edge
from klaar.text.times.relative import from_today
from klaar.text.times.stretches import between, dated, up_to_day
from klaar.text.times.tokens import View

_ROW = 5
"""Numbers that may share one unit: "30, 60 of 90 dagen"."""


def read_quantity(view: View, index: int) -> tuple[Time, ...]:
    """All that the number at token `index` starts: a duration, an amount, a date, a row of these, or itself."""
    number = read_number(view, index)
    if number is None:
        return ()
    if number.ordinal:
        return _ordinal(view, index, number)
    found = _counted(view, index, number)
    if found:
        return found
    if number.article:
        return ()
    return _row(view, index, number) or _bare(view, index, number)


def _counted(view: View, index: int, number: Number) -> tuple[Time, ...]:
    """The number with what it counts."""
    word = view.at(number.next).word
    if (
        "article" in word.roles
        and not isinstance(number.value, int)
        and view.at(number.next + 1).word.percent
    ):
        number = number._replace(next=number.next + 1)
        word = view.at(number.next).word
    amount: Read | None
    if word.percent:
        amount = percent_behind(view, index, number)
    elif word.currency or word.cents or word.short_scale:
        amount = money_behind(view, index, number)
    else:
        amount = _duration(view, index, number)
    if amount is not None:
        return (amount[0], *rate(view, amount[1]))
    if "times" in word.roles:
        return counted_times(view, index, number.value, number.next + 1)
    if number.value == Decimal("0.5") and word.month:
        return read_edge(view, index)
    if number.figure and view.word_before(view.at(index).start) in view.lexicon.references:
        return ()
    return dated(view, index, day_first(view, number)) or as_period(view, index, any_period(view, index))


def _duration(view: View, index: int, number: Number) -> Read | None:
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
    found = dated(view, index, day_first(view, number)) or as_period(view, index, stretch)
    if found and (stretch is None or stretch[0].year):
        return found
    unit = read_unit(view, number.next, number)
    end = unit.next if unit else number.next + bool(view.at(number.next).word.weekday)
    every = as_set(view, index, of_every(view, end) or of_following(view, end))
    if every:
        return every
    if unit and (unit.unit.business or (unit.unit.letter == "D" and "after" in view.at(end).word.roles)):
        iso = duration_of(((number.value, unit.unit),))
        return (view.found(index, end, "duration", iso, business=unit.unit.business, certain=number.certain),)
    return (view.found(index, number.next, "ordinal", plain(number.value), certain=number.certain),)


def _row(view: View, index: int, number: Number) -> tuple[Time, ...]:
    """Numbers that share the unit of the last: "4-8 weken", "tussen 2 en 4 uur", "30, 60 of 90 dagen"."""
    numbers, starts = [number], [index]
    while len(numbers) < _ROW:
        joint = view.at(numbers[-1].next)
        if not (joint.text == "," or joint.word.roles & {"to", "dash", "or", "and"}):
            return ()
        start = numbers[-1].next + 1
        following = read_number(view, start)
        days = following and len(numbers) == 1 and up_to_day(view, index, number, following)
        if days and (joint.word.roles & {"to", "dash"} or between(view, index)):
            return days
        if following is None or following.ordinal or following.article:
            return ()
        numbers.append(following)
        starts.append(start)
        last = _counted(view, start, following)
        if last:
            return _shared(view, list(zip(starts, numbers, strict=True)), last)
    return ()


def _shared(view: View, row: list[tuple[int, Number]], last: tuple[Time, ...]) -> tuple[Time, ...]:
    found = last[0]
    if found.type not in {"duration", "percent", "currency"}:
        return ()
    sharing = []
    for start, number in row[:-1]:
        value = _same_unit(view, number, row[-1][1], found)
        sharing.append(
            view.found(
                start,
                number.next,
                found.type,
                value,
                unit=found.unit,
                business=found.business,
                certain=number.certain and found.certain,
            )
        )
    return (*sharing, *last)


def _same_unit(view: View, number: Number, last: Number, found: Time) -> str | int | float:
    if found.type != "duration":
        return plain(number.value)
    unit = read_unit(view, last.next, last)
    return duration_of(((number.value, unit.unit),)) if unit else ""


def _bare(view: View, index: int, number: Number) -> tuple[Time, ...]:
    """A number that counts things Klaar has no unit for: "5 GB", "drie servers", "de helft van de prijs"."""
    first = view.at(index).word
    if first.part and (first.unit or "fraction_of" not in view.at(number.next).word.roles):
        return ()
    return (view.found(index, number.next, "number", plain(number.value), certain=number.certain),)

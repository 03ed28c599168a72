"""How often: maandelijks, every six months, twee keer per jaar, elke eerste maandag van de maand."""

from klaar.text.times.division import divided, multiplied
from klaar.text.times.durations import read_unit
from klaar.text.times.iso import duration_of
from klaar.text.times.model import Time
from klaar.text.times.number import Number
from klaar.text.times.pace import ONE, Pace, per, read_pace
from klaar.text.times.tokens import View
from klaar.text.times.units import Amount


def read_frequency(view: View, index: int) -> tuple[Time, ...]:
    """The frequency that starts at token `index`: "maandelijks", "every 6 months", "tweemaal per jaar"."""
    turns = view.at(index).word.turns
    return (
        counted_times(view, index, turns, index + 1) if turns else as_set(view, index, read_pace(view, index))
    )


def counted_times(view: View, first: int, count: Amount, index: int) -> tuple[Time, ...]:
    """Behind "twee keer" or "twice" a period, which the count divides: "per jaar" makes it P6M."""
    in_a = view.at(index).word.roles & {"in_a", "article"}
    pace = per(view, index + 1) if in_a else read_pace(view, index)
    if pace is None or count <= 0:
        return ()
    return as_set(view, first, pace._replace(iso=divided(pace.iso, count)))


def stuck_to(view: View, first: int, number: Number) -> tuple[Time, ...]:
    """A frequency that a hyphen joins to its number: "4-wekelijks", "six-monthly"."""
    iso = multiplied(view.at(number.next + 1).word.often, number.value)
    return as_set(view, first, Pace(iso, number.next + 2, certain=number.certain))


def rate(view: View, index: int) -> tuple[Time, ...]:
    """Directly behind an amount: "24 hours a day", "24-hours-a-day", "5 dagen in de week"."""
    if view.at(index).text == "-" and "article" in view.at(index + 1).word.roles:
        index += 1
    if not view.at(index).word.roles & {"in_a", "article"}:
        return ()
    unit = read_unit(view, index + 1, ONE)
    pace = unit and Pace(duration_of(((1, unit.unit),)), unit.next, unit.unit.business)
    return as_set(view, index, pace)


def as_set(view: View, first: int, pace: Pace | None) -> tuple[Time, ...]:
    """The pace as a reading from token `first` on; nothing for None."""
    if pace is None:
        return ()
    found = view.found(first, pace.next, "set", pace.iso, business=pace.business, certain=pace.certain)
    return (found,)

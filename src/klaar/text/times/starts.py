"""Which grammar reads on from a first word or from figures."""

from collections.abc import Callable

from klaar.text.times.clock import announced, read_clock, up_to
from klaar.text.times.dates import any_date
from klaar.text.times.frequency import read_frequency
from klaar.text.times.model import Time
from klaar.text.times.money import read_money
from klaar.text.times.numeric import read_day_month, read_moment, read_numeric
from klaar.text.times.periods import read_edge, read_period
from klaar.text.times.quantity import read_quantity
from klaar.text.times.relative import read_relative
from klaar.text.times.repetition import repeated
from klaar.text.times.stretches import dated, from_year, read_month, read_weekday
from klaar.text.times.tokens import View
from klaar.text.times.years import free

Reader = Callable[[View, int], tuple[Time, ...]]


def read_start(view: View) -> tuple[Time, ...]:
    """What starts at the first token of `view`; nothing if that word only looked like a start."""
    found = READERS[view.at(0).word.reader](view, 0)
    return (*found[:-1], repeated(view, found[-1], _inner)) if found else ()


def _inner(view: View, index: int) -> tuple[Time, ...]:
    return READERS[view.at(index).word.reader](view, index)


def _nothing(view: View, index: int) -> tuple[Time, ...]:
    return ()


def _fixed(view: View, index: int) -> tuple[Time, ...]:
    """eerstvolgende werkdag, next business day."""
    iso, _, business = view.at(index).word.fixed.partition(" ")
    return (view.found(index, index + 1, "duration", iso, business=bool(business), certain=bool(business)),)


def _figures(view: View, index: int) -> tuple[Time, ...]:
    """Figures can start anything; what they look like goes before what stands behind them."""
    start = view.at(index).start
    moment = read_moment(view.low, start)
    if moment is not None:
        return (Time(start, moment[1], "datetime", moment[0]),)
    numeric = read_numeric(view.low, start, view.lexicon)
    if numeric is None:
        likely = "date_cue" in view.lexicon.word(view.word_before(start)).roles
        numeric = read_day_month(view.low, start, view.lexicon, likely)
        if numeric is not None and not free(view, view.after(numeric.end)):
            numeric = None
    if numeric is not None:
        return dated(view, index, (numeric.day, view.after(numeric.end)))
    clock = read_clock(view, index, expected=announced(view, start))
    if clock is not None and (last := up_to(view, clock)) is not None:
        return clock, last
    return _moment(view, clock) if clock else from_year(view, index) or read_quantity(view, index)


def _clock(view: View, index: int) -> tuple[Time, ...]:
    clock = read_clock(view, index)
    return _moment(view, clock) if clock else ()


def _moment(view: View, clock: Time) -> tuple[Time, ...]:
    """The time of day with the date behind it: "17:00 uur op 1 maart 2027"."""
    index = view.after(clock.end)
    while view.at(index).text == "," or "clock_day" in view.at(index).word.roles:
        index += 1
    found = any_date(view, index)
    if found is None or not found[0].day:
        return (clock,)
    day, end = found[0].from_today(view.today), found[1]
    certain = clock.certain and day.certain and bool(found[0].year)
    return (Time(clock.start, view.at(end - 1).end, "datetime", f"{day}T{clock.value}", certain=certain),)


READERS: dict[str, Reader] = {
    "": _nothing,
    "skip": _nothing,
    "phrase": read_relative,
    "figure": _figures,
    "number": read_quantity,
    "fixed": _fixed,
    "month": read_month,
    "weekday": read_weekday,
    "edge": read_edge,
    "period": read_period,
    "often": read_frequency,
    "money": read_money,
    "clock": _clock,
    "relative": read_relative,
}
"""The grammar by the `reader` of a first word."""

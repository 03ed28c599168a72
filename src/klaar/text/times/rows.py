"""Numbers that share the unit of the last: 4-8 weken, between 2 and 4 hours, 30, 60 of 90 dagen."""

from collections.abc import Callable

from klaar.text.times.durations import read_unit
from klaar.text.times.iso import duration_of, plain
from klaar.text.times.model import Time
from klaar.text.times.number import Number, with_scale_of
from klaar.text.times.numerals import read_number
from klaar.text.times.stretches import between, up_to_day
from klaar.text.times.tokens import View

Counted = Callable[[View, int, Number], tuple[Time, ...]]
_LONGEST = 5
"""Numbers in a row."""
_SHORTEST_DAY = 4
"""Hours from which "van 9 tot 17 uur" are opening hours."""


def read_row(view: View, first: int, number: Number, counted: Counted) -> tuple[Time, ...]:
    """The readings of a row that starts with `number` at token `first`; nothing if no unit ends it.

    `counted` reads a number with what it counts.
    """
    row = [(first, number)]
    while len(row) < _LONGEST:
        start = _next_start(view, row[-1][1].next)
        following = read_number(view, start) if start else None
        if following is None:
            return ()
        if (
            len(row) == 1
            and (days := up_to_day(view, first, number, following))
            and _reaches(view, first, number)
        ):
            return days
        if following.ordinal or following.article:
            return ()
        row.append((start, following))
        last = counted(view, start, following)
        if last:
            return _office_hours(view, row, last) or _shared(view, row, last)
    return ()


def _next_start(view: View, index: int) -> int:
    """The token behind the joint at `index` and words like "ten hoogste"; 0 where nothing joins."""
    joint = view.at(index)
    if not (joint.text in {",", "/"} or joint.word.roles & {"to", "dash", "or", "and"}):
        return 0
    start = index + 1
    while "bound" in view.at(start).word.roles or (view.at(start).text == "." and "or" in joint.word.roles):
        start += 1
    return start


def _reaches(view: View, first: int, number: Number) -> bool:
    """Whether the joint behind `number` means up to: "4 tot 22 januari", "tussen 4 en 22 januari"."""
    return bool(view.at(number.next).word.roles & {"to", "dash"}) or between(view, first)


def _office_hours(view: View, row: list[tuple[int, Number]], last: tuple[Time, ...]) -> tuple[Time, ...]:
    """Opening hours, "van 9 tot 17 uur", as two times of day: likely, not certain."""
    first, behind = row[0], row[-1][1]
    spoken = view.at(behind.next).word.roles
    before = view.lexicon.word(view.word_before(view.at(first[0]).start)).roles
    if len(row) != 2 or "clock_hour" not in spoken or not before & {"from", "between"}:
        return ()
    opens, closes = first[1].value, behind.value
    if opens not in range(6, 13) or closes not in range(12, 24) or closes - opens < _SHORTEST_DAY:
        return ()
    start = view.found(first[0], first[1].next, "time", f"{opens:02}:00", certain=False)
    return (start, Time(last[0].start, last[0].end, "time", f"{closes:02}:00", certain=False), *last[1:])


def _shared(view: View, row: list[tuple[int, Number]], last: tuple[Time, ...]) -> tuple[Time, ...]:
    found, counted = last[0], row[-1][1]
    if found.type not in {"duration", "percent", "currency"}:
        return ()
    sharing = []
    for start, number in row[:-1]:
        place = view.found(start, number.next, found.type, _value(view, number, counted, found))
        certain = number.certain and found.certain
        sharing.append(found._replace(start=place.start, end=place.end, value=place.value, certain=certain))
    return (*sharing, *last)


def _value(view: View, number: Number, last: Number, found: Time) -> str | int | float:
    amount = with_scale_of(number, last)
    if found.type != "duration":
        return plain(amount)
    unit = read_unit(view, last.next, last)
    return duration_of(((amount, unit.unit),)) if unit else ""

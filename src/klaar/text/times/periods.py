"""Quarters, half-years and weeks of a year, and the ends of a month or a year: Q2 2027, eind maart 2027."""

from klaar.text.times.dates import any_date
from klaar.text.times.day import Day, span_of, week_of
from klaar.text.times.frequency import as_set
from klaar.text.times.model import Time
from klaar.text.times.numerals import read_number
from klaar.text.times.pace import of_every
from klaar.text.times.tokens import View
from klaar.text.times.word import Word
from klaar.text.times.years import year_at

Stretch = tuple[Day, Day, int]
"""First day, last day and the token behind them."""


def read_period(view: View, index: int) -> tuple[Time, ...]:
    """The period that starts at token `index`: "Q2 2027", "week 12 van 2027"."""
    word = view.at(index).word
    if word.period == "week":
        return _week(view, index)
    return as_period(view, index, any_period(view, index))


def read_edge(view: View, index: int) -> tuple[Time, ...]:
    """A part of a month, quarter or year: "eind maart 2027", "mid-2027"; of each month it is a frequency."""
    edge = view.at(index).word.edge
    pace = of_every(view, index + 1)
    if pace is not None:
        return as_set(view, index, pace)
    start = index + 1
    while view.at(start).text == "-" or view.at(start).word.roles & {"of", "the", "year_compound"}:
        start += 1
    stretch = _stretch(view, start)
    if stretch is None:
        return ()
    first, last, end = stretch
    day = _at_edge(edge, first, last)
    known = day.from_today(view.today)
    certain = edge == "last" and bool(day.year)
    return (view.found(index, end, "date", str(known), certain=certain),)


def any_period(view: View, index: int) -> Stretch | None:
    """The quarter or half-year at token `index`: "Q2 2027", "tweede kwartaal van 2027", "2027 Q2"."""
    token = view.at(index)
    if "the" in token.word.roles and not token.word.morphs:
        token, index = view.at(index + 1), index + 1
    if token.word.period[1:].isdecimal():
        return _of_year(view, token.word.period, index + 1)
    number = read_number(view, index) if token.word.morphs or "figure" in token.word.roles else None
    if number is None:
        return None
    if len(token.text) == 4 and token.text.isdecimal() and token.text[:2] in {"19", "20"}:
        return _behind_year(view, int(token.text), index + 1)
    index = number.next
    doubtful = False
    while "plain_modifier" in view.at(index).word.roles:
        doubtful = doubtful or "doubtful" in view.at(index).word.roles
        index += 1
    period = _part_of_year(view.at(index).word)
    if not number.ordinal or not period or number.value > _PARTS[period]:
        return None
    first, last, end = _of_year(view, f"{period}{number.value}", index + 1)
    return (first._replace(certain=not doubtful), last, end)


def as_period(view: View, first: int, stretch: Stretch | None) -> tuple[Time, ...]:
    """The stretch as a reading from token `first` on; nothing for None."""
    if stretch is None:
        return ()
    start, last, end = stretch
    certain = bool(start.year) and start.certain
    return (view.found(first, end, "period", span_of(start, last), certain=certain),)


def _part_of_year(word: Word) -> str:
    """Q for a quarter, H for half a year, "" for anything else."""
    if word.unit and word.unit.letter == "M":
        return {3: "Q", 6: "H"}.get(word.unit.size, "")
    return "H" if word.period == "half_year" else ""


_PARTS = {"Q": 4, "H": 2}


def _of_year(view: View, period: str, index: int) -> Stretch:
    year, end = year_at(view, index)
    return (*_days(period, year), end)


def _behind_year(view: View, year: int, index: int) -> Stretch | None:
    """2027 Q2, 2027-Q2, 2027, het tweede kwartaal."""
    index += view.at(index).text in {"-", ","}
    found = None if view.at(index).text[:2] in {"19", "20"} else any_period(view, index)
    if found is None or found[0].year:
        return None
    first, last, end = found
    return first._replace(year=year), last._replace(year=year), end


def _days(period: str, year: int) -> tuple[Day, Day]:
    length = 3 if period[0] == "Q" else 6
    month = (int(period[1]) - 1) * length + 1
    return Day(year, month), Day(year, month + length - 1)


def _stretch(view: View, index: int) -> Stretch | None:
    """The month, quarter or year of which an edge is meant."""
    period = any_period(view, index)
    if period is not None:
        return period
    year, end = year_at(view, index)
    if year:
        return Day(year, 1), Day(year, 12), end
    found = any_date(view, index)
    return (found[0], found[0], found[1]) if found and not found[0].day else None


def _at_edge(edge: str, first: Day, last: Day) -> Day:
    if edge == "start":
        return first._replace(day=1)
    if edge == "middle":
        months = last.month - first.month + 1
        return (
            first._replace(day=15) if months == 1 else first._replace(month=first.month + months // 2, day=1)
        )
    ends = last if last.year else last._replace(year=2001)
    return last._replace(day=ends.last.day)


def _week(view: View, index: int) -> tuple[Time, ...]:
    number = view.at(index + 1)
    if not number.text.isdecimal() or not 1 <= int(number.text) <= 53:
        return ()
    year, end = year_at(view, index + 2)
    week = week_of(year, int(number.text)) if year else f"XXXX-W{int(number.text):02}"
    return (view.found(index, end, "period", week, certain=bool(year)),) if week else ()

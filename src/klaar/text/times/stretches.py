"""What is made of a date: with today its year, with a time of day a moment, with a second date a period."""

from klaar.text.times.clock import read_clock
from klaar.text.times.dates import Dated, any_date, behind_weekday, day_first, month_first
from klaar.text.times.day import Day, span_of
from klaar.text.times.frequency import as_set
from klaar.text.times.model import Time
from klaar.text.times.number import Number
from klaar.text.times.numerals import read_number
from klaar.text.times.pace import of_every
from klaar.text.times.relative import lone_weekday
from klaar.text.times.tokens import View
from klaar.text.times.years import free, year_at


def read_month(view: View, index: int) -> tuple[Time, ...]:
    """The reading that starts with a month: "March 1, 2027", "maart 2027"."""
    return dated(view, index, month_first(view, index))


def read_weekday(view: View, index: int) -> tuple[Time, ...]:
    """The reading that starts with a weekday and goes on with a date: "maandag 1 maart 2027"."""
    return dated(view, index, behind_weekday(view, index + 1)) or lone_weekday(view, index)


def dated(view: View, first: int, found: Dated | None) -> tuple[Time, ...]:
    """The date `found` from token `first` on, with the clock or the second date that follows it."""
    if found is None:
        return ()
    day, end = found
    pace = of_every(view, end) if day.day and not day.year else None
    if pace is not None:
        return as_set(view, first, pace)
    to = _second(view, first, day, end)
    if to is not None:
        return (_period(view, first, day, to),)
    if not day.year:
        day = day._replace(year=_year_of_next(view, end))
    roles = view.at(end).word.roles
    full = day.from_today(view.today, gone="gone" in roles)
    if not day.year and roles & {"gone", "coming"}:
        end += 1
    elif not day.year:
        full = full._replace(certain=day.certain and not full.year)
    return (_with_clock(view, first, full, end),)


def _year_of_next(view: View, index: int) -> int:
    """The year of the next date in a row of dates, 0 if there is none: "1 maart en 1 april 2027"."""
    joint = view.at(index)
    if joint.text not in {",", "/"} and not joint.word.roles & {"and", "or"}:
        return 0
    following = any_date(view, index + 1)
    return following[0].year if following else 0


def _with_clock(view: View, first: int, day: Day, end: int) -> Time:
    start = end
    while view.at(start).text in {",", "-", "t"} or "clock_join" in view.at(start).word.roles:
        start += 1
    clock = read_clock(view, start, expected=_announced(view, start, end)) if day.day else None
    if clock is None:
        return view.found(first, end, "date", str(day), certain=day.certain)
    begin = view.at(first).start
    return Time(begin, clock.end, "datetime", f"{day}T{clock.value}", certain=day.certain and clock.certain)


def _announced(view: View, start: int, end: int) -> bool:
    """Whether "om" or "at" stands between the date and the figures."""
    return any("clock_at" in view.at(index).word.roles for index in range(end, start))


def _second(view: View, first: int, day: Day, end: int) -> Dated | None:
    """The last day of a period that starts with `day`: "tot en met 31 mei", "– 5" in "March 1 – 5, 2027"."""
    roles = view.at(end).word.roles
    if not (roles & {"to", "dash"} or ("and" in roles and between(view, first))):
        return None
    start = end + 1
    number = (
        read_number(view, start) if view.at(start).text.isdecimal() and day.day and not day.year else None
    )
    if number and not number.ordinal and number.value in range(day.day + 1, 32) and free(view, number.next):
        year, behind = year_at(view, number.next)
        if not view.at(number.next).word.month and view.at(number.next).text not in {"-", "/"}:
            return Day(year, day.month, int(number.value)), behind
    return any_date(view, start) or bare_year(view, start)


def from_year(view: View, index: int) -> tuple[Time, ...]:
    """A period that starts with a year: "2027-2029", "2027 tot en met 2029"; nothing for a year alone."""
    first = bare_year(view, index)
    slash = view.at(index + 1).text == "/" and view.touching(index + 2)
    last = first and (bare_year(view, index + 2) if slash else _second(view, index, *first))
    return (_period(view, index, first[0], last),) if first and last else ()


def bare_year(view: View, index: int) -> Dated | None:
    """A year of this or the last century in figures, "2027", that counts nothing."""
    text = view.at(index).text
    is_year = len(text) == 4 and text.isdecimal() and text[:2] in {"19", "20"} and free(view, index + 1)
    return (Day(int(text), 0), index + 1) if is_year else None


def up_to_day(view: View, first: int, number: Number, following: Number) -> tuple[Time, ...]:
    """A period within a month, of which the first day has only its number: "4 tot en met 22 januari 2027"."""
    last = day_first(view, following)
    if last is None or number.value not in range(1, last[0].day):
        return ()
    return (_period(view, first, last[0]._replace(day=int(number.value)), last),)


def between(view: View, index: int) -> bool:
    """Whether "tussen" or "between" stands before token `index`, so that "en" means up to."""
    return "between" in view.lexicon.word(view.word_before(view.at(index).start)).roles


def _period(view: View, first: int, day: Day, to: Dated) -> Time:
    last, end = to
    if last.year and not day.year:
        day = day._replace(year=last.year)
    elif day.year and not last.year:
        last = last._replace(year=day.year)
    elif view.today and not day.year:
        day = day.from_today(view.today)._replace(certain=False)
        last = last._replace(year=day.year)
    certain = day.certain and last.certain
    return view.found(first, end, "period", span_of(day, last), certain=certain)

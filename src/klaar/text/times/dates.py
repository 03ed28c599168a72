"""Dates in words: 1 maart 2027, March 1st, the first day of March 2027, maandag 1 maart a.s."""

from klaar.text.times.day import Day
from klaar.text.times.durations import read_unit
from klaar.text.times.number import Number
from klaar.text.times.numerals import read_number
from klaar.text.times.numeric import read_numeric
from klaar.text.times.tokens import View
from klaar.text.times.units import UNITS
from klaar.text.times.years import free, year_at

Dated = tuple[Day, int]
"""A day and the number of the token behind it."""

_SKIPS = 5


def any_date(view: View, index: int) -> Dated | None:
    """The date at token `index`: in figures, or with the day or the month first; else None."""
    token = view.at(index)
    if "figure" in token.word.roles:
        numeric = read_numeric(view.low, token.start, view.lexicon)
        if numeric is not None:
            return numeric.day, view.after(numeric.end)
    if token.word.month:
        return month_first(view, index)
    if token.word.weekday:
        return behind_weekday(view, index + 1)
    if "the" in token.word.roles and not view.at(index + 1).word.roles & {"the"}:
        return any_date(view, index + 1)
    number = read_number(view, index) if token.word.morphs or "figure" in token.word.roles else None
    return day_first(view, number) if number else None


def behind_weekday(view: View, index: int) -> Dated | None:
    """The date that a weekday announces: "maandag 1 maart", "Monday, March 1st"."""
    index += view.at(index).text in {",", "."}
    found = None if view.at(index).word.weekday else any_date(view, index)
    return found if found and found[0].day else None


def day_first(view: View, number: Number) -> Dated | None:
    """The date whose day is `number`: "1 maart 2027", "1st day of March, 2027", "de eerste van januari"."""
    if not isinstance(number.value, int) or not 1 <= number.value <= 31 or number.article:
        return None
    index = number.next
    for _ in range(_SKIPS):
        token = view.at(index)
        calendar_unit = token.word.unit in (UNITS["day"], UNITS["month"]) and (
            number.ordinal or index > number.next
        )
        if not (calendar_unit or token.text in {".", "-", "/"} or token.word.roles & {"of", "the"}):
            break
        index += 1
    month = view.at(index).word.month
    if not month:
        return None
    year, end = year_at(view, index + 1)
    return _real(Day(year, month, number.value)), end


def month_first(view: View, index: int) -> Dated | None:
    """The date at the month at token `index`: "March 1, 2027", "Oct-2", "maart 2027", "maart"."""
    month = view.at(index).word.month
    start = index + 1
    while view.at(start).text in {".", "-", "/"} or "the" in view.at(start).word.roles:
        start += 1
    year, end = year_at(view, start, short=False)
    if year:
        return Day(year, month), end
    word = view.at(start).word
    number = read_number(view, start) if word.morphs or "figure" in word.roles else None
    if number is not None and _is_day(view, number):
        year, end = year_at(view, number.next)
        return _real(Day(year, month, int(number.value))), end
    return (Day(0, month), index + 1) if _is_month(view, index) else None


def _real(day: Day) -> Day:
    """The day, or for one that does not exist ("30 februari 2027") its month, which is not certain."""
    return day if day.exists else day._replace(day=0, certain=False)


def _is_day(view: View, number: Number) -> bool:
    days = isinstance(number.value, int) and 1 <= number.value <= 31 and not number.article
    return days and free(view, number.next) and read_unit(view, number.next, number) is None


def _is_month(view: View, index: int) -> bool:
    """Whether a month without day or year is one: not the verb "may", not a man called Jan."""
    token = view.at(index)
    if "doubtful" not in token.word.roles:
        return True
    if view.at(index + 1).word.roles & {"to", "dash"} and view.at(index + 2).word.month:
        return True
    before = view.lexicon.word(view.word_before(token.start)).roles
    return "year_before" in before and (len(token.text) == 3 or view.text[token.start].isupper())

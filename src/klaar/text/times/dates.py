"""Dates in words: 1 maart 2027, March 1st, the first day of March 2027, maandag 1 maart a.s."""

from klaar.text.times.day import Day, full_year
from klaar.text.times.durations import read_unit
from klaar.text.times.number import Number
from klaar.text.times.numbers import read_number
from klaar.text.times.numeric import read_numeric
from klaar.text.times.tokens import View
from klaar.text.times.units import UNITS

Dated = tuple[Day, int]
"""A day and the number of the token behind it."""

_SKIPS = 5
_BEFORE_YEAR = frozenset({"of", "the", "year_compound", "plain_modifier"})


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


def year_at(view: View, index: int, short: bool = True) -> tuple[int, int]:
    """The year at token `index`, over a comma, "of" or "van", and the token behind it; 0 if there is none.

    `short`: two figures will do without an apostrophe, as in "1 mrt 27".
    """
    start = index
    while view.at(start).text in {",", ".", "-", "/"} or view.at(start).word.roles & _BEFORE_YEAR:
        start += 1
        if start > index + 4:
            return 0, index
    token = view.at(start)
    if token.text == "'":
        short = view.at(start + 1)
        return (full_year(short.text), start + 2) if _two_figures(short.text) else (0, index)
    if "figure" in token.word.roles:
        return _year_in_figures(view, start, index, short)
    return _year_in_words(view, start) or (0, index)


def _year_in_figures(view: View, start: int, index: int, short: bool) -> tuple[int, int]:
    token = view.at(start)
    if not token.text.isdecimal() or not free(view, start + 1):
        return 0, index
    if len(token.text) == 4 and 1000 <= int(token.text) <= 2999:
        return int(token.text), start + 1
    joined = start == index or view.at(start - 1).text in {"-", "/"}
    if (
        (short or token.text > "31")
        and _two_figures(token.text)
        and joined
        and not view.at(start + 1).text[:1].isalpha()
        and int(token.text) > 19
    ):
        return full_year(token.text), start + 1
    return 0, index


def _year_in_words(view: View, start: int) -> tuple[int, int] | None:
    """tweeduizend zevenentwintig, two thousand and eighteen, nineteen ninety-nine."""
    word = view.at(start).word
    if word.year:
        return word.year, start + 1
    number = read_number(view, start) if word.morphs else None
    if number is None or number.ordinal:
        return None
    if 1000 <= number.value <= 2999:
        return int(number.value), number.next
    pair = (
        read_number(view, number.next)
        if 10 <= number.value <= 29 and view.at(number.next).word.morphs
        else None
    )
    if pair and not pair.value:
        pair = read_number(view, pair.next)
    if pair and not pair.ordinal and 1 <= pair.value <= 99 and pair.value == int(pair.value):
        return int(number.value) * 100 + int(pair.value), pair.next
    return None


def free(view: View, index: int) -> bool:
    """Whether the number before token `index` counts nothing: no unit, currency, percent sign or "keer" follows."""
    word = view.at(index).word
    counts = word.unit or word.currency or word.percent or word.cents or word.month or "times" in word.roles
    return not counts and not (word.morphs[:1] and word.morphs[0][0] == "s") and view.at(index).text != ":"


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


def _two_figures(digits: str) -> bool:
    return len(digits) == 2 and digits.isdecimal()

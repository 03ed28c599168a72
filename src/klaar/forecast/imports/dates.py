"""Written dates become days; which of two orders they have is told by the dates themselves, or not at all."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Literal, NamedTuple

from klaar.forecast.imports.errors import HistoryError
from klaar.text.data import LANGUAGES, load_words

Order = Literal["iso", "day", "month"]
"""2027-03-01; day first: 01-03-2027; month first: 3/1/2027."""

_TIME = (
    r"(?:[T ,]+(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(?:Z|UTC|[+-]\d\d:?\d\d)?)?"
)
_ISO = re.compile(r"(\d{4})[-/.](\d\d?)[-/.](\d\d?)" + _TIME, re.I)
_CLOSE = re.compile(r"(\d{4})(\d\d)(\d\d)" + _TIME, re.I)
_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d\d)" + _TIME, re.I)
_NAMED = re.compile(r"(\d{1,2})[-/. ]+([^\W\d_]+)\.?[-/. ,]+(\d{4}|\d\d)" + _TIME, re.I)
_NAMED_FIRST = re.compile(r"([^\W\d_]+)\.?[-/. ]+(\d{1,2}),?[-/. ]+(\d{4}|\d\d)" + _TIME, re.I)


class Written(NamedTuple):
    """The numbers of a date as they stand: `first` and `second` are day and month in either order.

    `order` is "" where the numbers leave it open.
    """

    year: int
    first: int
    second: int
    order: str
    clock: tuple[int, int, int] | None


def written(text: str) -> Written | None:
    """ "01-03-2027", "2027-03-01T10:00:00Z", "1 mrt 2027", "01/Mar/27 3:15 PM"; None for what is no date."""
    if found := _ISO.fullmatch(text) or _CLOSE.fullmatch(text):
        year, month, day, *clock = found.groups()
        return _valid(Written(int(year), int(month), int(day), "iso", _clock(clock)))
    if found := _NUMBERS.fullmatch(text):
        first, second, year, *clock = found.groups()
        order = "day" if int(first) > 12 else "month" if int(second) > 12 else ""
        return _valid(Written(_year(year), int(first), int(second), order, _clock(clock)))
    if found := _NAMED.fullmatch(text):
        day, name, year, *clock = found.groups()
    elif found := _NAMED_FIRST.fullmatch(text):
        name, day, year, *clock = found.groups()
    else:
        return None
    number = _month(name)
    return _valid(Written(_year(year), number, int(day), "iso", _clock(clock))) if number else None


def _year(text: str) -> int:
    return int(text) + (2000 if len(text) == 2 else 0)


def _clock(parts: Sequence[str | None]) -> tuple[int, int, int] | None:
    hour, minute, second, half = parts
    if hour is None:
        return None
    number = int(hour)
    if half:
        number = number % 12 + (12 if half.lower().startswith("p") else 0)
    return number, int(minute or 0), int(second or 0)


def _month(name: str) -> int:
    """The number of "mrt", "March", "mei" or "okt"; 0 for no month."""
    short = name.casefold()
    for language in LANGUAGES:
        months = load_words(language, "listing")["months"]
        for number, month in enumerate(months, 1):
            if len(short) >= 3 and month.casefold().startswith(short):
                return number
    return {"mrt": 3, "sept": 9}.get(short, 0)


def _valid(said: Written) -> Written | None:
    """`said` where it is a day in some order that it can have."""
    orders: tuple[Order, ...] = (said.order,) if said.order else ("day", "month")  # type: ignore[assignment]
    return said if any(_day(said, order) for order in orders) else None


def _day(said: Written, order: str) -> datetime | None:
    month, day = (said.second, said.first) if order == "day" else (said.first, said.second)
    try:
        return datetime(said.year, month, day, *(said.clock or (0, 0, 0)))
    except ValueError:
        return None


def date_order(dates: Iterable[Written | None]) -> Order:
    """The order that all of `dates` have.

    Raises `HistoryError("mixed_orders")` where some are day first and others month first, "open_order" where
    every one can be read both ways.
    """
    every = [said for said in dates if said]
    orders = {said.order for said in every}
    if {"day", "month"} <= orders:
        one, other = (next(said for said in every if said.order == order) for order in ("day", "month"))
        raise HistoryError("mixed_orders", one=_shown(one), other=_shown(other))
    if "" in orders and not orders & {"day", "month"}:
        both = [said for said in every if not said.order]
        if all(said.first == said.second for said in both):
            return "day"
        unequal = next(said for said in both if said.first != said.second)
        raise HistoryError("open_order", date=_shown(unequal))
    return "day" if "day" in orders else "month" if "month" in orders else "iso"


def _shown(said: Written) -> str:
    return f"{said.first:02d}-{said.second:02d}-{said.year}"


def as_day(said: Written, order: Order, timed: bool) -> date | None:
    """The day that was meant, with its time where `timed`; None where it is no day in this order."""
    found = _day(said, "iso" if said.order == "iso" else order)
    return found if found is None or timed else found.date()

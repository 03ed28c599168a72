"""The days of an agreement: its time zone, its holidays, and when a time that counts from an event ends."""

from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from klaar.ledger.errors import LedgerError
from klaar.ledger.model import Calendar
from klaar.text.times import Duration, add, parse_duration

_YEAR, _LONGEST = 365 * 86400, 100
"""Seconds of a year, and the longest time that is counted, in years."""


@cache
def zone_of(name: str) -> ZoneInfo:
    """The time zone of that name; raises `LedgerError("unknown_zone")` for one that does not exist."""
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):  # what zoneinfo raises depends on the name
        raise LedgerError("unknown_zone", zone=name) from None


def local(moment: datetime, calendar: Calendar) -> datetime:
    """The moment on the clocks of the agreement."""
    return moment.astimezone(zone_of(calendar.zone))


def end_of(today: date, calendar: Calendar) -> datetime:
    """The last moment of a day there; a moment is that moment."""
    if isinstance(today, datetime):
        return today
    tomorrow = today + timedelta(days=1)
    return datetime(tomorrow.year, tomorrow.month, tomorrow.day, tzinfo=zone_of(calendar.zone))


def passed(due: date, today: date, calendar: Calendar) -> bool:
    """Whether `due` lies before `today`: a day passes at its end, a moment at once."""
    if isinstance(due, datetime):
        begin = today if isinstance(today, datetime) else end_of(today - timedelta(days=1), calendar)
        return due < begin
    return due < (local(today, calendar).date() if isinstance(today, datetime) else today)


def after(start: datetime, within: str, business: bool, calendar: Calendar) -> date:
    """The day (or moment, where `within` has hours) on which a time ends that counts from `start`.

    "binnen 5 werkdagen na ontvangst", received on Thursday 25 March 2027, is Monday 5 April in the
    Netherlands: Good Friday and Easter Monday do not count. Hours are real hours, also in the
    night in which the clock goes forward. Raises `LedgerError("not_a_time")` for no ISO 8601 duration.
    """
    length = length_of(within)
    here = local(start, calendar)
    if not (length.hours or length.minutes or length.seconds):
        return add(here.date(), length, business=business, holidays=calendar.closed)
    if business:
        naive = add(
            here.replace(tzinfo=None), length, business=True, holidays=calendar.closed, hours=calendar.hours
        )
        return naive.replace(tzinfo=zone_of(calendar.zone))
    days = length._replace(hours=0, minutes=0, seconds=0)
    rest = Duration(hours=length.hours, minutes=length.minutes, seconds=length.seconds)
    return local(add(add(here, days).astimezone(UTC), rest), calendar)


@lru_cache(1024)
def length_of(iso: str) -> Duration:
    """An ISO 8601 duration; raises `LedgerError("not_a_time")` for none, and for more than 100 years."""
    try:
        length = parse_duration(iso)
        months, seconds = length.size()
    except (ValueError, OverflowError):
        raise LedgerError("not_a_time", value=iso) from None
    if float(months) / 12 + float(seconds) / _YEAR > _LONGEST:
        raise LedgerError("not_a_time", value=iso)
    return length


def closed_days(country: str, first: int, last: int) -> frozenset[date]:
    """The public holidays of a country ("NL", "BE") in the years `first` to `last`.

    Raises `LedgerError("unknown_country")` for a code that is none.
    """
    import holidays  # noqa: PLC0415

    try:
        return frozenset(holidays.country_holidays(country, years=range(first, last + 1)))
    except NotImplementedError:
        raise LedgerError("unknown_country", country=country) from None

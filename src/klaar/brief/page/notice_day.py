"""The last day on which notice can be given."""

from calendar import monthrange
from datetime import date, timedelta

from klaar.text.times.iso import parse_duration


def notice_day(end: str, notice: str) -> date | None:
    """The last day to give notice, counted back from the end date: 2030-09-30 and P6M are 2030-03-30.

    A month later that lacks the day has its last one. None where either is no ISO date or duration of
    years, months, weeks and days.
    """
    try:
        last, length = date.fromisoformat(end[:10]), parse_duration(notice)
    except ValueError:
        return None
    years, months, weeks, days, *_ = (float(amount) for amount in length)
    back = int(years * 12 + months)
    year, month = divmod(last.year * 12 + last.month - 1 - back, 12)
    if not 1 <= year <= 9999:
        return None
    day = min(last.day, monthrange(year, month + 1)[1])
    return date(year, month + 1, day) - timedelta(days=weeks * 7 + days)

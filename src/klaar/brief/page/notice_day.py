"""The last day on which notice can be given."""

from calendar import monthrange
from datetime import date, timedelta

from klaar.text.times.iso import parse_duration


def notice_day(end: str, notice: str) -> date | None:
    """The last day to give notice: 2030-09-30 and P6M are 2030-03-31.

    Counted back from the first moment at which the agreement no longer runs.

    None where either is no ISO date or duration of years, months, weeks and days.
    """
    try:
        after, length = date.fromisoformat(end[:10]) + timedelta(days=1), parse_duration(notice)
    except (ValueError, OverflowError):
        return None
    years, months, weeks, days, *_ = (float(amount) for amount in length)
    year, month = divmod(after.year * 12 + after.month - 1 - int(years * 12 + months), 12)
    if not 1 <= year <= 9999:
        return None
    day = min(after.day, monthrange(year, month + 1)[1])
    return date(year, month + 1, day) - timedelta(days=weeks * 7 + days + 1)

"""A calendar day as far as it is known, and how today completes it."""

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta
from typing import NamedTuple


class Day(NamedTuple):
    """A day, a month (`day` 0) or a year (`month` 0); `year` 0 where none was written."""

    year: int
    month: int
    day: int = 0
    certain: bool = True

    @property
    def exists(self) -> bool:
        """Whether the calendar has this day: 30 February is none, 29 February is one if the year is open."""
        if not 0 <= self.month <= 12:
            return False
        return self.day <= monthrange(self.year or 2000, self.month)[1] if self.month else True

    def __str__(self) -> str:
        """ISO 8601: "2027-03-01", "2027-03", "2027"; "XXXX-03-01" without a year."""
        parts = [f"{self.year:04}" if self.year else "XXXX"]
        return "-".join([*parts, *(f"{part:02}" for part in (self.month, self.day) if part)])

    def from_today(self, today: date | None, gone: bool = False) -> "Day":
        """With its year: the first such day from `today` on, or with `gone` the last one before it."""
        if self.year or today is None or not self.month:
            return self
        step = -1 if gone else 1
        for year in range(today.year, today.year + 9 * step, step):
            if not 1 <= year <= MAXYEAR:
                break
            full = self._replace(year=year)
            if full.exists and (full.last < today if gone else full.last >= today):
                return full
        return self

    @property
    def first(self) -> date:
        """The first day that it stands for. The year must be known."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that it stands for. The year must be known."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


def full_year(digits: str) -> int:
    """The year of two figures: 69 to 99 are 1969 to 1999, 00 to 68 are 2000 to 2068 (POSIX strptime, %y)."""
    year = int(digits)
    return year if len(digits) > 2 else year + (1900 if year >= 69 else 2000)


def span_of(first: Day, last: Day) -> str:
    """A period as ISO 8601 writes it, from its first to its last day: "2027-04-01/2027-06-30".

    Without a year "XXXX-04-01/XXXX-06-30".
    """
    if first.year and last.year:
        return f"{first.first}/{last.last}"
    last_day = last.day or monthrange(2001, last.month or 12)[1]
    return f"XXXX-{first.month or 1:02}-{first.day or 1:02}/XXXX-{last.month or 12:02}-{last_day:02}"


def week_of(year: int, number: int) -> str | None:
    """The Monday and Sunday of an ISO 8601 week, as a period; None if the year has no such week."""
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return f"{monday}/{monday + timedelta(days=6)}"

"""The day of the year on which a yearly promise is due, where its words name one."""

from datetime import date, timedelta

from klaar.ledger.calendar import length_of
from klaar.text.data import LANGUAGES
from klaar.text.times import find_times
from klaar.text.times.iso import Duration

_ANY_YEAR = "XXXX-"
_YEAR = Duration(years=1)


def first_of(words: str, each: str, begun: date) -> date:
    """The first day of a period such that it ends on the day that `words` name; else `begun`.

    "jaarlijks vóór 1 juni" with an agreement from 1 October 2026 counts from 2 June 2026, so that its turns
    end on 1 June; "each year in November" ends on the last of November. Words that name several days, and
    what comes back more or less often than yearly, count from `begun`.
    """
    named = _days(words) if length_of(each) == _YEAR else set()
    if len(named) != 1:
        return begun
    month, day = named.pop()
    ends = (_end(year, month, day) for year in (begun.year - 1, begun.year))
    return max((end for end in ends if end < begun), default=_end(begun.year - 2, month, day)) + timedelta(
        days=1
    )


def _days(words: str) -> set[tuple[int, int]]:
    """The days and months without a year in `words`: (6, 1) for "1 juni", (11, 0) for "in November"."""
    found = set()
    for language in LANGUAGES:
        for time in find_times(words, language):
            said = words[time.start : time.end]
            inner = find_times(" ".join(said.split()[:2]), language) if str(time.value) == "P1Y" else ()
            for each in (time, *inner):
                if str(each.value).startswith(_ANY_YEAR):
                    month, _, day = str(each.value).removeprefix(_ANY_YEAR).partition("-")
                    found.add((int(month), int(day or 0)))
    return found


def _end(year: int, month: int, day: int) -> date:
    """That day, or the last of the month; 29 February is the 28th in most years."""
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last.replace(day=min(day, last.day)) if day else last

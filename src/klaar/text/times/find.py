"""Find the times, frequencies, amounts and counts in a text."""

import re
from datetime import date

from klaar.text.times.counts import keep_count
from klaar.text.times.lexicon import anchor, lexicon
from klaar.text.times.marks import with_marks
from klaar.text.times.model import Time
from klaar.text.times.references import no_time
from klaar.text.times.starts import read_start
from klaar.text.times.tokens import View
from klaar.text.words import lower

_ADDRESS = re.compile(r"\S+")


def find_times(
    text: str, language: str, today: date | None = None, start: int = 0, end: int | None = None
) -> tuple[Time, ...]:
    """The times in `text[start:end]` in order, not overlapping, with places in the whole `text`.

    >>> [t.value for t in find_times("Klant betaalt € 95,- per maand binnen dertig (30) dagen.", "nl")]
    [95, 'P1M', 'P30D']

    `language` is "nl", "en" or a region ("nl_BE"); FileNotFoundError for any other. `today` gives a year to
    dates without one and a date to "morgen" and "next week"; without it those stay open or are not found.
    """
    written = text[start:end] if start or end is not None else text
    low = lower(written).replace("’", "'")
    view = View("\n" + low, "\n" + written, lexicon(language), today)
    starts = anchor(language, today is not None)
    shift = start - 1
    return tuple([Time(t[0] + shift, t[1] + shift, *t[2:]) for t in _scan(view, starts)])


def has_time(text: str, language: str) -> bool:
    """Whether anything in `text` could start a time or a count: a cheap look before `find_times`."""
    return anchor(language, False).search("\n" + lower(text).replace("’", "'")) is not None


def _scan(view: View, starts: re.Pattern[str]) -> list[Time]:
    """Go from one possible start to the next; what was read is not read again, so the work is linear."""
    low, times = view.low, []
    place = reference = 0
    while (match := starts.search(low, place)) is not None:
        begin, end = match.end(1) if match.lastindex else match.start(), match.end()
        place = end - 1 if end - 1 > match.start() else end
        skipped = no_time(view, begin) if low[begin].isdecimal() else 0
        if skipped:
            place = skipped
            continue
        view.start_at(begin)
        found = read_start(view)
        place = max(place, found[-1].end if found else _behind(view))
        for time in found:
            kept, reference = keep_count(view, time, reference)
            if kept is not None:
                times.append(with_marks(low, kept))
    return times


def _behind(view: View) -> int:
    """Where to go on if nothing was read: behind figures, an address, or a phrase that is never a time."""
    first = view.at(0)
    if "address" in first.word.roles:
        match = _ADDRESS.match(view.low, first.start)
        return match.end() if match else first.end
    return first.end if first.word.reader in {"figure", "skip"} else 0

"""Times of day: 17.00 uur, 17u30, 5 p.m., 08:00, noon."""

import re

from klaar.text.times.model import Time
from klaar.text.times.tokens import View

_CLOCK = re.compile(
    r"(?P<h>[01]?\d|2[0-4])(?:(?P<sign>[:.uh])(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?)?(?![\d]|[.,:]\d)"
    r"(?:[ \xa0]?(?P<half>[ap])(?:\.[ ]?m\.?|m)(?!\w))?"
)
_MILITARY = re.compile(r"(0\d)([0-5]\d)(?![\d.,:])")
_UP_TO = re.compile(
    r"(?:\d{1,2}[.:]\d\d|\d{1,2}(?=\s?[uh]))\s?[uh]?\s?(?:[-–—]|[^\W\d_]{2,3}|t/m)\s?\d{1,2}(?:[.:]\d\d)?(?=\s?\w)(?!\d)"
)
"""A time of day up to another: "9.00 - 17.00 uur", "8h-20h"."""


def read_clock(view: View, index: int, expected: bool = False) -> Time | None:
    """The time of day at token `index`: figures, or a word ("noon").

    `expected`: a time of day is likely here ("om 9.00", "at 5"), so that bare or dotted figures will do.
    """
    token = view.at(index)
    if token.word.clock:
        return Time(token.start, token.end, "time", token.word.clock)
    military = _MILITARY.match(view.low, token.start)
    if military is not None and "clock_hour" in view.at(index + 1).word.roles:
        return Time(token.start, view.at(index + 1).end, "time", f"{military[1]}:{military[2]}")
    match = _CLOCK.match(view.low, token.start)
    if match is None or "figure" not in token.word.roles:
        return None
    end, spoken = _hour_word(view, match.end())
    dotted, bare = match["sign"] == ".", match["m"] is None
    sure = match["half"] or (spoken and expected) or not bare
    if not sure or (dotted and not (match["half"] or spoken or expected)):
        return None
    value = _value(match)
    if value and "clock_zone" in view.at(view.after(end)).word.roles:
        end = view.at(view.after(end)).end
    return Time(token.start, end, "time", value) if value else None


def announced(view: View, start: int) -> bool:
    """Whether a time of day is likely at `start`: behind "om" or "at", or as "9.00" in "9.00 - 17.00 uur"."""
    if "clock_at" in view.lexicon.word(view.word_before(start)).roles:
        return True
    match = _UP_TO.match(view.low, start)
    return match is not None and "clock_hour" in view.at(view.after(match.end())).word.roles


def up_to(view: View, first: Time) -> Time | None:
    """The time of day up to which `first` reaches: the 17.00 of "9.00 - 17.00 uur"."""
    index = view.after(first.end)
    if not view.at(index).word.roles & {"to", "dash"}:
        return None
    return read_clock(view, index + 1, expected=True)


def _hour_word(view: View, end: int) -> tuple[int, bool]:
    """The end of "uur" behind the figures, and whether it is there."""
    index = view.after(end)
    token = view.at(index)
    if "clock_hour" not in token.word.roles or token.start - end > 1:
        return end, False
    return token.end, True


def _value(match: re.Match[str]) -> str:
    hour, minute = int(match["h"]), match["m"] or "00"
    if match["half"] and hour <= 12:
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    if hour == 24 and minute != "00":
        return ""
    return f"{hour:02}:{minute}" + (f":{match['s']}" if match["s"] else "")

"""Times of day: 17.00 uur, 17u30, 5 p.m., 08:00, noon."""

import re

from klaar.text.times.model import Time
from klaar.text.times.tokens import View
from klaar.text.times.word import FIGURE

_CLOCK = re.compile(
    r"(?P<h>[01]?\d|2[0-4])(?:(?P<sign>[:.uh])(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?)?(?![\d]|[.,:]\d)"
    r"(?:[ \xa0]?(?P<half>[ap])(?:\.[ ]?m\.?|m)(?!\w))?"
)
_MILITARY = re.compile(r"(0\d)([0-5]\d)")
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
    match = _CLOCK.match(view.low, token.start)
    if match is None or token.word is not FIGURE:
        return _military(view, index)
    end, spoken, half = _spoken(view, match)
    sure = half or (spoken and expected) or match["m"] is not None
    if not sure or (match["sign"] == "." and not (half or spoken or expected)):
        return None
    value = _value(match, half)
    zone = view.at(view.after(end))
    if "clock_zone" in zone.word.roles:
        end = zone.end
    return Time(token.start, end, "time", value) if value else None


def _military(view: View, index: int) -> Time | None:
    """0900 hours."""
    token, behind = view.at(index), view.at(index + 1)
    match = _MILITARY.fullmatch(token.text)
    if match is None or "clock_hour" not in behind.word.roles:
        return None
    return Time(token.start, behind.end, "time", f"{match[1]}:{match[2]}")


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


def _spoken(view: View, match: re.Match[str]) -> tuple[int, bool, str]:
    """The end with "uur" and "'s avonds", whether "uur" is there, and the half of the day: "a", "p" or ""."""
    end, half = match.end(), match["half"] or ""
    index = view.after(end)
    token = view.at(index)
    spoken = "clock_hour" in token.word.roles and token.start - end <= 1
    if spoken:
        end, token = token.end, view.at(index + 1)
    for role, letter in (("clock_morning", "a"), ("clock_evening", "p")):
        if role in token.word.roles and not half:
            end, half = token.end, letter
    return end, spoken, half


def _value(match: re.Match[str], half: str) -> str:
    hour, minute = int(match["h"]), match["m"] or "00"
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour == 24 and minute != "00":
        return ""
    return f"{hour:02}:{minute}" + (f":{match['s']}" if match["s"] else "")

"""Which numbers are counts, and which only look like it."""

import re

from klaar.text.times.day import Day
from klaar.text.times.model import Time
from klaar.text.times.references import is_bullet, is_reference
from klaar.text.times.tokens import View

_IDENTIFIER = 7
"""Figures without signs from which a number is a registration or an account."""
_WORDS = re.compile(r"[\s*_`,]*([^\W\d_]*)")


def keep_count(view: View, time: Time, reference: int) -> tuple[Time | None, int]:
    """`time` if it stands, and where the last number of a clause or a version ended.

    Only numbers and ordinals are judged: "artikel 5" and "3." at the start of a line are no counts, "in 2027"
    is a year, "acht" a verb in "Partij acht het redelijk".
    """
    if time.type not in {"number", "ordinal"}:
        return time, 0
    if is_reference(view, time.start, reference):
        return None, time.end
    if _misread(view, time):
        return None, 0
    written = view.low[time.start : time.end]
    if written[0].isdecimal():
        return _figures(view, time, written), 0
    return time, 0


def _figures(view: View, time: Time, written: str) -> Time | None:
    if is_bullet(view, time.start, time.end) or _is_name(view, time.end):
        return None
    if written.isdecimal() and written[0] == "0" and len(written) > 1:
        return None
    if written.isdecimal() and len(written) >= _IDENTIFIER:
        return time._replace(certain=False)
    if len(written) == 4 and written.isdecimal() and written[:2] in {"19", "20"}:
        return _year(view, time, int(written))
    return time


def _year(view: View, time: Time, year: int) -> Time:
    before = view.lexicon.word(view.word_before(time.start)).roles
    if before & {"year_before", "year_compound"}:
        return time._replace(type="date", value=str(Day(year, 0)), certain="year_compound" in before)
    return time._replace(certain=False)


def _is_name(view: View, end: int) -> bool:
    """Whether letters are stuck to the figures: "2FA", "365-omgeving"."""
    behind = view.low[end : end + 2]
    return behind[:1].isalnum() or (behind[:1] in "-/:@_" and behind[1:].isalnum() and len(behind) == 2)


def _misread(view: View, time: Time) -> bool:
    lists = view.lexicon.doubtful.get(view.low[time.start : time.end])
    if lists is None:
        return False
    behind, before = lists
    match = _WORDS.match(view.low, time.end)
    return view.word_before(time.start) in behind or (match is not None and match[1] in before)

"""Which numbers are counts, and which only look like it."""

import re

from klaar.text.times.day import Day
from klaar.text.times.model import Time
from klaar.text.times.references import in_brackets, is_reference
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
        return signed(view, time), 0
    if is_reference(view, time.start, reference):
        return None, time.end
    if time.type == "ordinal" and _next_word(view, time.end) in view.lexicon.referred:
        return None, 0
    if _misread(view, time):
        return None, 0
    written = view.low[time.start : time.end]
    if written[0].isdecimal() or written[0] in ".,":
        kept = _figures(view, time, written)
        return kept and signed(view, kept), 0
    return time, 0


def signed(view: View, time: Time) -> Time:
    """With the minus directly before it: "-5 %", "(-1)"; the hyphen of a range or a name is none."""
    start = time.start - 1
    if view.low[start] not in "-−" or time.type not in {"number", "percent", "currency"}:
        return time
    before = view.low[max(0, start - 2) : start]
    if before[-1:].strip(" (\n\t|") or before.strip()[-1:].isdecimal() or isinstance(time.value, str):
        return time
    return time._replace(start=start, value=-time.value)


def _figures(view: View, time: Time, written: str) -> Time | None:
    if in_brackets(view, time.start, time.end) or _is_name(view, time.end):
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
    last = view.word_before(time.start)
    return last in behind or (bool(last) and _next_word(view, time.end) in before)


def _next_word(view: View, end: int) -> str:
    match = _WORDS.match(view.low, end)
    return match[1] if match else ""

"""What a time with the words around it is: a limit, a notice, a length, a date, a rhythm."""

from klaar.promises.clock import Clock
from klaar.promises.deadline_place import reach_back
from klaar.promises.deadline_since import counted_from
from klaar.promises.deadline_words import DeadlineWords, deadline_words
from klaar.promises.flags import CHARGE, CREDIT
from klaar.promises.marked import Marked
from klaar.promises.model import Deadline, DeadlineKind


def deadline_of(marked: Marked, clock: Clock, hi: int, *, aside: bool) -> Deadline | None:
    """The deadline that `clock` is, None where it limits no action; `aside` for one in brackets.

    "binnen 4 uur" is `within`; "gedurende 5 jaar" is `for`; "maandelijks" is `recurring`.
    """
    words = deadline_words(marked.language)
    if clock.time.type == "duration":
        return _of_duration(marked, clock, words, hi, aside=aside)
    if clock.time.type == "date":
        return _of_date(marked, clock, words)
    if clock.time.type == "set":
        return _of_rhythm(marked, clock, words, aside=aside)
    return None


def _of_duration(
    marked: Marked, clock: Clock, words: DeadlineWords, hi: int, *, aside: bool
) -> Deadline | None:
    if clock.before and clock.before[0] in words.one_of:
        return None
    if clock.time.value in ("P1Y", "P1M") and not _counted(marked, clock, words):
        return None
    kind = _kind_of(clock, words)
    if kind is None or (aside and kind == "for"):
        return None
    return _deadline(marked, clock, kind, counted_from(marked, clock, hi))


def _kind_of(clock: Clock, words: DeadlineWords) -> DeadlineKind | None:
    """What the words around a duration make of it: "30 dagen voor", "within",
    "opzegtermijn van", "after", "for".
    """
    before, after = clock.before[:4], clock.after[:5]
    first = after[0] if after else ""
    if first in words.linked and after[1:2] and after[1] in words.before:
        return "before"  # "5 dagen van tevoren"
    if first in words.before and not (first in words.in_ and words.in_advance.isdisjoint(after)):
        return "before"
    if not words.within.isdisjoint(before[:3]) and words.duration.isdisjoint(before[:1]):
        return "within"
    if not words.notice.isdisjoint(after[:4]) or not words.notice.isdisjoint(before[:3]):
        return "before"
    if first in words.after and words.duration.isdisjoint(before[:3]):
        return "within"
    return None if words.duration.isdisjoint(before) else "for"


def _counted(marked: Marked, clock: Clock, words: DeadlineWords) -> bool:
    """True for "one year" and "1 jaar", not for "a calendar year"."""
    said = marked.text[clock.time.start : clock.time.end].lower()
    if any(c.isdigit() for c in said):
        return True
    return said.partition(" ")[0] not in words.some and not said.startswith(words.calendar)


def _of_date(marked: Marked, clock: Clock, words: DeadlineWords) -> Deadline | None:
    """ "uiterlijk op 1 maart 2027", "before 1 March"; without a year the date has no value."""
    value = str(clock.time.value)
    if words.by.isdisjoint(clock.before[:3]) or len(value) != 10:
        return None
    found = _deadline(marked, clock, "date", "")
    return found._replace(value=None) if value.startswith("XXXX") else found


def _of_rhythm(marked: Marked, clock: Clock, words: DeadlineWords, *, aside: bool) -> Deadline | None:
    """A rhythm of the action ("reports monthly"), not the unit of a rate
    ("€ 95 per uur", "99,5 % per maand").
    """
    if aside or any(w[0].isdigit() or w in words.rate for w in clock.before[:2]):
        return None
    behind = (
        marked.bits[k] & (CHARGE | CREDIT)
        for k in range(clock.token, clock.token + 3)
        if k < len(marked.bits)
    )
    charge = next((bits for bits in behind if bits), 0)
    if charge & CHARGE and not charge & CREDIT:
        return None
    return _deadline(marked, clock, "recurring", "")


def _deadline(marked: Marked, clock: Clock, kind: DeadlineKind, since: str) -> Deadline:
    time = clock.time
    start = reach_back(marked, clock, kind)
    return Deadline(
        kind, start, time.end, marked.text[start : time.end], str(time.value), time.business, since
    )

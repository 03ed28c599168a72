"""The bearer's time to act: by a date, within a time, before something, every so often, upon an event."""

from itertools import zip_longest

from klaar.promises.clock import Clock
from klaar.promises.deadline_kinds import deadline_of
from klaar.promises.deadline_vague import find_next_day, find_vague_time
from klaar.promises.levels import ASIDE, WHEN, WHICH, Stretch
from klaar.promises.marked import Marked
from klaar.promises.model import Deadline


def find_deadline(marked: Marked, words: Stretch, clocks: list[Clock]) -> Deadline | None:
    """The deadline of `words`: the first that limits the action, else a rhythm, else a vague word.

    "betaalt binnen 30 dagen na factuurdatum" has `within`, P30D; "betaalt onverwijld" has `vague`.
    """
    found = list(_deadlines(marked, words, clocks)) if clocks else []
    rhythm = next((d for d in found if d.kind == "recurring"), None)
    for kinds in (("within", "before", "date"), ("recurring",), ("for", "date")):
        for deadline in found:
            if deadline.kind in kinds and (deadline.value or "for" in kinds):
                return deadline._replace(each=rhythm.value) if rhythm and deadline is not rhythm else deadline
    return find_next_day(marked, words) or find_vague_time(marked, words)


def _deadlines(marked: Marked, words: Stretch, clocks: list[Clock]) -> list[Deadline]:
    found = []
    for clock, following in zip_longest(clocks, clocks[1:]):
        if following and clock.time.type == "duration" and _is_unit(clock, following):
            continue
        level = words.levels[clock.token - words.base]
        if level in (WHEN, WHICH) and not _outside(marked, clock, words):
            continue
        deadline = deadline_of(marked, clock, words.hi, aside=level == ASIDE)
        if deadline:
            found.append(deadline)
    return found


def _is_unit(clock: Clock, following: Clock) -> bool:
    """ "24 uur per dag", "8 hours a day": how much of a day, no time to act."""
    return following.time.type == "set" and following.time.start - clock.time.end < 3


def _outside(marked: Marked, clock: Clock, words: Stretch) -> bool:
    """A time that opens its condition ("Within 5 days after …") is the action's own."""
    return clock.token - words.base <= 3 and not marked.verb_second

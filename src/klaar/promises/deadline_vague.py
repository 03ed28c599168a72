"""Times without a figure: "the next business day", "as soon as possible"."""

from klaar.promises.deadline_words import next_day, next_days, vague_times
from klaar.promises.levels import WHEN, WHICH, Stretch
from klaar.promises.marked import Marked
from klaar.promises.model import Deadline
from klaar.promises.phrases import phrase_at


def find_next_day(marked: Marked, words: Stretch) -> Deadline | None:
    """ "the next business day", "de eerstvolgende werkdag": one day; "the second business day after": two."""
    if next_days(marked.language).isdisjoint(marked.lows[words.lo : words.hi]):
        return None
    start, end = marked.spans[words.lo][0], marked.spans[words.hi - 1][1]
    match = next_day(marked.language).search(marked.text, start, end)
    if not match:
        return None
    said = {name for name, value in match.groupdict().items() if value}
    days = 2 if any(name.startswith("second") for name in said) else 1
    business = any(name.startswith("business") for name in said)
    return Deadline("within", match.start(), match.end(), match.group(), f"P{days}D", business)


def find_vague_time(marked: Marked, words: Stretch) -> Deadline | None:
    """The first word or phrase that names no time: "onverwijld", "as soon
    as possible"; not in a condition.
    """
    lows, table = marked.lows, vague_times(marked.language)
    for k in range(words.lo, words.hi):
        if lows[k] in table and words.levels[k - words.base] not in (WHEN, WHICH):
            size = phrase_at(lows, k, len(lows), table)
            if size:
                start, end = marked.spans[k][0], marked.spans[k + size - 1][1]
                return Deadline("vague", start, end, marked.text[start:end], None)
    return None

"""Where a deadline's words begin, and what its time counts from."""

import re

from klaar.promises.clock import Clock
from klaar.promises.deadline_words import cue_words, deadline_words
from klaar.promises.marked import Marked


def reach_back(marked: Marked, clock: Clock, kind: str) -> int:
    """The start of "binnen 30 dagen": that of the first word before the time that belongs to it."""
    start = clock.time.start
    if kind == "recurring":
        return start
    cues, reach = cue_words(marked.language), deadline_words(marked.language).reach
    for token in range(clock.token - 1, max(-1, clock.token - 5), -1):
        low = marked.lows[token]
        if low in cues:
            start = marked.spans[token][0]
        elif low not in reach:
            break
    return start


_REST = re.compile(r"[^,;:.()]{0,120}")


def counted_from(marked: Marked, clock: Clock, hi: int) -> str:
    """What the time counts from: the words after "na"/"after", up to a comma."""
    words = deadline_words(marked.language)
    match = _REST.match(marked.text, clock.time.end, marked.spans[hi - 1][1])
    said = match.group().strip() if match else ""
    first, _, rest = said.partition(" ")
    return rest.strip() if first.lower() in words.after | words.before else ""

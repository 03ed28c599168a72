"""Where a deadline's words begin."""

from klaar.promises.clock import Clock
from klaar.promises.deadline_words import DeadlineWords, cue_words, deadline_words
from klaar.promises.marked import Marked


def reach_back(marked: Marked, clock: Clock, kind: str) -> int:
    """The start of "binnen 30 dagen": that of the first word before the time that belongs to it."""
    first = clock.token
    if kind == "recurring":
        return clock.time.start
    words, cues = deadline_words(marked.language), cue_words(marked.language)
    for token in range(clock.token - 1, max(-1, clock.token - 5), -1):
        if marked.lows[token] in cues:
            first = token
        elif marked.lows[token] not in words.reach:
            break
    if first == clock.token:
        return clock.time.start
    return marked.spans[first - _is_denied(marked, first, words)][0]


def _is_denied(marked: Marked, first: int, words: DeadlineWords) -> bool:
    """ "not later than 28 February", "niet later dan": without its "not" it says the opposite."""
    return first > 0 and marked.lows[first] in words.later and marked.lows[first - 1] in words.denied

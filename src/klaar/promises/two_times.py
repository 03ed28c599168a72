"""Two times to act are two promises: "binnen 14 dagen na ontdekking, doch
uiterlijk binnen 30 dagen na levering".
"""

from klaar.promises.deadline_words import deadline_words
from klaar.promises.flags import AND, BUT, COMMA
from klaar.promises.marked import Marked
from klaar.promises.statement import Statement


def split_deadlines(marked: Marked, statement: Statement) -> list[Statement]:
    """The statement, or its two halves where each has a time of its own,
    joined by a comma, "and" or "but".
    """
    within, words = deadline_words(marked.language).within, statement.words
    if within.isdisjoint(marked.lows[words.lo : words.hi]):
        return [statement]
    seen = 0
    for k in range(words.lo, words.hi - 2):
        if marked.lows[k] in within and _time_follows(marked, k, words.hi):
            cut = _joint_before(marked, words.lo, k) if seen and k > seen + 3 else 0
            if cut:
                return [
                    statement._replace(words=words._replace(hi=cut)),
                    statement._replace(words=words._replace(lo=cut + 1)),
                ]
            seen = k
    return [statement]


def _time_follows(marked: Marked, k: int, hi: int) -> bool:
    return any(low[0].isdigit() for low in marked.lows[k + 1 : min(hi, k + 5)])


def _joint_before(marked: Marked, lo: int, k: int) -> int:
    """The comma or "or" right before a time's first words, 0 for none."""
    cut, joint = 0, deadline_words(marked.language).joint
    for j in range(k - 1, max(lo, k - 4), -1):
        if marked.bits[j] & (COMMA | AND | BUT):
            cut = j
        elif marked.lows[j] not in joint:
            break
    return cut

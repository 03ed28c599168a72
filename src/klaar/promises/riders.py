"""Riders: a promise of its own at the end of another.

"Client's consent, which shall not be unreasonably withheld" binds Client; "zonder dat zij tot
schadevergoeding gehouden is" lets off who may end it.
"""

from functools import cache
from typing import NamedTuple

from klaar.promises.flags import COMMA, OPEN
from klaar.promises.frames import Frame
from klaar.promises.levels import WHEN
from klaar.promises.lexicon import read_room
from klaar.promises.marked import BOTH, NOBODY, OTHER, Marked
from klaar.promises.statement import Statement
from klaar.promises.verdict import Verdict, other_side


class RiderWords(NamedTuple):
    """The words of [riders]."""

    withheld: frozenset[str]
    unreasonably: frozenset[str]
    which: frozenset[str]
    without: frozenset[str]
    any: frozenset[str]
    owed: frozenset[str]
    damages: frozenset[str]
    prejudice: frozenset[str]


@cache
def rider_words(language: str) -> RiderWords:
    """The words of "nl" or "en"."""
    return read_room(RiderWords, language, "riders")


def split_riders(marked: Marked, statement: Statement) -> list[Statement]:
    """The statement, and the rider behind it where it has one; without its place in the statement."""
    words = rider_words(marked.language)
    lows = marked.lows[statement.words.lo : statement.words.hi]
    found = None
    if not words.unreasonably.isdisjoint(lows):
        found = _consent(marked, statement, words)
    elif statement.verdict.kind != "exclusion" and not words.without.isdisjoint(lows):
        found = _let_off(marked, statement, words)
    if found is None:
        return [statement]
    before = statement.words._replace(hi=_without_joint(marked, found.words.lo))
    return [statement._replace(words=before), found]


def _without_joint(marked: Marked, start: int) -> int:
    return start - 1 if marked.bits[start - 1] & (COMMA | OPEN) else start


def _consent(marked: Marked, statement: Statement, words: RiderWords) -> Statement | None:
    """ ", which consent shall not be unreasonably withheld": binds who is to consent."""
    lo, hi = statement.words.lo, statement.words.hi
    at = next(k for k in range(lo, hi) if marked.lows[k] in words.unreasonably)
    start = next((k + 1 for k in range(at, lo, -1) if marked.bits[k] & (COMMA | OPEN)), hi)
    near = marked.lows[at - 3 : min(at + 8, hi)]
    if start >= at or words.withheld.isdisjoint(near) or marked.lows[start] not in words.which:
        return None
    bearer = next(
        (marked.owners[k] for k in range(start, at) if marked.owners[k] and k not in marked.whose), NOBODY
    )
    bearer = bearer or _who_consents(marked, statement, start)
    return (
        _rider(statement, start, hi, Verdict("prohibition", bearer))
        if statement.frame.verb < start - 2
        else None
    )


def _who_consents(marked: Marked, statement: Statement, start: int) -> int:
    """The side named last before it, but for the one that needs the consent."""
    bearer = statement.verdict.bearer or statement.frame.subject
    for k in range(start - 1, max(statement.frame.verb, start - 12), -1):
        if marked.owners[k] not in (NOBODY, OTHER, bearer):
            return marked.owners[k]
    return BOTH if bearer == BOTH else other_side(bearer)


def _let_off(marked: Marked, statement: Statement, words: RiderWords) -> Statement | None:
    """ ", without any liability": lets off the side that may do what stands before it."""
    lo, hi = statement.frame.verb + 3, statement.words.hi
    for k in range(lo, hi - 1):
        main = statement.words.levels[k - statement.words.base] != WHEN
        if main and marked.lows[k] in words.without and _says_nothing_owed(marked, k + 1, hi, words):
            return _rider(statement, k, hi, Verdict("exclusion", statement.verdict.bearer))
    return None


def _says_nothing_owed(marked: Marked, lo: int, hi: int, words: RiderWords) -> bool:
    """Whether the words to the end, with no comma among them, say that nothing is owed."""
    first = next(
        (k for k in range(lo, hi) if marked.lows[k] not in words.any and not marked.owners[k]), hi - 1
    )
    if marked.lows[first] not in words.owed or "," in marked.lows[lo:hi]:
        return False
    said = marked.lows[first:hi]
    return words.prejudice.isdisjoint(said) and not words.damages.isdisjoint(said)


def _rider(statement: Statement, lo: int, hi: int, verdict: Verdict) -> Statement:
    frame = Frame(lo, hi, lo, verdict.bearer)
    return Statement(statement.words._replace(lo=lo, hi=hi), frame, verdict)

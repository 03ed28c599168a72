"""A statement becomes a draft: its bearer, its time and its measure."""

from functools import cache
from typing import NamedTuple

from klaar.promises.bearer import Before, find_bearer
from klaar.promises.clock import clocks_in
from klaar.promises.deadline import find_deadline
from klaar.promises.flags import AND
from klaar.promises.levels import find_stretch
from klaar.promises.lexicon import read_room
from klaar.promises.lists import Given
from klaar.promises.marked import Marked
from klaar.promises.measure import find_measure, is_no_less, metric_of
from klaar.promises.model import Deadline, Measure
from klaar.promises.statement import Statement
from klaar.promises.verdict import Verdict


class Draft(NamedTuple):
    """A promise before it gets its last slots: its passage, words and verdict."""

    passage: int
    start: int
    end: int
    verdict: Verdict
    deadline: Deadline | None
    measure: Measure | None
    statement: Statement | None


class LevelWords(NamedTuple):
    """The words of [levels]: what makes a level of a time, or a duty."""

    duty: frozenset[str]
    aims: frozenset[str]
    target: frozenset[str]
    about: frozenset[str]


@cache
def level_words(language: str) -> LevelWords:
    """The words of "nl" or "en"."""
    return read_room(LevelWords, language, "levels")


def draft(marked: Marked, passage: int, statement: Statement, before: Before) -> Draft:
    """The draft of a statement in passage number `passage`; `before` is who was bound until then."""
    words = statement.words
    verdict = find_bearer(marked, statement, before)
    clocks = clocks_in(marked, words.lo, words.hi)
    deadline = find_deadline(marked, words, clocks)
    measure = find_measure(marked, words, clocks, deadline)
    if deadline is None and statement.given:
        deadline = _given_deadline(marked, statement.given)
    deadline = _own_time(deadline, verdict, measure)
    if _is_level(marked, statement, verdict, measure):
        verdict = verdict._replace(kind="service_level")
    start, end = _edges(marked, words.lo, words.hi)
    return Draft(passage, start, end, verdict, deadline, measure, statement)


def _edges(marked: Marked, lo: int, hi: int) -> tuple[int, int]:
    """The characters of the words `lo:hi` without the marks before them: of "/or copy it", "copy it"."""
    while lo < hi - 1 and (
        marked.lows[lo] in _LOOSE or (marked.lows[lo - 1] == "/" and marked.bits[lo] & AND)
    ):
        lo += 1
    return (marked.spans[lo][0], marked.spans[hi - 1][1]) if lo < hi else (0, 0)


_LOOSE = frozenset("/|,;:)]}.")
"""Marks that no promise begins with."""


def _given_deadline(marked: Marked, given: Given) -> Deadline | None:
    """The time that the opening of a list gives to each item: "Binnen 5 dagen zal Leverancier: …"."""
    return find_deadline(
        marked, find_stretch(marked, given.lo, given.hi), clocks_in(marked, given.lo, given.hi)
    )


def _own_time(deadline: Deadline | None, verdict: Verdict, measure: Measure | None) -> Deadline | None:
    """A rhythm is the bearer's time to act only where it must act: "three requests per month" is a limit."""
    if deadline is None or deadline.kind not in ("recurring", "for"):
        return deadline
    if deadline.kind == "recurring" and verdict.kind not in ("obligation", "warranty"):
        return None
    return None if measure and measure.metric == "availability" else deadline


def _is_level(marked: Marked, statement: Statement, verdict: Verdict, measure: Measure | None) -> bool:
    """ "garandeert een beschikbaarheid van 99,5 %", "streeft naar een reactie
    binnen 2 uur": a level, not a duty.
    """
    available = measure is not None and measure.metric == "availability"
    if verdict.kind not in ("obligation", "warranty"):
        return available and is_no_less(marked, range(statement.words.lo, statement.words.hi))
    if available:
        return True
    words = level_words(marked.language)
    said = marked.lows[max(statement.words.lo, statement.frame.verb - 3) : statement.words.hi]
    if measure and measure.metric in ("response_time", "resolution_time") and words.duty.isdisjoint(said):
        return not words.aims.isdisjoint(said)
    if words.target.isdisjoint(said) or not words.about.isdisjoint(said):
        return False
    return metric_of(said, marked.language) in ("availability", "response_time", "resolution_time")

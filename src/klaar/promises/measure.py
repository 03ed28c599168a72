"""A level or an amount that can be checked: 99.5 % availability a month, a
response within an hour, € 95 an hour.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple, cast

from klaar.promises.clock import Clock
from klaar.promises.levels import WHEN, Stretch
from klaar.promises.lexicon import read_room
from klaar.promises.marked import Marked
from klaar.promises.model import Deadline, Measure, Metric
from klaar.text.data import load_words


class OpWords(NamedTuple):
    """The words of [ops] of measures.toml: at least, at most, what turns "least" round, and below."""

    least: frozenset[str]
    most: frozenset[str]
    turned: frozenset[str]
    below: frozenset[str]


@cache
def op_words(language: str) -> OpWords:
    """The words of "nl" or "en"."""
    return read_room(OpWords, language, "ops", "measures")


@cache
def _named(language: str) -> re.Pattern[str]:
    """The stems of each metric, one named group each."""
    metrics: dict[str, str] = load_words(language, "measures")["metrics"]
    stems = (f"(?P<{name}>{'|'.join(map(re.escape, said.split()))})" for name, said in metrics.items())
    return re.compile("|".join(stems))


def metric_of(words: list[str], language: str) -> str:
    """The metric that words name ("reactietijd" → response_time), "" for
    none; the first that names one decides.
    """
    found = _named(language).search(" ".join(words))
    return str(found.lastgroup) if found else ""


def is_no_less(marked: Marked, words: Iterable[int]) -> bool:
    """ "is niet lager dan 99,5 %", "shall not be less than 99.5%": not below a level is that level."""
    ops = op_words(marked.language)
    below = (k for k in words if marked.lows[k] in ops.below)
    return any(not ops.turned.isdisjoint(marked.lows[max(0, k - 3) : k]) for k in below)


def find_measure(
    marked: Marked, words: Stretch, clocks: list[Clock], deadline: Deadline | None
) -> Measure | None:
    """The measure among `words`: a percentage, an amount, or the deadline when it is a level.

    "De beschikbaarheid is 99,5 % per maand." → availability >= 99.5 % per P1M.
    """
    own = [clock for clock in clocks if words.levels[clock.token - words.base] != WHEN]
    missed = _missed(marked, own)
    own = [clock for clock in own if clock not in missed]
    for clock in own:
        if clock.time.type == "percent":
            return _percentage(marked, [] if missed else _said(marked, words), clock, clocks)
    for clock in own:
        if clock.time.type == "currency":
            op, per = _op(marked, clock, "="), _per(clock, clocks)
            return Measure("amount", op, _number(clock), clock.time.unit, per)
    return _level(marked, words, deadline) if deadline and deadline.kind == "within" else None


def _missed(marked: Marked, own: list[Clock]) -> list[Clock]:
    """The level below which something is due: 99.5 % in "bij minder dan 99,5 % geeft zij 5 % korting"."""
    words = op_words(marked.language)
    figures = [clock for clock in own if clock.time.type in ("percent", "currency")]
    below = [c for c in figures if _below(c, words)]
    return below if 0 < len(below) < len(figures) else []


def _below(clock: Clock, words: OpWords) -> bool:
    near = set(clock.before[:3])
    return clock.time.type == "percent" and bool(near & words.below) and not near & words.turned


def _level(marked: Marked, words: Stretch, deadline: Deadline) -> Measure | None:
    """ "reageert binnen 4 uur" is a response time as well as a deadline."""
    if not deadline.value:
        return None
    metric = metric_of(_said(marked, words), marked.language)
    if metric in ("response_time", "resolution_time", "recovery_time", "recovery_point"):
        return Measure(cast(Metric, metric), "<=", deadline.value, None, None)
    return None


def _said(marked: Marked, words: Stretch) -> list[str]:
    """The words outside conditions: in "if availability is below 99%, … a
    credit of 10%" the level is not theirs.
    """
    return [marked.lows[k] for k in range(words.lo, words.hi) if words.levels[k - words.base] != WHEN]


def _percentage(marked: Marked, words: list[str], clock: Clock, clocks: list[Clock]) -> Measure:
    per = _per(clock, clocks)
    if metric_of(words, marked.language) == "availability":
        return Measure("availability", ">=", _number(clock), "%", per or "P1M")
    return Measure("percentage", _op(marked, clock, "="), _number(clock), "%", per)


def _number(clock: Clock) -> float | int:
    value = clock.time.value
    return value if isinstance(value, int | float) else float(value)


def _op(marked: Marked, clock: Clock, default: str) -> str:
    """ "minimaal 5" is >=, "ten hoogste 5" <=, "niet minder dan 5" … what
    the words nearest the figure say.
    """
    words = op_words(marked.language)
    near = set(clock.before[:4]) | set(clock.after[:2])
    if near & words.least:
        return "<=" if near & words.turned else ">="
    return "<=" if near & words.most else default


def _per(clock: Clock, clocks: list[Clock]) -> str | None:
    """The period right behind the figure: "per maand"."""
    for other in clocks:
        if other.time.type == "set" and 0 <= other.time.start - clock.time.end < 40:
            return str(other.time.value)
    return None

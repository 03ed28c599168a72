"""A level or an amount that can be checked: 99.5 % availability a month, a response within an hour, € 95 an hour."""

import re
from functools import cache
from typing import NamedTuple

from klaar.promises.clock import Clock
from klaar.promises.levels import WHEN
from klaar.promises.marked import Marked
from klaar.promises.model import Deadline, Measure
from klaar.text.data import load_words


class MeasureWords(NamedTuple):
    """Stems per metric, and words for at least and at most."""

    named: re.Pattern[str]
    least: frozenset[str]
    most: frozenset[str]


@cache
def measure_words(language: str) -> MeasureWords:
    """The measure words of "nl" or "en"."""
    data = load_words(language, "measures")
    stems = (
        f"(?P<{name}>{'|'.join(map(re.escape, said.split()))})" for name, said in data["metrics"].items()
    )
    return MeasureWords(
        re.compile("|".join(stems)), *(frozenset(data["ops"][name].split()) for name in ("least", "most"))
    )


def metric_of(words: list[str], language: str) -> str:
    """The metric that words name ("reactietijd" → response_time), "" for none; the first word that names one decides."""
    found = measure_words(language).named.search(" ".join(words))
    return str(found.lastgroup) if found else ""


def find_measure(
    marked: Marked,
    lo: int,
    hi: int,
    clocks: list[Clock],
    deadline: Deadline | None,
    levels: list[int],
    base: int,
) -> Measure | None:
    """The measure in the words `lo:hi`: a percentage, an amount, or the deadline when it is a level."""
    words = marked.lows[lo:hi]
    for clock in clocks:
        if clock.time.type == "percent":
            return _percentage(marked, words, clock, clocks)
    for clock in clocks:
        if clock.time.type == "currency":
            return Measure(
                "amount", _op(marked, clock, "="), _number(clock), clock.time.unit, _per(clock, clocks)
            )
    if deadline and deadline.kind == "within" and deadline.value:
        metric = metric_of(
            [marked.lows[k] for k in range(lo, hi) if levels[k - base] != WHEN], marked.language
        )
        if metric in ("response_time", "resolution_time", "recovery_time", "recovery_point"):
            return Measure(metric, "<=", deadline.value, None, None)  # type: ignore[arg-type]
    return None


def _percentage(marked: Marked, words: list[str], clock: Clock, clocks: list[Clock]) -> Measure:
    per = _per(clock, clocks)
    if metric_of(words, marked.language) == "availability":
        return Measure("availability", ">=", _number(clock), "%", per or "P1M")
    return Measure("percentage", _op(marked, clock, "="), _number(clock), "%", per)


def _number(clock: Clock) -> float | int:
    value = clock.time.value
    return value if isinstance(value, int | float) else float(value)


def _op(marked: Marked, clock: Clock, default: str) -> str:
    words = measure_words(marked.language)
    near = set(clock.before[:4]) | set(clock.after[:2])
    if near & words.least:
        return "<=" if {"no", "niet", "not", "nooit"} & near else ">="
    return "<=" if near & words.most else default


def _per(clock: Clock, clocks: list[Clock]) -> str | None:
    """The period right behind the figure: "per maand"."""
    for other in clocks:
        if other.time.type == "set" and 0 <= other.time.start - clock.time.end < 40:
            return str(other.time.value)
    return None

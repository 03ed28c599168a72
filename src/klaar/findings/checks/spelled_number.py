"""A number that is written twice, in words and in figures: "dertig (14) dagen"."""

import re
from collections.abc import Iterator

from klaar.findings.inspection import Inspection
from klaar.findings.model import Finding
from klaar.findings.rule import Rule, Shape
from klaar.text.span import Span
from klaar.text.times import find_times

SHAPE = Shape(slots=("words", "figures"))

_BRACKETS = re.compile(r"\(([^()\n]{1,60})\)")
_NUMBER = r"\d{1,3}(?:[.,]\d{3})+|\d{1,6}"
_WORDS = r"[^\W\d_][^\W\d_-]*(?:[ -][^\W\d_]+){0,5}"
_FIGURES_IN = re.compile(rf"({_NUMBER}) ?(?:%|[^\W\d_]+)?$")
_WORDS_IN = re.compile(rf"(?:zegge:? )?({_WORDS})$")
_WORDS_BEFORE = re.compile(rf"(?:^|\W)({_WORDS}) ?$")
_FIGURES_BEFORE = re.compile(rf"(?:^|[^\d.,])({_NUMBER})(?: ?%)? ?$")
_BACK = 90


def check(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """A finding at each number whose words and figures differ; counts only, no numbers of clauses."""
    for mark in _BRACKETS.finditer(seen.text):
        pair = _pair(seen.text, mark)
        if pair is None:
            continue
        words, figures = pair
        spelled = _number_in(seen, words, last=words.start < figures.start)
        if spelled and spelled[1] != int(re.sub(r"\D", "", figures.of(seen.text))):
            number = spelled[0]
            start, said = min(number.start, figures.start), number.of(seen.text)
            yield seen.found(rule, start, mark.end(), words=said, figures=figures.of(seen.text))


def _pair(text: str, mark: re.Match[str]) -> tuple[Span, Span] | None:
    """The words and the figures before and between brackets, whichever comes first."""
    figures_in, words_in = (form.match(text, mark.start(1), mark.end(1)) for form in (_FIGURES_IN, _WORDS_IN))
    if not figures_in and not words_in:
        return None
    begin = max(0, mark.start() - _BACK)
    before = text[begin : mark.start()]
    if figures_in:
        words = _WORDS_BEFORE.search(before)
        return (_moved(words, begin), Span(*figures_in.span(1))) if words else None
    figures = _FIGURES_BEFORE.search(before)
    return (Span(*words_in.span(1)), _moved(figures, begin)) if figures and words_in else None


def _moved(found: re.Match[str], begin: int) -> Span:
    return Span(begin + found.start(1), begin + found.end(1))


def _number_in(seen: Inspection, words: Span, *, last: bool) -> tuple[Span, int] | None:
    """The whole number with which `words` end (`last`) or that they are, and its value."""
    found = find_times(words.of(seen.text), seen.language)
    if not found or found[-1].type != "number" or not isinstance(found[-1].value, int):
        return None
    start, end = words.start + found[-1].start, words.start + found[-1].end
    if end != words.end or not (last or start == words.start):
        return None
    return Span(start, end), found[-1].value

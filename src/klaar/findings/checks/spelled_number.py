"""A number that is written twice, in words and in figures: "dertig (14) dagen"."""

import re
from collections.abc import Iterator

from klaar.findings.inspection import Inspection
from klaar.findings.model import Finding
from klaar.findings.rule import Rule, Shape
from klaar.text.span import Span
from klaar.text.times import find_times

SHAPE = Shape(slots=("words", "figures"))

_NUMBER = r"(\d{1,3}(?:[.,]\d{3})+|\d{1,6})"
_WORDS_FIRST = re.compile(
    r"\b([^\W\d_][^\W\d_-]*(?:[ -][^\W\d_]+){0,5}) ?\(" + _NUMBER + r" ?(?:%|[^\W\d_]+)?\)"
)
_FIGURES_FIRST = re.compile(_NUMBER + r"(?: ?%)? ?\((?:zegge:? )?([^\W\d_]+(?:[ -][^\W\d_]+){0,5})\)")


def check(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """A finding at each number whose words and figures differ; counts only, no numbers of clauses."""
    marks = [(each, 1, 2) for each in _WORDS_FIRST.finditer(seen.text)]
    marks += [(each, 2, 1) for each in _FIGURES_FIRST.finditer(seen.text)]
    for mark, in_words, in_figures in marks:
        words, figures = Span(*mark.span(in_words)), Span(*mark.span(in_figures))
        spelled = _number_in(seen, words, last=words.start < figures.start)
        if spelled and spelled[1] != int(re.sub(r"\D", "", figures.of(seen.text))):
            number = spelled[0]
            start, said = min(number.start, figures.start), number.of(seen.text)
            yield seen.found(rule, start, mark.end(), words=said, figures=figures.of(seen.text))


def _number_in(seen: Inspection, words: Span, *, last: bool) -> tuple[Span, int] | None:
    """The whole number with which `words` end (`last`) or that they are, and its value."""
    found = find_times(words.of(seen.text), seen.language)
    if not found or found[-1].type != "number" or not isinstance(found[-1].value, int):
        return None
    start, end = words.start + found[-1].start, words.start + found[-1].end
    if end != words.end or not (last or start == words.start):
        return None
    return Span(start, end), found[-1].value

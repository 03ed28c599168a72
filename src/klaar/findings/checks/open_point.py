"""What was left open: "nader overeen te komen", "TBD", "[insert date]", a dotted line."""

import re
from collections.abc import Iterator

from klaar.findings.checks.phrase import sentences_with
from klaar.findings.inspection import Inspection
from klaar.findings.model import Finding
from klaar.findings.rule import Rule, Shape
from klaar.text.span import Span

SHAPE = Shape(lists=("signs", "unless", "blank"))
"""`blank`: a word that, between square brackets, says what is still to be filled in."""

_BRACKETS = re.compile(r"\[[^\[\]\n]{0,60}\](?!\()")
_LINES = (re.compile("_____+"), re.compile("………+"), re.compile(r"\.\.\.\.\.\.\.\.+"))
_EMPTY = re.compile(r"\[\s*(?:[.…_●•xX]+\s*)?\](?!\()")
_LONGEST = 80
"""Characters of a line to write on; a longer one is a rule across the page."""
_TICK = re.compile(r"\[ ?[ xX]? ?\]")


def check(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """A finding at each open point; the blanks of a form are one finding, with the others beside it."""
    calm = sentences_with(seen, seen.listed(rule, "unless"))
    for span in seen.listed(rule):
        if seen.sentence_at(span.start) not in calm:
            yield seen.found(rule, span.start, span.end)
    blanks = [span for span in _blanks(rule, seen) if _is_read(seen, span)]
    if blanks:
        yield seen.found(rule, blanks[0].start, blanks[0].end, also=blanks[1:])


def _blanks(rule: Rule, seen: Inspection) -> list[Span]:
    named = [span.start for span in seen.listed(rule, "blank")]
    brackets = [Span(*mark.span()) for mark in _BRACKETS.finditer(seen.text)]
    filled = [span for span in brackets if any(span.start < place < span.end for place in named)]
    empty = [Span(*mark.span()) for mark in _EMPTY.finditer(seen.text) if not _TICK.fullmatch(mark.group())]
    drawn = [Span(*mark.span()) for line in _LINES for mark in line.finditer(seen.text)]
    lines = [span for span in drawn if _is_line(seen.text, span)]
    return sorted({*filled, *empty, *lines})


def _is_line(text: str, span: Span) -> bool:
    """Whether it is a place to write on, not a rule across the page."""
    beside = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    return span.end - span.start <= _LONGEST and not set(beside) & set("_.")


def _is_read(seen: Inspection, span: Span) -> bool:
    """Whether the blank stands in the text itself, not alone on its line or under a signature."""
    passage = seen.passage_at(span.start)
    if passage is None or passage.kind in ("skip", "heading") or passage.zone == "signature":
        return False
    return span.end - span.start < passage.end - passage.start

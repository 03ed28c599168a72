"""An order of documents in which the general text wins from the specific promise."""

from collections.abc import Iterator

from klaar.findings.checks.phrase import sentences_with
from klaar.findings.inspection import Inspection
from klaar.findings.model import Finding
from klaar.findings.rule import Rule, Shape
from klaar.text.span import Span

SHAPE = Shape(lists=("signs", "orders", "general", "specific", "unless"))
"""`signs`: words that put a general text first outright; `orders`: words that announce a list in order;
`general`: terms made for everyone; `specific`: what was promised here ("het Service Level Agreement")."""

_LONGEST = 900
"""Characters of a list behind the words that announce it."""


def check(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """A finding where a general text goes before a specific one."""
    calm = sentences_with(seen, seen.listed(rule, "unless"))
    for span in seen.listed(rule):
        if seen.sentence_at(span.start) not in calm:
            yield seen.found(rule, span.start, span.end)
    for order in seen.listed(rule, "orders"):
        if seen.sentence_at(order.start) in calm:
            continue
        reach = range(order.end, min(order.end + _LONGEST, seen.surroundings(order.start).end))
        general, specific = (
            [span for span in seen.listed(rule, name) if span.start in reach]
            for name in ("general", "specific")
        )
        if general and specific and general[0].start < specific[0].start:
            yield seen.found(rule, general[0].start, general[0].end, also=[Span(*specific[0])])

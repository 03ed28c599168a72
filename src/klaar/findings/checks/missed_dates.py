"""Dates that one side must meet, in an agreement that does not say what follows when it is late."""

from collections.abc import Iterator

from klaar.findings.checks.phrase import sentences_with
from klaar.findings.inspection import Inspection
from klaar.findings.model import Finding
from klaar.findings.rule import Rule, Shape
from klaar.promises.model import Promise
from klaar.text.span import Span

SHAPE = Shape(lists=("late", "remedies", "paying"))
"""`late`: words for being late; `remedies`: what follows for the supplier or the client; `paying`: to pay."""


def check(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """One finding a side, at the first of the dates it must meet, with the others beside it."""
    late = sentences_with(seen, seen.listed(rule, "late"))
    if late & sentences_with(seen, seen.listed(rule, "remedies")):
        return
    paying = seen.listed(rule, "paying")
    for side in ("it", "client"):
        dated = [each for each in seen.promises if each.bearer == side and _has_date(each)]
        dated = [each for each in dated if not any(each.start <= span.start < each.end for span in paying)]
        if not dated or any(each.consequence for each in dated):
            continue
        first = dated[0]
        also = [Span(each.start, each.end) for each in dated[1:]]
        yield seen.found(rule, first.start, first.end, promise=first, also=also)


def _has_date(promise: Promise) -> bool:
    return promise.kind == "obligation" and promise.deadline is not None and promise.deadline.kind == "date"

"""A promised level without a word on what follows when it is missed."""

from collections.abc import Iterator, Sequence

from klaar.findings.checks.levels import by_group, levels_of
from klaar.findings.checks.phrase import sentences_with
from klaar.findings.inspection import Inspection
from klaar.findings.model import Finding
from klaar.findings.rule import Rule, Shape
from klaar.promises.model import Promise
from klaar.text.span import Span

_GROUPS = ("availability", "response", "resolution", "recovery")

SHAPE = Shape(lists=("remedies", "levels", *_GROUPS))
"""`remedies`: what follows ("servicekrediet"); `levels`: any level ("dienstenniveau"); the others: one."""


def check(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """One finding for each kind of level that no remedy covers, at the first of them.

    A remedy for "a service level" covers them all, unless others say for which kinds there is one.
    """
    remedies = seen.listed(rule, "remedies")
    remedied = sentences_with(seen, remedies)
    groups = by_group(levels_of(seen))
    covered = {group for group in groups if remedied & sentences_with(seen, seen.listed(rule, group))}
    if not covered and remedied & sentences_with(seen, seen.listed(rule, "levels")):
        return
    for group, promises in groups.items():
        if group in covered or any(each.consequence or _beside(seen, each, remedies) for each in promises):
            continue
        first, others = promises[0], promises[1:]
        also = [Span(each.start, each.end) for each in others]
        yield seen.found(rule, first.start, first.end, promise=first, also=also)


def _beside(seen: Inspection, promise: Promise, remedies: Sequence[Span]) -> bool:
    """Whether a remedy stands in the same paragraph: "… Haalt hij dat niet, dan volgt een korting"."""
    passage = seen.passage_at(promise.start)
    return passage is not None and any(passage.start <= span.start < passage.end for span in remedies)

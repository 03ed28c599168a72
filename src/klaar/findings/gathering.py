"""Findings of one rule that say the same, as one finding with the other places beside it."""

from collections.abc import Hashable, Iterable, Iterator

from klaar.findings.checks.whole import annex_around
from klaar.findings.inspection import Inspection
from klaar.findings.model import Finding
from klaar.findings.rule import Rule
from klaar.text.span import Span


def gathered(rule: Rule, seen: Inspection, found: Iterable[Finding]) -> Iterator[Finding]:
    """`found` in order, those that are one by `rule.gather` taken together at the first of them.

    Three times "zo spoedig mogelijk" is one finding, with two places in `also`; of long sentences the longest
    stands in front.
    """
    groups: dict[Hashable, list[Finding]] = {}
    for each in found:
        groups.setdefault(_what(rule, seen, each), []).append(each)
    for same in groups.values():
        longest = rule.gather == "longest"
        first = max(same, key=lambda each: each.end - each.start) if longest else same[0]
        others = [Span(each.start, each.end) for each in same if each is not first]
        also = sorted({*others, *(span for each in same for span in each.also)})
        yield first._replace(also=tuple(also)) if others else first


def _what(rule: Rule, seen: Inspection, found: Finding) -> Hashable:
    """What two findings that are one have in common."""
    if rule.gather == "words":
        return " ".join(found.quote.casefold().split())
    if rule.gather == "clause" and found.clause >= 0:
        return found.clause
    if rule.gather == "part":
        return _part(seen, found.clause)
    if rule.gather == "longest":
        return None
    return found.start, found.end, found.quote


def _part(seen: Inspection, clause: int) -> int:
    """The outermost annex around a clause, -1 outside all."""
    part, annex = -1, annex_around(seen, clause)
    while annex >= 0:
        part, annex = annex, annex_around(seen, seen.agreement.clauses[annex].parent)
    return part

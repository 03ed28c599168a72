"""Findings of one rule that say the same, as one finding with the other places beside it."""

from collections.abc import Hashable, Iterable, Sequence

from klaar.clauses.model import Clause
from klaar.findings.checks.whole import annex_around
from klaar.findings.model import Finding
from klaar.findings.rule import Rule
from klaar.text.span import Span


def gather(
    findings: Iterable[Finding], rules: Iterable[Rule], clauses: Sequence[Clause]
) -> tuple[Finding, ...]:
    """`findings` in the order of the text, those that are one by `Rule.gather` taken together at the first.

    Three times "zo spoedig mogelijk" is one finding, with two places in `also`; of long sentences the longest
    stands in front. `clauses` are those of the agreement.
    """
    known = {rule.id: rule for rule in rules}
    groups: dict[Hashable, list[Finding]] = {}
    for each in findings:
        key = _what(known[each.rule], clauses, each)
        groups.setdefault((each.rule, key), []).append(each)
    found = (_as_one(same, longest=known[same[0].rule].gather == "longest") for same in groups.values())
    return tuple(sorted(found, key=lambda each: (each.start, each.end, each.rule)))


def _as_one(same: Sequence[Finding], *, longest: bool) -> Finding:
    if len(same) == 1:
        return same[0]
    first = max(same, key=lambda each: each.end - each.start) if longest else same[0]
    others = {Span(each.start, each.end) for each in same if each is not first}
    return first._replace(also=tuple(sorted(others.union(*(each.also for each in same)))))


def _what(rule: Rule, clauses: Sequence[Clause], found: Finding) -> Hashable:
    """What two findings that are one have in common."""
    if rule.gather == "words":
        return " ".join(found.quote.casefold().split())
    if rule.gather == "clause" and found.clause >= 0:
        return found.clause
    if rule.gather == "part":
        return _part(clauses, found.clause)
    if rule.gather == "longest":
        return None
    return found.start, found.end, found.quote


def _part(clauses: Sequence[Clause], clause: int) -> int:
    """The outermost annex around a clause, -1 outside all."""
    part, annex = -1, annex_around(clauses, clause)
    while annex >= 0:
        part, annex = annex, annex_around(clauses, clauses[annex].parent)
    return part

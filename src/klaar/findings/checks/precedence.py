"""Several documents, and no word on which goes before which."""

from collections.abc import Iterator

from klaar.clauses.numbering import read_label
from klaar.findings.checks.whole import annexes_of, is_whole
from klaar.findings.inspection import Inspection
from klaar.findings.model import Finding
from klaar.findings.rule import Rule, Shape
from klaar.text.span import Span

SHAPE = Shape(lists=("signs", "itself", "covers"), options=("documents",))
"""`signs`: other texts that are made part of it ("de algemene voorwaarden"); `itself`: words that mean the
text they stand in ("deze algemene voorwaarden"); `covers`: words of an order.
`documents`: how many there must be, annexes counted."""


def check(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """One finding, where the second document comes in, with the other documents beside it."""
    ordered = any(fact.kind == "precedence" for fact in seen.agreement.facts)
    if ordered or seen.listed(rule, "covers") or not is_whole(seen):
        return
    own = {span.end for span in seen.listed(rule, "itself")}
    others = [span for span in seen.listed(rule) if span.end not in own]
    titles = {span.of(seen.text).casefold() for span in seen.listed(rule) if span.end in own}
    named = {name: span for span in reversed(others) if (name := span.of(seen.text).casefold()) not in titles}
    for each in reversed(seen.agreement.references):
        label = read_label(" ".join(seen.text[each.start : each.end].split()))
        if label and label.family == "annex":
            named[f"annex {label.path[0]}"] = Span(each.start, each.end)
    spans = sorted(span for span in named.values() if seen.sentence_at(span.start))
    if max(len(spans), len(annexes_of(seen))) >= rule.options["documents"] and spans:
        yield seen.found(rule, spans[0].start, spans[0].end, also=spans[1:])

"""Words that are trouble wherever they stand: "wordt stilzwijgend verlengd"."""

from collections.abc import Iterator

from klaar.findings.inspection import Inspection, Sentence
from klaar.findings.model import Finding
from klaar.findings.rule import Rule, Shape
from klaar.text.span import Span

SHAPE = Shape(lists=("signs",), may=("unless",), may_options=("promises", "once"))
"""`unless`: words that take the trouble away where they stand in the same sentence. `promises`: only in
promises of these kinds. `once`: one finding a sentence."""


def check(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """A finding at each of the signs of `rule`."""
    calm = {sentence_of(seen, span) for span in seen.listed(rule, "unless")}
    kinds, last = rule.options.get("promises"), None
    for span in seen.listed(rule):
        sentence = sentence_of(seen, span)
        if sentence in calm or (rule.options.get("once") and sentence == last):
            continue
        promise = seen.promise_at(span.start, span.end)
        if kinds is None or (promise and promise.kind in kinds):
            last = sentence
            yield seen.found(rule, span.start, span.end, promise=promise)


def sentence_of(seen: Inspection, span: Span) -> Sentence | None:
    """The sentence in which `span` begins."""
    return seen.sentence_at(span.start)

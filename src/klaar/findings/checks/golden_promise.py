"""What nobody can keep: "te allen tijde beschikbaar", "error-free"."""

from collections.abc import Iterator

from klaar.findings.checks.phrase import sentences_with
from klaar.findings.inspection import Inspection
from klaar.findings.model import Finding
from klaar.findings.rule import Rule, Shape
from klaar.promises.model import Promise

SHAPE = Shape(lists=("signs", "total", "quality", "unless"))
"""`signs` are too good by themselves; `total` ("always") only beside a `quality` ("available")."""

_KINDS = ("obligation", "warranty", "service_level")


def check(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """A finding at the first such word of each promise of the supplier that has no lower measure."""
    calm = sentences_with(seen, seen.listed(rule, "unless"))
    states = sentences_with(seen, seen.listed(rule, "quality"))
    totals = [span for span in seen.listed(rule, "total") if seen.sentence_at(span.start) in states]
    told: set[object] = set()
    for span in sorted((*seen.listed(rule), *totals)):
        sentence, promise = seen.sentence_at(span.start), seen.promise_at(span.start, span.end)
        if promise is None or sentence in calm or sentence in told or not _is_golden(promise):
            continue
        told.add(sentence)
        yield seen.found(rule, span.start, span.end, promise=promise)


def _is_golden(promise: Promise) -> bool:
    """Whether the supplier is bound to it, without a figure that says less than everything."""
    if promise.bearer != "it" or promise.kind not in _KINDS:
        return False
    return promise.measure is None or promise.measure.value == 100

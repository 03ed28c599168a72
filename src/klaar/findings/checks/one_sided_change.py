"""A right to change what was agreed: "Leverancier is gerechtigd deze voorwaarden te wijzigen"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from klaar.findings.inspection import Inspection
from klaar.findings.model import Finding
from klaar.findings.rule import Rule, Shape
from klaar.promises.model import Promise
from klaar.text.span import Span

SHAPE = Shape(lists=("acts", "things", "agreed"))
"""`acts`: to change, to raise; `things`: the price, the terms; `agreed`: words for the other's yes."""


def check(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """A finding at each permission of one side to change a thing that was agreed."""
    acts, things, agreed = (seen.listed(rule, name) for name in ("acts", "things", "agreed"))
    for promise in seen.promises:
        if promise.kind != "permission" or promise.bearer not in ("it", "client"):
            continue
        if _within(acts, promise) and _within(things, promise) and not _within(agreed, promise):
            end = promise.start + len(promise.quote.rstrip(".;, "))
            yield seen.found(rule, promise.start, end, promise=promise)


def _within(spans: Sequence[Span], promise: Promise) -> bool:
    k = bisect_left(spans, (promise.start, 0))
    return k < len(spans) and spans[k].start < promise.end

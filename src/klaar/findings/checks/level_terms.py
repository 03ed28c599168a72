"""What a promised level still lacks: over which period it counts, and how it is measured."""

from collections.abc import Iterator, Sequence

from klaar.findings.checks.levels import levels_of
from klaar.findings.checks.phrase import sentences_with
from klaar.findings.inspection import Inspection, Sentence
from klaar.findings.model import Finding
from klaar.findings.rule import Rule, Shape
from klaar.promises.model import Promise
from klaar.text.span import Span

SHAPE = Shape(lists=("levels", "periods", "methods"), slots=("neither", "periodless", "methodless"))
"""`levels`: words for the level ("beschikbaarheid"); `periods`: over what time; `methods`: how measured."""


def check(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """One finding for the availability that no sentence gives a period or a way of measuring."""
    promises = [each for each in levels_of(seen) if _is_availability(each)]
    if not promises:
        return
    about = sentences_with(seen, seen.listed(rule, "levels"))
    period, method = (
        _told(seen, about, promises, seen.listed(rule, name)) for name in ("periods", "methods")
    )
    if period and method:
        return
    first, others = promises[0], promises[1:]
    quote = seen.around(first.start, first.end, first)
    lacks = "neither" if not period and not method else "methodless" if period else "periodless"
    also = [Span(each.start, each.end) for each in others]
    yield seen.found(rule, first.start, first.end, promise=first, also=also, **{lacks: quote})


def _told(
    seen: Inspection, about: frozenset[Sentence], promises: Sequence[Promise], spans: Sequence[Span]
) -> bool:
    """Whether one of `spans` stands in a sentence about the level, or beside one of the promises."""
    if about & sentences_with(seen, spans):
        return True
    around = [seen.surroundings(each.start) for each in promises]
    return any(place.start <= span.start < place.end for span in spans for place in around)


def _is_availability(promise: Promise) -> bool:
    return promise.measure is not None and promise.measure.metric == "availability"

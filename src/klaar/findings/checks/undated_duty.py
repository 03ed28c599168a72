"""A duty to deliver one thing, without a day: "Leverancier stelt een exitplan op"."""

from collections.abc import Iterator

from klaar.findings.checks.phrase import sentences_with
from klaar.findings.inspection import Inspection
from klaar.findings.model import Finding
from klaar.findings.rule import Rule, Shape
from klaar.promises.model import Promise
from klaar.text.span import Span

SHAPE = Shape(lists=("signs", "dated", "always"))
"""`signs`: to deliver one thing; `dated`: words that point to a day; `always`: whenever it is needed."""

_TIMES = ("date", "datetime", "duration", "period", "set", "time")


def check(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """A finding at each duty of one side to deliver something once, for which no time is named."""
    calm = sentences_with(seen, (*seen.listed(rule, "dated"), *seen.listed(rule, "always")))
    told: set[str] = set()
    for span in seen.listed(rule):
        promise = seen.promise_at(span.start, span.end)
        if promise is None or promise.id in told or not _is_open(promise):
            continue
        sentence = seen.sentence_at(span.start)
        if sentence is None or sentence in calm or _timed(seen, promise):
            continue
        told.add(promise.id)
        yield seen.found(rule, span.start, span.end, promise=promise)


def _is_open(promise: Promise) -> bool:
    """Whether it binds one side, at once and not only if something happens, and names no time."""
    bound = promise.kind == "obligation" and promise.bearer in ("it", "client") and bool(promise.party)
    return bound and not (promise.deadline or promise.condition or promise.exception)


def _timed(seen: Inspection, promise: Promise) -> bool:
    """Whether a time stands in its paragraph, its row, or the words that open its list."""
    passage = seen.passage_at(promise.start)
    if passage is None or passage.kind == "row":
        return True
    places = [Span(passage.start, passage.end)]
    if promise.opening:
        places.append(Span(promise.opening.start, promise.opening.end))
    return any(time.type in _TIMES for place in places for time in seen.times_in(*place))

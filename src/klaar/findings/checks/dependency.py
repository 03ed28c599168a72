"""A duty that waits for the other side, which has no date: "mits Opdrachtgever de gegevens aanlevert"."""

from collections.abc import Iterator

from klaar.findings.checks.phrase import sentences_with
from klaar.findings.inspection import Inspection, Sentence
from klaar.findings.model import Finding
from klaar.findings.rule import Rule, Shape
from klaar.text.span import Span
from klaar.text.times import find_times

SHAPE = Shape(lists=("it", "client", "dated"))
"""`it`, `client`: words that make a promise wait for that side; `dated`: words that point to a date."""

_KINDS = ("obligation", "service_level", "warranty")


def check(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """A finding where a promise of one side waits for the other without a time."""
    dated = sentences_with(seen, seen.listed(rule, "dated"))
    for awaited, bound in (("client", "it"), ("it", "client")):
        for span in seen.listed(rule, awaited):
            sentence = seen.sentence_at(span.start)
            if sentence is None or sentence in dated or _timed(seen, sentence, span):
                continue
            promise = seen.promise_at(span.start, span.end)
            if promise and promise.bearer == bound and promise.kind in _KINDS:
                yield seen.found(rule, span.start, span.end, promise=promise)


def _timed(seen: Inspection, sentence: Sentence, span: Span) -> bool:
    """Whether a time stands between the words that make it wait and the end of the sentence."""
    times = find_times(seen.text[span.start : sentence.end], seen.language)
    return any(time.type in ("date", "datetime", "duration", "period", "time") for time in times)

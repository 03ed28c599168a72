"""Two numbers for one thing: invoices paid within 30 days in one clause and within 14 in another."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from klaar.clauses.model import Side
from klaar.findings.checks.phrase import sentences_with
from klaar.findings.inspection import Inspection, Sentence
from klaar.findings.model import Finding
from klaar.findings.rule import Rule, Shape
from klaar.promises.model import Promise
from klaar.text.span import Span
from klaar.text.times import Time, same_time

THINGS = ("payment", "notice", "availability", "warranty", "retention", "liability")
"""The things of which an agreement has one number, each a word list of the rule."""

SHAPE = Shape(lists=(*THINGS, "unless"), slots=("first", "second"))
"""`unless`: words that make it another thing, or a number for a special case."""

_KINDS = {"availability": "percent", "liability": "currency"}


class Number(NamedTuple):
    """What is said of one thing at one place, whose it is and over what time: "99,5 %", it, "P1M"."""

    span: Span
    time: Time
    bearer: Side
    rhythm: str


def check(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """One finding for each thing with two numbers: at the first, with the others beside it."""
    calm = sentences_with(seen, seen.listed(rule, "unless"))
    for thing in THINGS:
        told: dict[Sentence, None] = {}
        for span in seen.listed(rule, thing):
            sentence = seen.sentence_at(span.start)
            if sentence and sentence not in calm and not seen.is_label(sentence):
                told.setdefault(sentence)
        yield from _differing(rule, seen, _numbers(seen, thing, list(told)))


def _differing(rule: Rule, seen: Inspection, numbers: Sequence[Number]) -> Iterator[Finding]:
    if not numbers:
        return
    first, *rest = numbers
    alike = [each for each in rest if each.bearer == first.bearer or "both" in (each.bearer, first.bearer)]
    alike = [each for each in alike if not first.rhythm or not each.rhythm or first.rhythm == each.rhythm]
    others = [each.span for each in alike if not same_time(first.time, each.time)]
    if others:
        one, two = first.span.of(seen.text), others[0].of(seen.text)
        yield seen.found(rule, first.span.start, first.span.end, also=others, first=one, second=two)


def _numbers(seen: Inspection, thing: str, sentences: Sequence[Sentence]) -> list[Number]:
    """The number of `thing` in each sentence that has exactly one."""
    kind = _KINDS.get(thing, "duration")
    found = []
    for start, end, _ in sentences:
        times = [time for time in seen.times_in(start, end) if time.type == kind]
        if len(times) == 1:
            span = Span(start + times[0].start, start + times[0].end)
            rhythm = next((str(time.value) for time in seen.times_in(start, end) if time.type == "set"), "")
            found.append(Number(span, times[0], _bearer(seen.promise_at(*span)), rhythm))
    return found


def _bearer(promise: Promise | None) -> Side:
    """Whose number it is; both sides' where the sentence does not say so."""
    return promise.bearer if promise and promise.party and promise.bearer in ("it", "client") else "both"

"""A right that one side has and the other has not: to end the agreement, to suspend, to hand it over."""

from collections.abc import Iterator

from klaar.findings.checks.phrase import sentences_with
from klaar.findings.checks.whole import is_whole
from klaar.findings.inspection import Inspection, Sentence
from klaar.findings.model import Finding
from klaar.findings.rule import Rule, Shape
from klaar.promises.model import Promise
from klaar.text.span import Span

RIGHTS = ("ending", "suspending", "transferring")
"""The rights that are looked at, each a word list of the rule."""

SHAPE = Shape(lists=(*RIGHTS, "unless", "both"), slots=RIGHTS)
"""`unless`: words that make it another right; `both`: words by which each side has it."""


def check(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """One finding for each right that only one side has, at the first place, with the others beside it."""
    if not is_whole(seen):
        return
    calm = sentences_with(seen, seen.listed(rule, "unless"))
    both = sentences_with(seen, seen.listed(rule, "both"))
    for right in RIGHTS:
        said = seen.listed(rule, right)
        if any(seen.sentence_at(span.start) in both for span in said):
            continue
        spans = [span for span in said if seen.sentence_at(span.start) not in calm]
        held = _held(seen, spans)
        if {promise.bearer for _, promise in held} not in ({"it"}, {"client"}):
            continue
        (first, promise), *others = held
        also = [span for span, _ in others]
        quote = seen.around(first.start, first.end, promise)
        yield seen.found(rule, first.start, first.end, promise=promise, also=also, **{right: quote})


def _held(seen: Inspection, spans: list[Span]) -> list[tuple[Span, Promise]]:
    """The permissions in which `spans` stand, one a sentence."""
    held: dict[Sentence | None, tuple[Span, Promise]] = {}
    for span in spans:
        promise = seen.promise_at(span.start, span.end)
        if promise and promise.kind == "permission":
            held.setdefault(seen.sentence_at(span.start), (span, promise))
    return list(held.values())

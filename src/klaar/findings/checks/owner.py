"""A duty or a role without someone who answers for it."""

from collections.abc import Iterator

from klaar.findings.checks.phrase import sentences_with
from klaar.findings.inspection import Inspection
from klaar.findings.model import Finding
from klaar.findings.rule import Rule, Shape
from klaar.promises.model import Promise
from klaar.text.span import Span

SHAPE = Shape(lists=("roles", "named", "joint", "led", "passive"), slots=("role", "task", "done"))
"""`roles`: appointing someone for a role; `named`: words before a name; `joint`: both do it together; `led`:
who leads is said; `passive`: words for what is done without saying by whom."""


def check(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """A finding at each role to be filled, each task of both, each clause where dated work has no doer."""
    yield from _roles(rule, seen)
    yield from _joint(rule, seen)
    yield from _nobody(rule, seen)


def _roles(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    named = sentences_with(seen, seen.listed(rule, "named"))
    for span in seen.listed(rule, "roles"):
        promise = seen.promise_at(span.start, span.end)
        if promise is None or promise.kind != "obligation" or promise.deadline:
            continue
        if seen.sentence_at(span.start) not in named:
            yield seen.found(rule, span.start, span.end, promise=promise, role=span.of(seen.text))


def _joint(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    led = sentences_with(seen, seen.listed(rule, "led"))
    for span in seen.listed(rule, "joint"):
        promise = seen.promise_at(span.start, span.end)
        if promise and promise.kind == "obligation" and seen.sentence_at(span.start) not in led:
            task = seen.around(span.start, span.end, promise)
            yield seen.found(rule, promise.start, promise.end, promise=promise, task=task)


def _nobody(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """Dated work without a doer: the first of each clause, with the others of that clause beside it."""
    passive = sentences_with(seen, seen.listed(rule, "passive"))
    peopled = {passage for each in seen.promises if each.party and (passage := seen.passage_at(each.start))}
    by_clause: dict[int, list[Promise]] = {}
    for each in seen.promises:
        if _has_no_doer(each) and seen.sentence_at(each.start) in passive:
            passage = seen.passage_at(each.start)
            if passage and passage.kind != "row" and passage not in peopled:
                by_clause.setdefault(each.clause, []).append(each)
    for first, *others in by_clause.values():
        also = [Span(each.start, each.end) for each in others]
        done = seen.around(first.start, first.end, first)
        yield seen.found(rule, first.start, first.end, promise=first, also=also, done=done)


def _has_no_doer(promise: Promise) -> bool:
    dated = promise.deadline is not None and promise.deadline.kind in (
        "date",
        "within",
        "before",
        "recurring",
    )
    unnamed = not promise.party and promise.opening is None and promise.reason == "bearer"
    return promise.kind == "obligation" and dated and unnamed

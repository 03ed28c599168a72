"""Words that are trouble wherever they stand: "wordt geacht te hebben ingestemd"."""

import re
from collections.abc import Iterator, Sequence

from klaar.findings.inspection import Inspection, Sentence
from klaar.findings.model import Finding
from klaar.findings.rule import Rule, Shape
from klaar.text.span import Span

SHAPE = Shape(
    lists=("signs",),
    may=("needs", "unless", "despite"),
    may_options=("promises", "bearers", "once", "undefined"),
)
"""`needs`: words of which one must stand in the same sentence; `unless`: words of which none may, except
beside words of `despite` ("without your consent").

`promises`, `bearers`: only in promises of these kinds and sides. `once`: one finding a sentence.
`undefined`: not where the words are a term that the agreement defines.
"""

_ADDRESS = re.compile(r"(?:https?|www\S*)$", re.IGNORECASE)
_REST = re.compile(r"(?:[^\s)\]>\"”’]*[\w/])?")


def check(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """A finding at each of the signs of `rule`."""
    calm = sentences_with(seen, seen.listed(rule, "unless"))
    calm -= sentences_with(seen, seen.listed(rule, "despite"))
    needed = sentences_with(seen, seen.listed(rule, "needs"))
    needs = "needs" in rule.wordings[seen.language].words
    last: Sentence | None = None
    for span in seen.listed(rule):
        sentence = seen.sentence_at(span.start)
        if sentence in calm or (needs and sentence not in needed):
            continue
        if sentence is None or seen.is_label(sentence):
            continue
        if (rule.options.get("once") and sentence == last) or not _fits(rule, seen, span):
            continue
        last = sentence
        yield seen.found(rule, span.start, _address_end(seen.text, span))


def sentences_with(seen: Inspection, spans: Sequence[Span]) -> frozenset[Sentence]:
    """The sentences in which `spans` begin."""
    return frozenset(sentence for span in spans if (sentence := seen.sentence_at(span.start)))


def _address_end(text: str, span: Span) -> int:
    """The end of `span`, or of the web address that it ends with."""
    address = _ADDRESS.search(text, span.start, span.end)
    return _REST.match(text, span.end).end() if address else span.end  # type: ignore[union-attr]


def _fits(rule: Rule, seen: Inspection, span: Span) -> bool:
    """Whether the promise around `span` is of the kind that `rule` is about."""
    kinds, bearers = rule.options.get("promises"), rule.options.get("bearers")
    if rule.options.get("undefined") and span.of(seen.text).casefold() in seen.defined:
        return False
    if not kinds and not bearers:
        return True
    promise = seen.promise_at(span.start, span.end)
    if promise is None:
        return False
    return (not kinds or promise.kind in kinds) and (not bearers or promise.bearer in bearers)

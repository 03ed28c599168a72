"""A sentence that is too long to hold in one's head."""

from collections.abc import Iterator

from klaar.findings.inspection import Inspection
from klaar.findings.model import Finding
from klaar.findings.rule import Rule, Shape

SHAPE = Shape(options=("most",), slots=("count",))
"""`most`: the most words that a sentence may have."""


def check(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """A finding at each sentence of more than `most` words; a table row is no sentence."""
    most: int = rule.options["most"]
    for number, passage in enumerate(seen.agreement.passages):
        if passage.kind == "row" or len(seen.text[passage.start : passage.end].split()) <= most:
            continue
        for start, end, _ in seen.sentences_of(number):
            count = sum(any(map(str.isalnum, word)) for word in seen.text[start:end].split())
            if count > most:
                yield seen.found(rule, start, end, count=str(count))

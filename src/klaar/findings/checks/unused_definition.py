"""A word that the agreement defines and then never uses."""

from collections.abc import Iterator

from klaar.findings.inspection import Inspection
from klaar.findings.model import Finding
from klaar.findings.rule import Rule, Shape
from klaar.text.span import Span

SHAPE = Shape(options=("defined",), slots=("term", "terms"))
"""`defined`: how many terms must be used for the others to stand out."""

_BEFORE = 4
"""Characters before the word in its definition: a quote, a star."""


def check(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """One finding for all such words, at the first, with the others beside it."""
    text = seen.text
    used = [term for term in seen.agreement.terms if term.uses]
    unused = [
        term
        for term in seen.agreement.terms
        if not term.uses and term.word not in seen.called and "." not in term.word
    ]
    if len(used) < rule.options["defined"]:
        return
    low, spans = text.lower(), []
    for term in unused:
        start = text.find(term.word, term.start, term.end)
        listed = term.clause >= 0 and seen.agreement.clauses[term.clause].zone == "definition"
        if term.start <= start <= term.start + _BEFORE and listed and low.count(term.word.lower()) == 1:
            spans.append(Span(start, start + len(term.word)))
    if not spans:
        return
    first, *others = spans
    all_words = ", ".join(span.of(text) for span in spans)
    one, several = ("", all_words) if others else (all_words, "")
    yield seen.found(rule, first.start, first.end, also=others, term=one, terms=several)

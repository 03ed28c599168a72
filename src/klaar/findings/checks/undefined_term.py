"""A word with a capital that is used as if it were defined, and is not: "de Kernuren"."""

import re
from collections.abc import Iterator, Mapping

from klaar.clauses.definitions_words import forms
from klaar.findings.checks.phrase import sentences_with
from klaar.findings.inspection import Inspection
from klaar.findings.model import Finding
from klaar.findings.rule import Rule, Shape
from klaar.text.span import Span

SHAPE = Shape(lists=("signs", "cited"), options=("defined", "uses"))
"""`signs`: nouns of agreements that carry a meaning only once defined; `cited`: words that say where their
meaning stands. `defined`: how many terms the agreement must define itself; `uses`: how often the word must
stand with a capital."""


_CLOSED = re.compile('["”’»]')
_MEANS = re.compile(r"[*_\"”’]*(?: ?[:=–—]| - | \(| means\b| shall mean\b| betekent\b| is\b)")


def check(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """One finding a word, at its first use, with the others beside it."""
    if len(seen.agreement.terms) < rule.options["defined"]:
        return
    cited = sentences_with(seen, seen.listed(rule, "cited"))
    for spans in _capitals(rule, seen).values():
        if len(spans) >= rule.options["uses"] and not any(seen.sentence_at(s.start) in cited for s in spans):
            yield seen.found(rule, spans[0].start, spans[0].end, also=spans[1:])


def _capitals(rule: Rule, seen: Inspection) -> Mapping[str, list[Span]]:
    """The words with a capital inside a sentence that no definition covers, by what they have in common."""
    covered = {form.casefold() for term in seen.agreement.terms for form in forms(term.word, seen.language)}
    capitals = [span for span in seen.listed(rule) if seen.text[span.start].isupper()]
    said = {span.of(seen.text) for span in capitals if _is_said(seen, span)}
    covered |= {form.casefold() for word in said for form in forms(word, seen.language)}
    told: dict[str, list[Span]] = {}
    for span in capitals:
        word = span.of(seen.text)
        if not _is_term(seen, span) or word.casefold() in covered or _is_longer(seen, span):
            continue
        known = (
            each for each in told if word in forms(each, seen.language) or each in forms(word, seen.language)
        )
        told.setdefault(next(known, word), []).append(span)
    return told


def _is_term(seen: Inspection, span: Span) -> bool:
    """Whether it has a capital that its place does not explain: not the first of its sentence."""
    words = span.of(seen.text).split()
    sentence = seen.sentence_at(span.start)
    if sentence is None or seen.is_label(sentence) or not all(word[0].isupper() for word in words):
        return False
    before = seen.text[sentence.start : span.start].rstrip()
    inside = before[-1:].isalnum() or before[-1:] == ","
    return inside and before.rsplit(None, 1)[-1].islower() and not span.of(seen.text).isupper()


def _is_said(seen: Inspection, span: Span) -> bool:
    """Whether its meaning is given here: in quotes, or first on its line before a colon or "means"."""
    if _CLOSED.match(seen.text, span.end):
        return True
    passage = seen.passage_at(span.start)
    first = passage is not None and not any(map(str.isalpha, seen.text[passage.start : span.start]))
    return first and _MEANS.match(seen.text, span.end) is not None


def _is_longer(seen: Inspection, span: Span) -> bool:
    """Whether it is part of a longer name: "Service Level Agreement"; "the Start Date Customer" is not."""
    after = seen.text[span.end : span.end + 40]
    if after[:1] in ("-", "/", "&"):
        return True
    following = after.split(None, 1)[0].strip(".,;:()") if after[:1] == " " and after.strip() else ""
    return following[:1].isupper() and following not in seen.called

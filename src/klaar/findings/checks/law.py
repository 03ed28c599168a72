"""Which law applies: not said, or two laws in one agreement."""

from collections.abc import Iterator

from klaar.findings.checks.whole import is_whole, title_of
from klaar.findings.inspection import Inspection
from klaar.findings.model import Finding
from klaar.findings.rule import Rule, Shape

SHAPE = Shape(lists=("signs", "needs", "laws", "excluded", "covers"), slots=("title", "first", "second"))
"""`laws`: words for a law that applies ("Belgisch recht"); `excluded`: those in whose sentence a law is said
not to apply, or is a law of something else; `signs` and `needs`: words of an agreement as a whole; `covers`:
other words that name a law."""


def check(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """One finding: at the first of two laws, or at the title of an agreement that names none."""
    excluded = {seen.sentence_at(span.start) for span in seen.listed(rule, "excluded")}
    laws = {
        span.of(seen.text).split()[-1 if seen.language == "en" else 0].casefold().rstrip("e"): span
        for span in reversed(seen.listed(rule, "laws"))
        if seen.sentence_at(span.start) not in excluded
    }
    if len(laws) > 1:
        first, *others = sorted(laws.values())
        one, two = first.of(seen.text), others[0].of(seen.text)
        yield seen.found(rule, first.start, first.end, also=others, first=one, second=two)
        return
    known = laws or seen.listed(rule, "covers") or any(fact.kind == "law" for fact in seen.agreement.facts)
    title = title_of(seen)
    if known or not title or not is_whole(seen) or not seen.listed(rule) or not seen.listed(rule, "needs"):
        return
    yield seen.found(rule, title.start, title.end, title=title.of(seen.text))

"""What an agreement should say and does not: where it ends, which law applies, what happens to the data."""

from collections.abc import Iterator

from klaar.findings.checks.whole import is_whole, title_of
from klaar.findings.inspection import Inspection
from klaar.findings.model import Finding
from klaar.findings.rule import Rule, Shape
from klaar.text.span import Span

SHAPE = Shape(
    lists=("signs", "covers"), may=("needs",), may_options=("facts", "title", "bearers"), slots=("title",)
)
"""`signs` are words that make one expect it, `needs` other words of which one must stand in the text too;
it is there where one of `covers` stands in the text.

`facts`: it is also there where one of these facts is. `title`: the finding is at the title, not at the sign.
`bearers`: only signs in promises of these sides.
"""


def check(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """One finding in an agreement that raises the expectation and does not meet it."""
    if not is_whole(seen) or seen.listed(rule, "covers"):
        return
    facts = frozenset(rule.options.get("facts", ()))
    needed = "needs" not in rule.wordings[seen.language].words or seen.listed(rule, "needs")
    if not needed or any(fact.kind in facts for fact in seen.agreement.facts):
        return
    said = [span for span in seen.listed(rule) if _is_said(rule, seen, span)]
    if not said:
        return
    sign = next((span for span in said if _is_right(seen, span)), said[0])
    title = title_of(seen)
    if rule.options.get("title") and title:
        yield seen.found(rule, title.start, title.end, title=title.of(seen.text))
    else:
        yield seen.found(rule, sign.start, sign.end)


def _is_said(rule: Rule, seen: Inspection, span: Span) -> bool:
    """Whether `span` stands in a sentence, of the side that the rule is about."""
    sentence = seen.sentence_at(span.start)
    if sentence is None or seen.is_label(sentence):
        return False
    bearers = rule.options.get("bearers")
    promise = seen.promise_at(span.start, span.end) if bearers else None
    return not bearers or (promise is not None and promise.bearer in bearers)


def _is_right(seen: Inspection, span: Span) -> bool:
    """Whether it stands in what a party may do: the place to ask about leaving is the right to leave."""
    promise = seen.promise_at(span.start, span.end)
    return promise is not None and promise.kind == "permission"

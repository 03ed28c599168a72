"""A duty of the client where it is not looked for: under the supplier's duties, in a definition."""

from collections.abc import Iterator

from klaar.clauses.model import Passage
from klaar.clauses.parties_words import PartyWords, party_words
from klaar.findings.checks.whole import annex_around
from klaar.findings.inspection import Inspection
from klaar.findings.model import Finding
from klaar.findings.rule import Rule, Shape
from klaar.promises.model import Promise
from klaar.text.span import Span
from klaar.text.words import split_words

SHAPE = Shape(lists=("duties", "services", "own"), slots=("definition", "heading", "annex"))
"""`own`: words with which a sentence gives the client a duty of weight. Of headings, as words: `duties`: what
a part is called that lists someone's duties; `services`: an annex that describes what the supplier does."""


def check(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """A finding at the first duty of the client in each such part, with the others beside it."""
    names = party_words(seen.agreement.parties, seen.language)
    weighty = [span.start for span in seen.listed(rule, "own")]
    told: dict[tuple[str, int], list[Promise]] = {}
    for promise in seen.promises:
        if promise.kind != "obligation" or promise.bearer != "client" or promise.reason:
            continue
        passage = seen.passage_at(promise.start)
        place = _place(rule, seen, promise, passage, names)
        if place and (place[0] != "annex" or any(promise.start <= at < promise.end for at in weighty)):
            told.setdefault(place, []).append(promise)
    for (slot, clause), (first, *others) in told.items():
        also = [Span(each.start, each.end) for each in others]
        title = seen.agreement.clauses[clause].title or first.quote
        yield seen.found(rule, first.start, first.end, promise=first, also=also, **{slot: title})


def _place(
    rule: Rule, seen: Inspection, promise: Promise, passage: Passage | None, names: PartyWords
) -> tuple[str, int] | None:
    """Where `promise` is hidden: the kind of place, and the index of its clause; None where it is not."""
    clauses = seen.agreement.clauses
    if passage is None or promise.clause < 0 or passage.kind == "row":
        return None
    if passage.zone == "definition" or clauses[promise.clause].zone == "definition":
        return "definition", promise.clause
    titled = promise.clause
    while titled >= 0 and not clauses[titled].title:
        titled = clauses[titled].parent
    words = rule.wordings[seen.language].words
    if titled >= 0 and _is_of_supplier(clauses[titled].title, words["duties"], names):
        return "heading", titled
    annex = annex_around(clauses, promise.clause)
    if annex >= 0 and _sides(split_words(clauses[titled].title).lows, names) == set():
        lows = split_words(clauses[annex].title).lows
        if any(low in words["services"] for low in lows):
            return "annex", annex
    return None


def _is_of_supplier(title: str, duties: tuple[str, ...], names: PartyWords) -> bool:
    """Whether a heading announces the supplier's duties alone: "Verplichtingen van Leverancier"."""
    lows = split_words(title).lows
    return any(low in duties for low in lows) and _sides(lows, names) == {"it"}


def _sides(lows: list[str], names: PartyWords) -> set[str]:
    entries = (names.at(lows, index, True) for index in range(len(lows)))
    return {entry.side for entry in entries if entry}

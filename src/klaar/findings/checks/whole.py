"""Whether a text is an agreement as a whole, of which one can say that something is missing."""

from collections.abc import Sequence

from klaar.clauses.model import Clause
from klaar.clauses.numbering import read_label
from klaar.clauses.split_titles import is_annex
from klaar.findings.inspection import Inspection
from klaar.text.data import load_words
from klaar.text.span import Span
from klaar.text.words import split_words

_CLAUSES = 3


def is_whole(seen: Inspection) -> bool:
    """Whether both sides are bound to something, in several clauses; a fragment lacks everything."""
    if len(seen.agreement.clauses) < _CLAUSES or is_part(seen):
        return False
    return {"it", "client"} <= {each.bearer for each in seen.promises if each.kind == "obligation"}


def is_part(seen: Inspection) -> bool:
    """Whether its title says that it is part of an agreement or prepares one: "Service Level Agreement"."""
    title = title_of(seen)
    words = load_words(seen.language, "parts")["titles"].split()
    return title is not None and not set(words).isdisjoint(split_words(title.of(seen.text)).lows)


def title_of(seen: Inspection) -> Span | None:
    """The words of the agreement's title: as a fact, else its first heading."""
    agreement = seen.agreement
    for fact in agreement.facts:
        if fact.kind == "title":
            return Span(fact.start, fact.end)
    first = next((each for each in agreement.passages if each.kind == "heading"), None)
    return Span(first.start, first.end) if first else None


def annexes_of(seen: Inspection) -> tuple[int, ...]:
    """The clauses that are annexes, by index, in order."""
    clauses = seen.agreement.clauses
    return tuple(index for index, clause in enumerate(clauses) if _is_annex(clause.number, clause.title))


def annex_around(clauses: Sequence[Clause], clause: int) -> int:
    """The annex that the clause at this index is in or is, -1 for none."""
    while clause >= 0 and not _is_annex(clauses[clause].number, clauses[clause].title):
        clause = clauses[clause].parent
    return clause


def _is_annex(number: str, title: str) -> bool:
    label = read_label(number) if number else None
    return (label is not None and label.family == "annex") or (not number and is_annex(title))

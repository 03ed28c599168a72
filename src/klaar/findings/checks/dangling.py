"""A clause or an annex that is pointed at and is not there: "artikel 33.2" where 33 ends at 33.1."""

import re
from collections.abc import Iterator, Mapping

from klaar.clauses.model import Reference
from klaar.clauses.numbering import read_label
from klaar.findings.checks.phrase import sentences_with
from klaar.findings.checks.whole import annex_around, annexes_of
from klaar.findings.inspection import Inspection
from klaar.findings.model import Finding
from klaar.findings.rule import Rule, Shape
from klaar.text.span import Span

SHAPE = Shape(lists=("own", "other", "apart"), options=("series",), slots=("annex", "missing"))
"""`own`: words behind a number that say it is one of this agreement; `other`: words of another text in the
same sentence; `apart`: other terms, with numbers of their own. `series`: how many clauses must count on
before one can be missing."""

_BEHIND = re.compile(r"\W{0,3}(?:van|of|uit|in|bij)\s", re.IGNORECASE)
_ANNEX_BEFORE = re.compile(r"[A-Z][a-z]+ [A-Z0-9]{1,3}[,:]? ?[-–—,(]? ?$")
_NEAR = 40
_NEXT = 20
"""How far beyond the last number one of the same row can still be meant: "section 508" is another text's."""


def check(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """One finding for each clause or annex that is not there, with the other places that point at it."""
    told: dict[str, list[Span]] = {}
    series = _series(seen)
    for each in seen.agreement.references:
        missing = _missing(rule, seen, each, series) if each.target < 0 else ""
        if missing:
            told.setdefault(missing, []).append(Span(each.start, each.end))
    for name, (first, *others) in told.items():
        words = first.of(seen.text)
        annex, missing = (words, "") if name.startswith("annex ") else ("", words)
        yield seen.found(rule, first.start, first.end, also=others, annex=annex, missing=missing)


def _missing(
    rule: Rule, seen: Inspection, each: Reference, series: Mapping[tuple[int, str], set[int]]
) -> str:
    """What `each` points at and lacks: "annex j", "33.2"; "" where it may stand in another text."""
    words = " ".join(seen.text[each.start : each.end].split())
    label = read_label(words)
    if label is None or not label.word or _is_elsewhere(rule, seen, each):
        return ""
    if label.family == "annex":
        return f"annex {label.path[0]}" if _is_annex_of_series(seen, label.path[0]) else ""
    if len(label.path) > 2 or not all(part.isdecimal() for part in label.path):
        return ""
    return _beyond(rule, seen, each, label.path, series)


def _beyond(
    rule: Rule,
    seen: Inspection,
    each: Reference,
    path: tuple[str, ...],
    series: Mapping[tuple[int, str], set[int]],
) -> str:
    above, last = (path[0], int(path[1])) if len(path) == 2 else ("", int(path[0]))
    least = 1 if above else rule.options["series"]
    for scope in {annex_around(seen.agreement.clauses, each.clause), -1}:
        known = series.get((scope, above), set())
        beyond = len(known) < last <= len(known) + _NEXT and known == set(range(1, len(known) + 1))
        if len(known) >= least and beyond and (above or not _has_others(rule, seen, scope)):
            return f"{scope}:{'.'.join(path)}"
    return ""


def _has_others(rule: Rule, seen: Inspection, scope: int) -> bool:
    """Whether the annex, or the agreement, speaks of general terms that have clauses of their own."""
    spans = seen.listed(rule, "apart")
    return any(annex_around(seen.agreement.clauses, seen.clause_at(span.start)) == scope for span in spans)


def _series(seen: Inspection) -> Mapping[tuple[int, str], set[int]]:
    """The numbers that count on, by the annex they are in and the number above them."""
    series: dict[tuple[int, str], set[int]] = {}
    for index, clause in enumerate(seen.agreement.clauses):
        label = read_label(clause.number) if clause.number else None
        if label and label.family != "annex" and len(label.path) < 3 and all(map(str.isdecimal, label.path)):
            above = label.path[0] if len(label.path) == 2 else ""
            scope = annex_around(seen.agreement.clauses, index)
            series.setdefault((scope, above), set()).add(int(label.path[-1]))
    return series


def _is_annex_of_series(seen: Inspection, name: str) -> bool:
    """Whether other annexes are there, named the same way: letters or figures."""
    labels = [read_label(seen.agreement.clauses[index].number or "") for index in annexes_of(seen)]
    names = {label.path[0] for label in labels if label and label.family == "annex"}
    return name not in names and sum(each.isdecimal() == name.isdecimal() for each in names) >= 2


def _is_elsewhere(rule: Rule, seen: Inspection, each: Reference) -> bool:
    """Whether it points into another text: "artikel 8 van de algemene voorwaarden"."""
    sentence = seen.sentence_at(each.start)
    if sentence is None or sentence in sentences_with(seen, seen.listed(rule, "other")):
        return True
    before = seen.text[max(0, each.start - _NEAR) : each.start]
    if _ANNEX_BEFORE.search(before):
        return True
    behind = _BEHIND.match(seen.text, each.end)
    near = range(each.end, each.end + _NEAR)
    return behind is not None and not any(span.start in near for span in seen.listed(rule, "own"))

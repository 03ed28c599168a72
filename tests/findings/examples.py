"""The examples of a rule: texts with the words to be found between « and », other places between ‹ and ›."""

import re
from typing import NamedTuple

from klaar.clauses.agreement import build_agreement
from klaar.clauses.model import Agreement
from klaar.documents.read import read_document
from klaar.findings.find import find_findings
from klaar.findings.model import Finding
from klaar.findings.rule import Rule
from klaar.promises.find import find_promises

_MARKS = re.compile("[«»‹›]")


class Example(NamedTuple):
    """A text without its marks, the places that must be found, and the other places they are about."""

    text: str
    found: list[tuple[int, int]]
    also: list[tuple[int, int]]


def unmark(marked: str) -> Example:
    """Take the marks out: "zo «snel» mogelijk" is "zo snel mogelijk" with 3:7 to be found."""
    places: dict[str, list[int]] = {mark: [] for mark in "«»‹›"}
    for count, mark in enumerate(_MARKS.finditer(marked)):
        places[mark.group()].append(mark.start() - count)
    found = list(zip(places["«"], places["»"], strict=True))
    return Example(_MARKS.sub("", marked), found, list(zip(places["‹"], places["›"], strict=True)))


def agreement_of(text: str, language: str) -> Agreement:
    """`text` read as Markdown where it has several lines, else as plain text."""
    name = "agreement.md" if "\n" in text else "agreement.txt"
    return build_agreement(read_document(text.encode(), name), language)


def findings_of(rule: Rule, text: str, language: str) -> tuple[Finding, ...]:
    """What `rule` finds in `text`."""
    agreement = agreement_of(text, language)
    return find_findings(agreement, find_promises(agreement), (rule,))

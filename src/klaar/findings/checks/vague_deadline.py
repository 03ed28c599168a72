"""A promise whose time to act is a word that names no time."""

from collections.abc import Iterator

from klaar.findings.inspection import Inspection
from klaar.findings.model import Finding
from klaar.findings.rule import Rule, Shape

SHAPE = Shape(lists=("at_once",), slots=("task",))
"""`at_once`: words that do tell the moment, because they name what it follows ("immediately after")."""


def check(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """A finding at each deadline that says no day and no number of days."""
    told = {span.start for span in seen.listed(rule, "at_once")}
    for promise in seen.promises:
        deadline = promise.deadline
        if deadline and deadline.kind == "vague" and deadline.start not in told:
            task = promise.action.replace(deadline.text, "").strip(" ,;")
            yield seen.found(rule, deadline.start, deadline.end, promise=promise, task=task)

"""A promise whose time to act is a word that names no time."""

from collections.abc import Iterator

from klaar.findings.inspection import Inspection
from klaar.findings.model import Finding
from klaar.findings.rule import Rule, Shape

SHAPE = Shape(lists=("at_once", "never", "often"), may=("signs",), slots=("rhythm",))
"""`signs`: more words that name no time, beside those that a promise is read with;
`at_once`: words that do tell the moment, because they name what it follows ("immediately after");
`never`: words that are no deadline here ("immediately preceding"); `often`: words of a rhythm ("regularly").
"""

_KINDS = ("obligation", "service_level", "warranty")


def check(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """A finding at each deadline that says no day and no number of days."""
    told = {span.start for name in ("at_once", "never") for span in seen.listed(rule, name)}
    often = {span.start for span in seen.listed(rule, "often")}
    for promise in seen.promises:
        deadline = promise.deadline
        if not deadline or deadline.kind != "vague" or promise.kind not in _KINDS:
            continue
        start, end = deadline.start, deadline.end
        if start not in told:
            rhythm = seen.around(start, end, promise) if start in often else ""
            yield seen.found(rule, start, end, promise=promise, rhythm=rhythm)

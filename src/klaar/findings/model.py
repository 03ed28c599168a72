"""What a finding is: a rule met at an exact place."""

from collections.abc import Iterable
from typing import Literal, NamedTuple, get_args

from klaar.text.span import Span

Severity = Literal["high", "middle", "low"]
"""How much it can cost the reader: `high` is money, the date or the way out; `low` is a nuisance."""

SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""From what matters most to what matters least."""


class Finding(NamedTuple):
    """A rule met at a span: `vague-deadline` at "zo spoedig mogelijk".

    `start:end` are the words it is about and `quote` those words; `also` the other places it is about (the
    second of two numbers that conflict, the other uses of a term). `clause` is the index of its clause (-1:
    none), `promise` the id of the promise it is about ("" where it is about none). `values` are words by
    name that fill the question: ("duty", "herstelt storingen").
    """

    rule: str
    start: int
    end: int
    quote: str
    severity: Severity
    clause: int
    promise: str = ""
    also: tuple[Span, ...] = ()
    values: tuple[tuple[str, str], ...] = ()


def rank_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What matters most first; of the same severity in the order of the text."""
    return tuple(sorted(findings, key=lambda each: (SEVERITIES.index(each.severity), each.start, each.rule)))

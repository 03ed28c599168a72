"""The question of a finding, filled with its own words."""

from collections.abc import Sequence
from string import Formatter

from klaar.clauses.model import Clause
from klaar.findings.model import Finding
from klaar.findings.rule import Rule

_LONGEST = 140
"""More characters than this are cut off in a question: whoever asks has the clause beside it."""


def ask(finding: Finding, rule: Rule, clauses: Sequence[Clause], language: str) -> str:
    """What to ask of `finding` in `language`: the most telling form that its words can fill.

    "Binnen welke tijd gebeurt dit: herstelt storingen?"
    """
    filled = {**dict(finding.values), "quote": finding.quote, "clause": cited(clauses, finding.clause)}
    words = {name: shortened(value) for name, value in filled.items() if value.strip()}
    for form in rule.wordings[language].ask:
        if {slot for _, slot, _, _ in Formatter().parse(form) if slot} <= words.keys():
            return form.format(**words)
    return rule.wordings[language].ask[-1].format(quote=shortened(finding.quote))


def shortened(words: str) -> str:
    """`words` on one line without the stop at their end; what is too long for a question ends in "…"."""
    line = " ".join(words.split()).rstrip(".;:,")
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"


def cited(clauses: Sequence[Clause], index: int) -> str:
    """The number of the clause at `index` or of the nearest one around it: "11.2"; "" where there is none."""
    while index >= 0 and not clauses[index].number:
        index = clauses[index].parent
    return clauses[index].number if index >= 0 else ""

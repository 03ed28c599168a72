"""Findings as `klaar.findings/1` and `klaar.agreement/1` write them."""

from typing import Any

from klaar.brief.citing import cite
from klaar.brief.findings.checked import Checked
from klaar.brief.reading import Reading
from klaar.findings.asking import ask
from klaar.findings.find import find_findings
from klaar.findings.load import load_rules
from klaar.findings.model import Finding
from klaar.findings.rule import Rule
from klaar.text.span import Span

SCHEMA = "klaar.findings/1"

Record = dict[str, Any]


def finding_records(reading: Reading) -> list[Record]:
    """All findings on `reading` in the order of the text, with their questions in its own language."""
    rules = {each.id: each for each in load_rules()}
    found = find_findings(reading.agreement, reading.promises)
    return [finding_record(reading, each, rules[each.rule], reading.agreement.language) for each in found]


def finding_record(reading: Reading, finding: Finding, rule: Rule, language: str) -> Record:
    """One finding: where it is, its words, and in `language` what it is called and what to ask."""
    clauses = reading.agreement.clauses
    return {
        "rule": finding.rule,
        "name": rule.wordings[language].name,
        "severity": finding.severity,
        "clause": clauses[finding.clause].id if finding.clause >= 0 else None,
        "number": cite(clauses, finding.clause),
        **_spot(reading, Span(finding.start, finding.end)),
        "quote": finding.quote,
        "promise": finding.promise or None,
        "also": [_spot(reading, span) for span in finding.also],
        "ask": ask(finding, rule, clauses, language),
    }


def checked_record(checked: Checked, language: str) -> Record:
    """What `klaar check` found, as plain dicts and lists; silenced findings with their reasons."""
    reading = checked.reading
    whole = reading.agreement.document
    return {
        "schema": SCHEMA,
        "document": {"name": whole.name, "language": reading.agreement.language, "sha256": whole.sha256},
        "documents": [{"name": each.name, "sha256": each.sha256} for each in reading.documents],
        "language": language,
        "findings": [
            finding_record(reading, each, checked.rule(each), language) for each in checked.findings
        ],
        "silenced": [
            {**finding_record(reading, each, checked.rule(each), language), "reason": silence.reason}
            for each, silence in checked.silenced
        ],
        "unused": [{"rule": each.rule, "reason": each.reason} for each in checked.unused],
    }


def _spot(reading: Reading, span: Span) -> Record:
    place = reading.places.place(span.start, span.end)
    return {"document": place.document, "page": place.page, "start": place.start, "end": place.end}

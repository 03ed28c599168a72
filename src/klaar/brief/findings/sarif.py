"""Findings as SARIF 2.1.0, the form in which code hosts and editors take what a linter found.

Specification: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
"""

from bisect import bisect_right
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any
from urllib.parse import quote

from klaar import __version__
from klaar.brief.citing import cite
from klaar.brief.findings.checked import Checked
from klaar.findings.asking import ask
from klaar.findings.model import Finding
from klaar.findings.rule import Rule
from klaar.findings.silence import Silence
from klaar.text.span import Span

Record = dict[str, Any]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"high": "error", "middle": "warning", "low": "note"}
_TEXTS = ("text", "markdown")
"""Formats whose text is the file itself, so that a line and a column can be named."""


def sarif_record(checked: Checked, language: str) -> Record:
    """One run of `klaar check`, with its rules and its results; silenced findings are suppressed results."""
    lines = [_line_starts(each.text) for each in checked.reading.documents]
    results = [_result(checked, lines, each, language) for each in checked.findings]
    for each, silence in checked.silenced:
        results.append({**_result(checked, lines, each, language), "suppressions": [_suppression(silence)]})
    driver = {
        "name": "Klaar",
        "semanticVersion": __version__,
        "rules": [_rule(each, language) for each in checked.rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [
            {"location": {"uri": quote(each.name)}, "hashes": {"sha-256": each.sha256}}
            for each in checked.reading.documents
        ],
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule, language: str) -> Record:
    said = rule.wordings[language]
    return {
        "id": rule.id,
        "name": "".join(part.capitalize() for part in rule.id.split("-")),
        "shortDescription": {"text": said.name},
        "fullDescription": {"text": said.what},
        "help": {"text": f"{said.why}\n\n{said.better}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(checked: Checked, lines: Sequence[Sequence[int]], finding: Finding, language: str) -> Record:
    rule = checked.rule(finding)
    place = Span(finding.start, finding.end)
    words = " ".join((finding.rule, finding.promise, *finding.quote.split()))
    related = [
        {"id": number, **_location(checked, lines, span)} for number, span in enumerate(finding.also, 1)
    ]
    return {
        "ruleId": finding.rule,
        "ruleIndex": checked.rules.index(rule),
        "level": _LEVELS[finding.severity],
        "message": {"text": ask(finding, rule, checked.reading.agreement.clauses, language)},
        "locations": [{**_location(checked, lines, place), **_clause(checked, finding)}],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {
            "words/v1": blake2b(words.encode(errors="replace"), digest_size=8).hexdigest()
        },
    }


def _clause(checked: Checked, finding: Finding) -> Record:
    number = cite(checked.reading.agreement.clauses, finding.clause)
    return {"logicalLocations": [{"fullyQualifiedName": number}]} if number else {}


def _location(checked: Checked, lines: Sequence[Sequence[int]], span: Span) -> Record:
    place = checked.reading.places.place(span.start, span.end)
    document = checked.reading.documents[place.document]
    words = document.text[place.start : place.end]
    physical: Record = {"artifactLocation": {"uri": quote(document.name), "index": place.document}}
    if document.format in _TEXTS:
        region = _region(lines[place.document], place.start, place.end)
        physical["region"] = {**region, "snippet": {"text": words}}
    page = {} if place.page is None else {"properties": {"page": place.page}}
    return {"physicalLocation": physical, "message": {"text": words}, **page}


def _region(starts: Sequence[int], start: int, end: int) -> Record:
    """Lines and columns count from 1; the end column is the one behind the last character."""
    first, last = bisect_right(starts, start) - 1, bisect_right(starts, end) - 1
    return {
        "startLine": first + 1,
        "startColumn": start - starts[first] + 1,
        "endLine": last + 1,
        "endColumn": end - starts[last] + 1,
        "charOffset": start,
        "charLength": end - start,
    }


def _line_starts(text: str) -> list[int]:
    starts, place = [0], text.find("\n")
    while place >= 0:
        starts.append(place + 1)
        place = text.find("\n", place + 1)
    return starts


def _suppression(silence: Silence) -> Record:
    kind = "inSource" if silence.said == "text" else "external"
    return {"kind": kind, "justification": silence.reason}

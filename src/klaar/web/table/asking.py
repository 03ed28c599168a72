"""The findings as questions, in the language of the page."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from klaar.brief.spoken import Speaker
from klaar.documents.messages import gap_message
from klaar.documents.model import Gap
from klaar.findings.asking import shortened
from klaar.findings.load import load_rules
from klaar.findings.model import SEVERITIES
from klaar.findings.rule import Wording
from klaar.web.store.models import Finding

_UNCLEAR = "side_unclear"


class Ask(NamedTuple):
    """A finding in words: its name, what to ask, and why it matters."""

    finding: Finding
    name: str
    ask: str
    why: str


class Missed(NamedTuple):
    """Something that was not read, or not surely: what, where, and the words that stand there."""

    reason: str
    what: str
    page: int | None
    quote: str


def asks(findings: Iterable[Finding], language: str, own: str) -> list[Ask]:
    """The findings of an agreement in `own` as questions in `language`, what matters most first."""
    ranked = sorted(findings, key=lambda each: (_rank(each), each.position))
    return [_ask(each, language, own) for each in ranked]


def _rank(finding: Finding) -> int:
    return SEVERITIES.index(finding.severity) if finding.severity in SEVERITIES else len(SEVERITIES)


def _ask(finding: Finding, language: str, own: str) -> Ask:
    wording = _wordings(language).get(finding.rule)
    told: str = finding.record.get("ask", "")
    if wording is None:
        return Ask(finding, finding.record.get("name", finding.rule), told, "")
    asked = told if language == own and told else wording.ask[-1].format(quote=shortened(finding.quote))
    return Ask(finding, wording.name, asked, wording.why)


@cache
def _wordings(language: str) -> dict[str, Wording]:
    return {rule.id: rule.wordings[language] for rule in load_rules()}


def missed(told: Iterable[dict[str, object]], language: str) -> list[Missed]:
    """What was not covered, as `klaar.agreement/1` tells it, in words."""
    speaker = Speaker(language)
    return [_missed(each, speaker) for each in told]


def _missed(told: dict[str, object], speaker: Speaker) -> Missed:
    reason, quote = str(told["reason"]), " ".join(str(told["quote"] or "").split())
    page = told["page"] if isinstance(told["page"], int) else None
    detail = str(told["detail"] or "")
    known = speaker.words["missed"].get(reason)
    if reason == _UNCLEAR:
        return Missed(reason, quote, page, "")
    if known is None:
        return Missed(reason, gap_message(Gap(reason, page or 0, detail), speaker.language), page, quote)
    named = speaker.say("language", detail) if reason == "other_language" else ""
    return Missed(reason, known.format(name=quote, language=named), page, quote)

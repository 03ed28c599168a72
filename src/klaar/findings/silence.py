"""Rules that were silenced, each with the reason that someone gave for it.

In the text itself, before the clause it is about or in its paragraph:

    <!-- klaar: allow vague-deadline because the call centre knows the hours -->

or for a whole agreement, by settings: {"rule": "long-sentence", "reason": "old text", "clause": "11.2"}.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any, Literal, NamedTuple

from klaar.clauses.model import Agreement
from klaar.findings.load import load_rules
from klaar.findings.model import Finding
from klaar.text.data import LANGUAGES, load_words
from klaar.text.span import Span
from klaar.text.words import lower

_MARK = "klaar:"


class SilenceError(ValueError):
    """A silence that cannot be kept: `code` is `unknown_rule`, `no_reason`, `no_clause` or `unknown_key`.

    `name` is the rule, the clause or the key it is about, `nearest` the rule that was perhaps meant.
    """

    def __init__(self, code: str, name: str, nearest: str = "") -> None:
        super().__init__(f"{code}: {name}")
        self.code, self.name, self.nearest = code, name, nearest


class Silence(NamedTuple):
    """One rule, silenced: why, and at which `places` (none: everywhere); `said` tells where it was asked."""

    rule: str
    reason: str
    places: tuple[Span, ...] = ()
    said: Literal["text", "settings"] = "settings"


class Heard(NamedTuple):
    """The findings that remain, and those that were silenced, each with its silence."""

    findings: tuple[Finding, ...]
    silenced: tuple[tuple[Finding, Silence], ...]


def hear(findings: Iterable[Finding], silences: Sequence[Silence]) -> Heard:
    """Part `findings` into what is still to be said and what was silenced."""
    kept, silenced = [], []
    for finding in findings:
        silence = next((each for each in silences if _covers(each, finding)), None)
        if silence:
            silenced.append((finding, silence))
        else:
            kept.append(finding)
    return Heard(tuple(kept), tuple(silenced))


def _covers(silence: Silence, finding: Finding) -> bool:
    if silence.rule != finding.rule:
        return False
    return not silence.places or any(each.start <= finding.start < each.end for each in silence.places)


def silences_in(agreement: Agreement) -> tuple[Silence, ...]:
    """What the text itself silences; raises `SilenceError` for an unknown rule or a missing reason."""
    text = agreement.document.text
    if _MARK not in lower(text):
        return ()
    return tuple(
        Silence(*_checked(mark.group("rule"), mark.group("reason") or ""), (_place(agreement, mark),), "text")
        for mark in _comment().finditer(text)
    )


def silences_of(settings: Iterable[Mapping[str, Any]], agreement: Agreement) -> tuple[Silence, ...]:
    """The silences of settings, each {"rule": …, "reason": …} and perhaps "clause"; raises `SilenceError`."""
    return tuple(_of_setting(each, agreement) for each in settings)


def _of_setting(setting: Mapping[str, Any], agreement: Agreement) -> Silence:
    for key in setting:
        if key not in ("rule", "reason", "clause"):
            raise SilenceError("unknown_key", str(key))
    rule, reason = _checked(str(setting.get("rule", "")), str(setting.get("reason", "")))
    number = str(setting.get("clause", ""))
    if not number:
        return Silence(rule, reason)
    named = [each for each in agreement.clauses if each.number.casefold() == number.casefold()]
    if not named:
        raise SilenceError("no_clause", number)
    return Silence(rule, reason, tuple(Span(each.start, each.end) for each in named))


def _checked(rule: str, reason: str) -> tuple[str, str]:
    known = [each.id for each in load_rules()]
    if rule not in known:
        raise SilenceError("unknown_rule", rule, next(iter(get_close_matches(rule, known, 1, 0.0)), ""))
    if not reason.strip():
        raise SilenceError("no_reason", rule)
    return rule, " ".join(reason.split())


def _place(agreement: Agreement, mark: re.Match[str]) -> Span:
    """What a comment is about: the clause of its own paragraph, or of the first one after it."""
    for passage in agreement.passages:
        words = agreement.document.text[passage.start : passage.end]
        if passage.end <= mark.start() or passage.kind == "skip" or _comment().fullmatch(words.strip()):
            continue
        if passage.clause < 0:
            return Span(passage.start, passage.end)
        clause = agreement.clauses[passage.clause]
        return Span(clause.start, clause.end)
    return Span(mark.start(), mark.end())


@cache
def _comment() -> re.Pattern[str]:
    """ "klaar: allow RULE because REASON" in a comment or on its own line, in the words of every language."""
    return re.compile(
        rf"(?:<!--[ \t]*|^[ \t]*)klaar:[ \t]*(?:{_either('allow')})[ \t]+(?P<rule>[\w-]+)"
        rf"(?:,?[ \t]+(?:{_either('because')})\b)?(?P<reason>[^\n]*?)[ \t]*(?:-->|$)",
        re.MULTILINE | re.IGNORECASE,
    )


def _either(key: str) -> str:
    return "|".join(re.escape(load_words(language, "findings")["silence"][key]) for language in LANGUAGES)

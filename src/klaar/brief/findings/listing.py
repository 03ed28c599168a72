"""Findings in a terminal, as a linter shows them: file, page, clause, rule, words, question."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from klaar.brief.citing import cite
from klaar.brief.findings.checked import Checked
from klaar.brief.terminal.runs import Line, Run, Style
from klaar.brief.terminal.wrap import wrap, wrap_parts
from klaar.clauses.model import Clause
from klaar.findings.asking import ask, shortened
from klaar.findings.model import SEVERITIES, Finding, Severity
from klaar.text.data import load_words

_WIDEST = 100
_SHOWN = 5
"""The most other places of a finding that are named."""
_MOST: Mapping[Severity, int] = {"high": 1000, "middle": 10, "low": 4}
"""The most findings of one rule that are shown, unless the rule was asked for by name."""


class Sheet(NamedTuple):
    """What is written, in which language, with which words, and in how many columns."""

    checked: Checked
    language: str
    words: Mapping[str, Any]
    width: int

    def say(self, key: str, **filled: object) -> str:
        """The words under [check] in findings.toml with {…} filled in."""
        said: str = self.words["check"][key]
        return said.format(**filled)

    def line(self, text: str, style: Style = "", indent: str = "", most: int = 0) -> list[Line]:
        """`text` in one style, in no more than `most` lines (0: all)."""
        return wrap([Run(text, style)], self.width, indent, most)

    @property
    def clauses(self) -> Sequence[Clause]:
        """The clauses of the agreement."""
        return self.checked.reading.agreement.clauses


def list_findings(
    checked: Checked, language: str, width: int, *, silenced: bool = False, every: bool = False
) -> Iterator[Line]:
    """The lines for `checked`, what matters most first; with `silenced` also what was silenced and why.

    Of a rule that is met very often the first few are shown, with how many more there are; `every` shows all.
    """
    sheet = Sheet(checked, language, load_words(language, "findings"), min(width, _WIDEST))
    for severity in SEVERITIES:
        yield from _group(sheet, severity, len(checked.findings) if every else _MOST[severity])
    yield from _sum(sheet)
    for finding, silence in checked.silenced if silenced else ():
        place = ", ".join(_places(sheet, finding))
        said = sheet.say("silenced_each", place=place, rule=finding.rule, reason=silence.reason)
        yield from sheet.line(said, "faint", "  ")
    for each in checked.unused:
        yield from sheet.line(sheet.say("unused", rule=each.rule, reason=each.reason), "warn")


def _group(sheet: Sheet, severity: Severity, most: int) -> Iterator[Line]:
    found = [each for each in sheet.checked.findings if each.severity == severity]
    if not found:
        return
    yield (Run(sheet.words["severity"][severity], "strong"),)
    shown: Counter[str] = Counter()
    for each in found:
        shown[each.rule] += 1
        if shown[each.rule] <= most:
            yield from _entry(sheet, each)
    for rule, count in shown.items():
        if count > most:
            yield from sheet.line(sheet.say("of_rule", count=count - most, rule=rule), "faint")
    yield ()


def _entry(sheet: Sheet, finding: Finding) -> Iterator[Line]:
    rule = sheet.checked.rule(finding)
    head = [Run(part, "faint") for part in _places(sheet, finding)]
    name = f"{rule.wordings[sheet.language].name} ({rule.id})"
    yield from wrap_parts([*head, Run(name, "warn")], sheet.width)
    quote, question = shortened(finding.quote), ask(finding, rule, sheet.clauses, sheet.language)
    if quote not in question:
        yield from sheet.line(f"“{quote}”", "", "    ", 2)
    yield from sheet.line(f"? {question}", "", "    ")
    if finding.also:
        yield from sheet.line(_also(sheet, finding), "faint", "    ")


def _also(sheet: Sheet, finding: Finding) -> str:
    """The clauses of the other places; of many the first few and how many more."""
    passages = sheet.checked.reading.agreement.passages
    at = [next((p.clause for p in passages if p.start <= span.start < p.end), -1) for span in finding.also]
    own = cite(sheet.clauses, finding.clause)
    cited = [
        each for each in dict.fromkeys(cite(sheet.clauses, clause) for clause in at) if each not in ("", own)
    ]
    if not cited:
        return sheet.say("here", count=len(at) + 1)
    more = " " + sheet.say("more", count=len(cited) - _SHOWN) if len(cited) > _SHOWN else ""
    return sheet.say("also", places=", ".join(cited[:_SHOWN]) + more)


def _sum(sheet: Sheet) -> Iterator[Line]:
    count = len(sheet.checked.findings)
    key = "none" if not count else "found_one" if count == 1 else "found"
    yield from sheet.line(sheet.say(key, count=count), "strong")
    if sheet.checked.silenced:
        yield from sheet.line(sheet.say("silenced", count=len(sheet.checked.silenced)), "faint")


def _places(sheet: Sheet, finding: Finding) -> Iterator[str]:
    """File, page and clause, each where there is one."""
    reading = sheet.checked.reading
    place = reading.places.place(finding.start, finding.end)
    yield reading.documents[place.document].name
    if place.page is not None:
        yield sheet.say("page", page=place.page)
    number = cite(sheet.clauses, finding.clause)
    if number:
        yield sheet.say("clause", number=shortened(number))

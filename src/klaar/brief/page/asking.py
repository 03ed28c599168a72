"""What to ask before signing: the findings as questions, the worst first."""

from collections.abc import Sequence

from klaar.brief.listing.quoted import plain
from klaar.brief.page.desk import Desk
from klaar.brief.page.model import Columns, Group, Line, More, Said, Section
from klaar.findings.asking import ask
from klaar.findings.model import SEVERITIES, Finding

MOST = 10
"""The most questions on the page."""


def ask_section(desk: Desk) -> Section:
    """ "Vraag dit voordat u tekent": each rule once, with all places where it was met."""
    rules = _by_rule(desk)[:MOST]
    lines = tuple(_rule_line(desk, found, number) for number, found in enumerate(rules, 1))
    rest = len(desk.checked.findings) - len(rules)
    return Section(
        "ask",
        desk.say("title", "ask"),
        question_columns(desk),
        (Group("", lines),) if lines else (),
        desk.say("rule", "ask"),
        (More(desk.counted("more", "ask", rest), "all_ask"),) if rest else (),
        desk.say("empty", "ask"),
    )


def question_columns(desk: Desk) -> Columns:
    """Number, question, place."""
    return desk.columns(("lead", "number"), ("said", "question"), ("at", "at"))


def _by_rule(desk: Desk) -> list[list[Finding]]:
    """The findings of each rule, those in the main text first; the rules from the worst on."""
    found: dict[str, list[Finding]] = {}
    main_first = sorted(desk.checked.findings, key=lambda each: not desk.in_body(each.clause))
    for finding in main_first:
        found.setdefault(finding.rule, []).append(finding)
    return sorted(found.values(), key=lambda each: (SEVERITIES.index(each[0].severity), each[0].start))


def _rule_line(desk: Desk, found: Sequence[Finding], number: int) -> Line:
    line = question_line(desk, found[0], number)
    others = (desk.at(each.start, each.end, each.clause, each.promise) for each in found[1:])
    return line._replace(at=(*line.at, *others))


def question_line(desk: Desk, finding: Finding, number: int) -> Line:
    """One finding as a question with its place."""
    rule = desk.checked.rule(finding)
    language = desk.speaker.language
    question = plain(ask(finding, rule, desk.clauses, language), desk.reading.agreement.document)
    said = Said(question, language)
    at = desk.at(finding.start, finding.end, finding.clause, finding.promise)
    return Line(str(number), said, (at,), why=rule.wordings[language].why)

"""What to ask before signing: the findings as questions, the worst first."""

from collections import Counter
from collections.abc import Iterable, Iterator

from klaar.brief.page.desk import Desk
from klaar.brief.page.model import Columns, Group, Line, More, Said, Section
from klaar.findings.asking import ask
from klaar.findings.model import Finding, rank_findings

MOST = 10
"""The most questions on the page."""
_OF_A_RULE = 2


def ask_section(desk: Desk) -> Section:
    """ "Vraag dit voordat u tekent"."""
    shown = list(chosen_questions(desk))
    lines = tuple(question_line(desk, each, number) for number, each in enumerate(shown, 1))
    rest = len(desk.checked.findings) - len(shown)
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


def chosen_questions(desk: Desk) -> Iterator[Finding]:
    """The questions on the page: the worst first, no more than two of a rule."""
    taken: Counter[str] = Counter()
    for finding in rank_findings(_main_first(desk, desk.checked.findings)):
        taken[finding.rule] += 1
        if (
            taken[finding.rule] <= _OF_A_RULE
            and sum(min(each, _OF_A_RULE) for each in taken.values()) <= MOST
        ):
            yield finding


def _main_first(desk: Desk, findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda each: not desk.in_body(each.clause))


def question_line(desk: Desk, finding: Finding, number: int) -> Line:
    """One finding as a question with its place."""
    rule = desk.checked.rule(finding)
    language = desk.speaker.language
    said = Said(ask(finding, rule, desk.clauses, language), language)
    at = desk.at(finding.start, finding.end, finding.clause, finding.promise)
    return Line(str(number), said, (at,), why=rule.wordings[language].why)

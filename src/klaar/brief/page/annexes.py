"""The annexes: what the page leaves out, whole and in the order of the text."""

from collections.abc import Iterable, Iterator

from klaar.brief.page.asking import question_columns, question_line
from klaar.brief.page.desk import Desk
from klaar.brief.page.line import promise_line
from klaar.brief.page.missing import all_missed, missed_columns
from klaar.brief.page.model import AnnexKey, Group, Line, Section
from klaar.brief.page.worded import all_words, word_columns
from klaar.clauses.model import Side
from klaar.promises.model import Promise


def annex_sections(desk: Desk, about: Section) -> tuple[Section, ...]:
    """All promises of the reader, all of the others, all questions, words and gaps."""
    findings = sorted(desk.checked.findings, key=lambda each: each.start)
    questions = [question_line(desk, each, number) for number, each in enumerate(findings, 1)]
    annexes = (
        _promises(desk, "all_own", (desk.side, "both")),
        _promises(desk, "all_other", (desk.other, "other")),
        Section("all_ask", desk.say("title", "all_ask"), question_columns(desk), _one(questions)),
        Section("all_words", desk.say("title", "all_words"), word_columns(desk), _one(all_words(desk))),
        Section("all_missed", desk.say("title", "all_missed"), missed_columns(desk), _one(all_missed(desk))),
        about,
    )
    return tuple(annex for annex in annexes if annex.groups)


def _one(lines: Iterable[Line]) -> tuple[Group, ...]:
    found = tuple(lines)
    return (Group("", found),) if found else ()


def _promises(desk: Desk, key: AnnexKey, sides: tuple[Side, ...]) -> Section:
    promises = [each for each in desk.reading.promises if each.bearer in sides]
    columns = desk.columns(("lead", "when"), ("said", "said"), ("at", "at"))
    return Section(
        key, desk.say("title", key), columns, tuple(_titled(desk, promises)), desk.say("rule", key)
    )


def _titled(desk: Desk, promises: Iterable[Promise]) -> Iterator[Group]:
    """The promises below the titles of their clauses."""
    title, lines = "", list[Line]()
    for promise in promises:
        own = _title(desk, promise.clause)
        if lines and own != title:
            yield Group(title, tuple(lines))
            lines = []
        title = own
        lines.append(promise_line(desk, promise))
    if lines:
        yield Group(title, tuple(lines))


def _title(desk: Desk, index: int) -> str:
    """The outermost title above a clause, with its number: "6 Verplichtingen van Opdrachtgever"."""
    found = ""
    while index >= 0:
        clause = desk.clauses[index]
        found = f"{clause.number} {clause.title}".strip() if clause.title else found
        index = clause.parent if not clause.title else -1
    return found

"""The brief as Markdown: tables for what has columns, the original words below each line in the annexes."""

import re
from collections.abc import Iterator, Sequence

from klaar.brief.forms.given import Given
from klaar.brief.forms.wording import Wording
from klaar.brief.page.model import Brief, ColumnKey, Line, Section

_MARKS = re.compile(r"([\\`*_\[\]<>|#])")


def write(briefs: Sequence[Brief], given: Given) -> bytes:
    """`briefs` one after the other, in UTF-8."""
    return ("\n".join(line for brief in briefs for line in _brief(brief)) + "\n").encode("utf-8", "replace")


def _brief(brief: Brief) -> Iterator[str]:
    said = Wording(brief)
    yield f"# {escaped(said.title())}\n"
    yield f"{escaped(brief.subtitle)}\n"
    if brief.nothing:
        yield escaped(brief.nothing) + "\n"
    for section in (*brief.sections, *brief.annexes):
        yield from _section(said, section)
    yield "---\n"
    for line in (said.made(), *said.sources()):
        yield escaped(line) + "\n"


def _section(said: Wording, section: Section) -> Iterator[str]:
    yield f"## {escaped(section.title)}\n"
    if not section.groups:
        yield escaped(section.empty) + "\n"
        return
    for group in section.groups:
        if group.title:
            yield f"### {escaped(group.title)}\n"
        yield "| " + " | ".join(escaped(head) for _, head in section.columns) + " |"
        yield "|" + "---|" * len(section.columns)
        for line in group.lines:
            yield "| " + " | ".join(_cell(said, section, line, key) for key, _ in section.columns) + " |"
        yield ""
    if section.more:
        yield " · ".join(escaped(said.more(each)) for each in section.more) + "\n"


def _cell(said: Wording, section: Section, line: Line, key: ColumnKey) -> str:
    if key == "lead":
        return f"**{escaped(line.lead)}**" if line.lead else ""
    if key == "at":
        return escaped(said.where(line))
    if key == "fails":
        return escaped(line.fails.text) if line.fails else ""
    if key == "life":
        return escaped(line.life)
    shown = {column for column, _ in section.columns}
    parts = [escaped(line.said.text)]
    parts += [escaped(line.life)] if line.life and "life" not in shown else []
    parts += [escaped(line.fails.text)] if line.fails and "fails" not in shown else []
    return "<br>".join((*parts, *(f"*{escaped(note)}*" for note in line.notes)))


def escaped(words: str) -> str:
    """`words` on one line, with the signs that Markdown would take for its own made plain."""
    return _MARKS.sub(r"\\\1", " ".join(words.split()))

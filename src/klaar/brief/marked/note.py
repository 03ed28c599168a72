"""What is said beside which words of a file."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from klaar.brief.page.model import AnnexKey, Brief, Line, Section

Tint = Literal["it", "client", "ask"]
"""The ink of a note: that of the side whose duty it is, or that of a question."""


class Note(NamedTuple):
    """A remark at `start:end` (characters of the file's own text, whose words there are `quote`).

    "U moet dit doen: U betaalt binnen 30 dagen." has the `title` "U moet dit doen" and the rest as `text`.
    """

    start: int
    end: int
    quote: str
    title: str
    text: str
    tint: Tint


_NOTED: tuple[AnnexKey, ...] = ("all_own", "all_ask")


def notes_on(briefs: Sequence[Brief], document: int) -> tuple[Note, ...]:
    """The duties of each brief's reader and the questions, at their words in file `document`, in its order.

    The same remark at the same words (a question that both sides may ask) is made once.
    """
    found = dict.fromkeys(note for brief in briefs for note in _of_brief(brief, document))
    return tuple(sorted(found, key=lambda note: (note.start, note.end)))


def _of_brief(brief: Brief, document: int) -> Iterable[Note]:
    for key in _NOTED:
        section = brief.section(key)
        if section is not None:
            tint: Tint = "ask" if key == "all_ask" else brief.side
            yield from (note for line in section.lines() for note in _of_line(line, section, tint, document))


def _of_line(line: Line, section: Section, tint: Tint, document: int) -> Iterable[Note]:
    said = [line.said.text, line.life, line.fails.text if line.fails else "", *line.notes]
    text = "\n".join(part for part in said if part)
    for at in line.at[:1]:
        if at.document == document and at.end > at.start:
            yield Note(at.start, at.end, at.quote, section.title, text, tint)

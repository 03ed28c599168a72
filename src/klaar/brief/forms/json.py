"""The brief for other programs: `klaar.brief/1`."""

import json
from collections.abc import Sequence
from typing import Any

from klaar.brief.forms.given import Given
from klaar.brief.page.model import At, Brief, Line, Said, Section

SCHEMA = "klaar.brief/1"

Record = dict[str, Any]


def write(briefs: Sequence[Brief], given: Given) -> bytes:
    """`briefs` as JSON on one line, in UTF-8; a lone surrogate, which has no UTF-8, as its escape."""
    record = {"schema": SCHEMA, "briefs": [brief_record(each) for each in briefs]}
    try:
        return (json.dumps(record, ensure_ascii=False) + "\n").encode()
    except UnicodeEncodeError:
        return (json.dumps(record) + "\n").encode()


def brief_record(brief: Brief) -> Record:
    """One brief as plain dicts and lists; the lines with their places and original words."""
    return {
        "side": brief.side,
        "language": brief.language,
        "source_language": brief.source_language,
        "today": brief.today or None,
        "title": brief.title,
        "subtitle": brief.subtitle,
        "nothing": brief.nothing or None,
        "documents": [each._asdict() for each in brief.sources],
        "parties": [each._asdict() for each in brief.parties],
        "sums": brief.sums._asdict(),
        "sections": [_section(each) for each in brief.sections],
        "annexes": [_section(each) for each in brief.annexes],
    }


def _section(section: Section) -> Record:
    return {
        "key": section.key,
        "title": section.title,
        "rule": section.rule,
        "groups": [
            {"title": each.title, "lines": [_line(line) for line in each.lines]} for each in section.groups
        ],
        "more": [each._asdict() for each in section.more],
    }


def _line(line: Line) -> Record:
    return {
        "lead": line.lead,
        "text": line.said.text,
        "language": line.said.lang,
        "shown_as": line.said.how,
        "side": line.side,
        "date": line.date or None,
        "life": line.life or None,
        "fails": _fails(line.fails, line.fails_at),
        "notes": list(line.notes),
        "why": line.why or None,
        "at": [_at(each) for each in line.at],
    }


def _fails(said: Said | None, at: At | None) -> Record | None:
    return {"text": said.text, "shown_as": said.how, "at": _at(at) if at else None} if said else None


def _at(at: At) -> Record:
    return {
        "number": at.number,
        "page": at.page,
        "document": at.document,
        "start": at.start,
        "end": at.end,
        "quote": at.quote,
        "promise": at.promise or None,
    }

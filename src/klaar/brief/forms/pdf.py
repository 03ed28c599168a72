"""The brief as a tagged PDF (PDF/UA-1), set by Typst."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from klaar.brief.forms.given import Given
from klaar.brief.forms.printed import printed
from klaar.brief.forms.wording import Wording
from klaar.brief.page.model import Brief, Line, Said, Section

_TEMPLATE = Path(__file__).with_name("typeset") / "brief.typ"


def write(briefs: Sequence[Brief], given: Given) -> bytes:
    """One PDF with each brief and its annexes: titled, tagged, in reading order, quotes in their language."""
    import typst  # noqa: PLC0415

    made = typst.compile(
        _TEMPLATE,
        root=_TEMPLATE.parent,
        font_paths=typst.Fonts(include_system_fonts=False),
        format="pdf",
        sys_inputs={"data": json.dumps(_data(briefs), ensure_ascii=False)},
        pdf_standards=["ua-1"],
        timestamp=int(_moment(briefs[0]).timestamp()),
    )
    assert isinstance(made, bytes)
    return made


def _data(briefs: Sequence[Brief]) -> Mapping[str, Any]:
    first = briefs[0]
    moment = _moment(first)
    return {
        "title": first.title,
        "language": first.language,
        "day": (moment.year, moment.month, moment.day),
        "made": Wording(first).made(),
        "briefs": [_brief(brief) for brief in briefs],
    }


def _moment(brief: Brief) -> datetime:
    return datetime.fromisoformat(brief.today or "2000-01-01").replace(tzinfo=UTC)


def _brief(brief: Brief) -> Mapping[str, Any]:
    wording, page, annexes, drawing = printed(brief)
    return {
        "side": brief.side,
        "title": wording.title(),
        "subtitle": brief.subtitle,
        "nothing": brief.nothing,
        "lanes": wording.say("dates", "lanes"),
        "drawing": drawing,
        "sections": [_section(section, wording) for section in page],
        "annexes": [_section(section, wording) for section in annexes],
    }


def _section(section: Section, wording: Wording) -> Mapping[str, Any]:
    return {
        "key": section.key,
        "title": section.title,
        "rule": section.rule,
        "empty": section.empty,
        "columns": section.columns or [("said", "")],
        "groups": [
            {"title": group.title, "lines": [_line(line, wording) for line in group.lines]}
            for group in section.groups
        ],
        "more": [wording.more(more) for more in section.more],
    }


def _line(line: Line, wording: Wording) -> Mapping[str, Any]:
    return {
        "lead": line.lead,
        "said": _said(line.said),
        "life": line.life,
        "fails": _said(line.fails) if line.fails else None,
        "notes": line.notes,
        "where": wording.where(line),
        "quote": " ".join(line.at[0].quote.split()) if line.at else "",
        "lang": line.at[0].lang if line.at else "",
    }


def _said(said: Said) -> Mapping[str, str]:
    return {"text": said.text, "lang": said.lang, "how": said.how}

"""What stands where in the forms that are printed: two pages first, everything else in the annexes."""

from collections.abc import Sequence
from typing import NamedTuple

from klaar.brief.forms.html.timeline import timeline
from klaar.brief.forms.wording import Wording
from klaar.brief.page.model import Brief, Group, Line, Said, Section

_STYLE = (
    "<style>text{font:13px sans-serif;fill:#222}.axis,.tick,.today{stroke:#888;fill:none}"
    ".today{stroke:#8a4b00;stroke-dasharray:4 3}.it{fill:#1f4e79}.client{fill:#7a3b12}</style>"
)


class Printed(NamedTuple):
    """A brief on paper: the sections of its page, its annexes, and the drawing of its days (SVG, or "")."""

    wording: Wording
    page: tuple[Section, ...]
    annexes: tuple[Section, ...]
    drawing: str


def printed(brief: Brief) -> Printed:
    """The page without the list of days, which is a drawing there and a list in the annexes."""
    wording = Wording(brief)
    dates = brief.section("dates")
    drawn = dates is not None and any(line.date for line in dates.lines())
    kept = tuple(_bare(section, wording, drawn=drawn and section is dates) for section in brief.sections)
    listed = (dates,) if dates is not None and drawn else ()
    rules = tuple(section for section in brief.sections if section.rule)
    annexes = (*listed, *brief.annexes, *((_rules(rules, wording),) if rules else ()))
    return Printed(wording, kept, annexes, _drawing(wording, dates) if dates and drawn else "")


def _bare(section: Section, wording: Wording, *, drawn: bool) -> Section:
    """A section without its rule and the heads of its groups; of the days only that they are drawn."""
    lines = () if drawn else section.lines()
    groups = (Group("", lines),) if lines else ()
    return section._replace(groups=groups, rule="", empty="" if drawn else section.empty)


def _drawing(wording: Wording, dates: Section) -> str:
    drawn = "".join(timeline(wording, dates))
    inner = drawn[drawn.index("<svg") : drawn.rindex("</div>")]
    name = inner.index(">")
    return f'<svg xmlns="http://www.w3.org/2000/svg"{inner[4:name]}>{_STYLE}{inner[name + 1 :]}'


def _rules(sections: Sequence[Section], wording: Wording) -> Section:
    """Why a line stands on the page, section by section."""
    language = wording.brief.language
    lines = tuple(Line(section.title, Said(section.rule, language)) for section in sections)
    title = wording.say("page", "why_here")
    return Section("about", title, (("lead", ""), ("said", "")), (Group("", lines),))

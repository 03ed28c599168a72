"""A section of the page as a table, and an annex as one that is closed until it is wanted."""

from collections.abc import Iterator
from html import escape

from klaar.brief.forms.html.line import row
from klaar.brief.forms.html.timeline import timeline
from klaar.brief.forms.wording import Wording
from klaar.brief.page.model import Section


def section(said: Wording, each: Section) -> Iterator[str]:
    """One section: heading, table, what was left out, and the rule by which its lines were chosen."""
    name = f"{said.brief.side}-{each.key}"
    yield f'<section class="{each.key}" aria-labelledby="{name}">'
    yield f'<h2 id="{name}">{escape(each.title)}</h2>'
    if not each.groups:
        yield f'<p class="empty">{escape(each.empty)}</p>'
    elif each.key == "dates":
        yield from timeline(said, each)
        yield f'<details class="list"><summary>{escape(said.say("dates", "list"))}</summary>'
        yield from _table(said, each)
        yield "</details>"
    else:
        yield from _table(said, each)
    yield from _below(said, each)
    yield "</section>"


def _below(said: Wording, each: Section) -> Iterator[str]:
    if each.more:
        links = (
            f'<a href="#{said.brief.side}-{more.annex}">{escape(said.more(more))}</a>' for more in each.more
        )
        yield f'<p class="more">{" · ".join(links)}</p>'
    if each.rule and each.groups:
        why = escape(said.say("page", "why_here"))
        yield f'<details class="rule"><summary>{why}</summary><p>{escape(each.rule)}</p></details>'


def _table(said: Wording, each: Section) -> Iterator[str]:
    heads = "".join(f'<th scope="col" class="{key}">{escape(head)}</th>' for key, head in each.columns)
    yield f'<table aria-labelledby="{said.brief.side}-{each.key}">'
    yield f"<thead><tr>{heads}</tr></thead>"
    for group in each.groups:
        yield "<tbody>"
        if group.title:
            span = len(each.columns)
            yield f'<tr class="group"><th colspan="{span}" scope="rowgroup">{escape(group.title)}</th></tr>'
        for line in group.lines:
            yield row(said, each, line)
        yield "</tbody>"
    yield "</table>"


def annex(said: Wording, each: Section) -> Iterator[str]:
    """An annex: its heading opens it, on screen and for the printer."""
    name = f"{said.brief.side}-{each.key}"
    yield f'<details class="annex"><summary><h2 id="{name}">{escape(each.title)}</h2></summary>'
    yield from _table(said, each)
    yield "</details>"

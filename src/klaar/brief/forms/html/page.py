"""The whole web page: its head, one article a side, and its foot."""

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from klaar.brief.forms.given import Given
from klaar.brief.forms.html.section import annex, section
from klaar.brief.forms.wording import Wording
from klaar.brief.page.model import Brief

_STYLE = Path(__file__).with_name("page.css")


def write(briefs: Sequence[Brief], given: Given) -> bytes:
    """`briefs` as one HTML file in UTF-8."""
    return "\n".join(_lines(briefs)).encode("utf-8", "replace")


def _lines(briefs: Sequence[Brief]) -> Iterator[str]:
    first = briefs[0]
    said = Wording(first)
    yield f'<!doctype html>\n<html lang="{first.language}">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    title = said.title() if len(briefs) == 1 else first.title
    yield f"<title>{escape(title)} · Klaar</title>"
    yield f"<style>\n{_STYLE.read_text('utf-8')}</style>\n</head>\n<body>"
    yield f'<a class="skip" href="#main">{escape(said.say("page", "skip"))}</a>'
    if len(briefs) > 1:
        links = "".join(f'<a href="#{each.side}">{escape(Wording(each).side())}</a>' for each in briefs)
        yield f'<nav class="sides" aria-label="{escape(first.title)}">{links}</nav>'
    yield '<main id="main">'
    for brief in briefs:
        yield from _article(brief)
    yield "</main>\n<footer>"
    yield f"<p>{escape(said.made())}</p>"
    yield from (f"<p>{escape(each)}</p>" for each in said.sources())
    yield "</footer>\n</body>\n</html>\n"


def _article(brief: Brief) -> Iterator[str]:
    said = Wording(brief)
    own = "" if brief.source_language == brief.language else f' lang="{brief.source_language}"'
    yield f'<article id="{brief.side}" class="{brief.side}">'
    yield f'<header><p class="for">{escape(said.side())}</p>'
    yield f"<h1{own}>{escape(brief.title)}</h1>"
    yield f'<p class="who">{escape(brief.subtitle)}</p></header>'
    if brief.nothing:
        yield f'<p class="nothing">{escape(brief.nothing)}</p></article>'
        return
    yield f'<p class="legend">{escape(said.say("page", "legend"))}</p>'
    for each in brief.sections:
        yield from section(said, each)
    name = escape(f"{said.say('page', 'annexes')}: {said.side()}")
    yield f'<section class="annexes" aria-label="{name}">'
    for each in brief.annexes:
        yield from annex(said, each)
    yield "</section>\n</article>"

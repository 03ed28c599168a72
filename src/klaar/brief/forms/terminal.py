"""The brief for a terminal: as wide as the screen and no wider, in colour where that is wanted."""

from collections.abc import Iterator, Sequence

from klaar.brief.forms.given import Given
from klaar.brief.forms.wording import Wording
from klaar.brief.page.model import Brief, Line, Section
from klaar.brief.terminal.runs import Line as Row
from klaar.brief.terminal.runs import Run, Style, paint
from klaar.brief.terminal.wrap import wrap

_WIDEST = 100
_MOST_DAYS = 12
_STYLES: dict[str, Style] = {"ask": "warn", "change": "warn", "dates": "when"}


def write(briefs: Sequence[Brief], given: Given) -> bytes:
    """The page of each brief without its annexes, in UTF-8."""
    width = min(given.width, _WIDEST)
    rows = (row for brief in briefs for row in _brief(brief, width))
    return "".join(paint(row, given.colour) + "\n" for row in rows).encode("utf-8", "replace")


def _brief(brief: Brief, width: int) -> Iterator[Row]:
    said = Wording(brief)
    own: Style = brief.side
    yield (Run(said.side(), own),)
    yield from wrap([Run(brief.title, "strong")], width)
    yield from wrap([Run(brief.subtitle, "faint")], width)
    yield ()
    if brief.nothing:
        yield from wrap([Run(brief.nothing)], width)
    for section in brief.sections:
        yield from _section(said, section, width)
    yield from wrap([Run(said.made(), "faint")], width)
    yield ()


def _section(said: Wording, section: Section, width: int) -> Iterator[Row]:
    yield (Run(section.title, _style(said.brief, section)),)
    yield (Run("─" * min(width, 60), "faint"),)
    if not section.groups:
        yield from wrap([Run(section.empty)], width, "  ")
    lines = list(section.lines())
    shown = _ahead(said.brief, lines)[:_MOST_DAYS] if section.key == "dates" else lines
    for line in shown:
        yield from _line(said, line, width)
    if len(shown) < len(lines):
        left = len(lines) - len(shown)
        key = "dates_one" if left == 1 else "dates"
        yield from wrap([Run("… " + said.say("more", key, count=left), "faint")], width, "  ")
    for more in section.more:
        yield from wrap([Run("… " + said.more(more), "faint")], width, "  ")
    yield ()


def _style(brief: Brief, section: Section) -> Style:
    if section.key in ("must", "get"):
        own: Style = brief.side
        other: Style = "it" if own == "client" else "client"
        return own if section.key == "must" else other
    return _STYLES.get(section.key, "strong")


def _ahead(brief: Brief, lines: Sequence[Line]) -> list[Line]:
    """The days that are not past; all where every day is."""
    return [line for line in lines if line.date >= brief.today] or list(lines)


def _line(said: Wording, line: Line, width: int) -> Iterator[Row]:
    runs = [Run(line.lead + (". " if line.lead.isdigit() else ": "), "when")] if line.lead else []
    runs.append(Run(line.said.text))
    place = said.where(line)
    if place:
        runs.append(Run(f" ({place})", "faint"))
    first, *rest = wrap(runs, width - 4)
    yield (Run("  "), *first)
    yield from ((Run("    "), *row) for row in rest)
    for words, style in _below(line):
        yield from wrap([Run(words, style)], width, "      ")


def _below(line: Line) -> Iterator[tuple[str, Style]]:
    if line.life:
        yield line.life, "soft"
    if line.fails:
        yield "→ " + line.fails.text, "warn" if line.fails_at is None else "soft"
    for note in line.notes:
        yield "? " + note, "warn"

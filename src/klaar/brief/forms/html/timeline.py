"""The days ahead as a drawing in two lanes: the reader's own above, the other side's below."""

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from klaar.brief.forms.wording import Wording
from klaar.brief.page.model import Line, Section
from klaar.text.data import load_words

_LEFT, _RIGHT, _WIDTH = 60, 960, 1000
_LANES = {"own": 34, "other": 82}
_LONGEST = 730
"""Days on the drawing; what falls later is counted at its right."""
_APART = 46
"""Units between two days that are both written out."""


def timeline(said: Wording, section: Section) -> Iterator[str]:
    """The drawing; every day in it also stands in the list below it."""
    lines = [line for line in section.lines() if line.date]
    days = sorted({date.fromisoformat(line.date) for line in lines})
    today = date.fromisoformat(said.brief.today) if said.brief.today else None
    scale = _Scale([day for day in days if not today or day >= today] or days)
    name = f"{said.brief.side}-lanes"
    yield f'<div class="time" tabindex="0" role="region" aria-labelledby="{name}">'
    yield f'<svg viewBox="0 0 {_WIDTH} 116" role="img" aria-labelledby="{name}">'
    yield f'<title id="{name}">{escape(said.say("dates", "lanes"))}</title>'
    yield '<path class="axis" d="M0 58H1000"/>'
    yield from _months(scale, said.brief.language)
    if today and scale.holds(today):
        yield f'<path class="today" d="M{scale.at(today)} 4V104"/>'
    other = "it" if said.brief.side == "client" else "client"
    yield f'<text x="4" y="38">{escape(said.say("dates", "you"))}</text>'
    yield f'<text x="4" y="86">{escape(said.say("dates", f"other_{other}"))}</text>'
    for lane, sides in (("own", (said.brief.side, "both")), ("other", (other, "both"))):
        side = said.brief.side if lane == "own" else other
        yield from _dots([line for line in lines if line.side in sides], scale, _LANES[lane], side)
    later = sum(day > scale.last for day in days)
    if later:
        yield f'<text x="{_WIDTH - 2}" y="50" text-anchor="end">+{later} →</text>'
    yield "</svg></div>"


class _Scale:
    """From a day to its place between left and right."""

    def __init__(self, days: Sequence[date]) -> None:
        self.first = days[0]
        within = [day for day in days if (day - self.first).days <= _LONGEST]
        self.last = within[-1]
        self._length = max(1, (self.last - self.first).days)

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def at(self, day: date) -> int:
        return _LEFT + round((day - self.first).days / self._length * (_RIGHT - _LEFT))


def _dots(lines: Sequence[Line], scale: _Scale, height: int, side: str) -> Iterator[str]:
    last = -_APART
    for day in sorted({date.fromisoformat(line.date) for line in lines}):
        if not scale.holds(day):
            continue
        x = scale.at(day)
        yield f'<circle class="{side}" cx="{x}" cy="{height}" r="6"/>'
        if x - last >= _APART:
            shown = f"{day.day}-{day.month}"
            yield f'<text class="day" x="{x}" y="{height - 12}" text-anchor="middle">{shown}</text>'
            last = x


def _months(scale: _Scale, language: str) -> Iterator[str]:
    """The first of each month with its name, as many as fit."""
    names: Sequence[str] = load_words(language, "brief")["dates"]["months"]
    count = (scale.last.year - scale.first.year) * 12 + scale.last.month - scale.first.month
    step = max(1, -(-count // 12))
    for number in range(1, count + 1, step):
        year, month = divmod(scale.first.year * 12 + scale.first.month - 1 + number, 12)
        x = scale.at(date(year, month + 1, 1))
        if x <= _RIGHT:
            shown = f"{names[month]} {year}" if month == 0 or number == 1 else names[month]
            yield f'<path class="tick" d="M{x} 54V62"/>'
            yield f'<text x="{x}" y="112" text-anchor="middle">{shown}</text>'

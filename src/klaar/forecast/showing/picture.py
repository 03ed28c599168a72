"""The picture of a forecast: the wished date, the 50, 80 and 90 % dates, and the earlier cases as dots.

Texts and lines take the colour of the text around them (`currentColor`); the two colours keep a contrast of
at least 3:1 with white and with black (WCAG 2.2, 1.4.11), and no meaning hangs on colour alone: the wish is a
dashed line, an unfinished case an open ring.
"""

from html import escape

from klaar.forecast.model import Forecast
from klaar.forecast.showing.axis import Axis, Piles, axis, piles
from klaar.forecast.showing.teller import Teller, dated, odds

WIDTH, _LEFT, _RIGHT = 720, 24, 24
_TOP, _STEP, _BASE = 44, 11, 168
_ROW = 24
_LETTER = 7.9
"""How wide a letter is about, to see whether words fit."""
BLUE, ORANGE = "#3B7DD8", "#C2601C"
_BOLD, _QUIET = ' font-weight="600"', ' fill-opacity=".8"'
STYLE = (
    "<style>svg{color:#1b1b1f;background:#fff}"
    "@media(prefers-color-scheme:dark){svg{color:#f1f1f4;background:#17171b}}</style>"
)


def picture_svg(
    said: Forecast, language: str, name: str = "forecast", alone: bool = False, width: int = WIDTH
) -> str:
    """The forecast as SVG; `name` begins the ids in it, so that a page can hold several.

    With `alone` it brings its own colours for a light and a dark screen, for a file of its own. `width` is in
    its own units, in which letters are 15 high: 350 for the screen of a telephone.
    """
    teller = Teller(language)
    on = axis(said, _LEFT, width - _LEFT - _RIGHT)
    height = _BASE + _ROW * (len(dated(said)) + 1) + 12 + (_ROW if _is_small(on) else 0)
    parts = [
        *_dots(piles(said.dots, on), on, teller, height),
        *_line(said, on, teller),
        *_dates(said, on, teller),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="forecast-picture" viewBox="0 0 {width} {height}" '
        f'role="img" aria-labelledby="{escape(name)}-title {escape(name)}-desc" '
        f'font-family="system-ui, sans-serif" font-size="15" fill="currentColor">'
        f'<title id="{escape(name)}-title">{escape(_title(said, teller))}</title>'
        f'<desc id="{escape(name)}-desc">{escape(_desc(said, teller))}</desc>'
        f"{STYLE if alone else ''}{''.join(parts)}</svg>"
    )


def _title(said: Forecast, teller: Teller) -> str:
    if said.wished is None:
        return teller.say("picture", "title_no_wish")
    return teller.say("picture", "title", date=teller.date(said.wished))


def _desc(said: Forecast, teller: Teller) -> str:
    chance = teller.chance(said.chance, said.wished) if said.wished else ""
    return teller.say("picture", "desc", chance=chance, levels=" ".join(teller.levels(said))).strip()


def _is_small(on: Axis) -> bool:
    return on.width < 500


def _dots(laid: Piles, on: Axis, teller: Teller, height: int) -> list[str]:
    """The earlier cases above the line: finished ones filled, the others as a ring."""
    marks = []
    for pile in laid.piles:
        for step in range(pile.full + pile.open):
            look = f'fill="{BLUE}"' if step < pile.full else f'fill="none" stroke="{BLUE}" stroke-width="1.6"'
            marks.append(f'<circle cx="{pile.place:.1f}" cy="{_BASE - 9 - step * _STEP}" r="4" {look}/>')
    label = teller.say("picture", "dots") + (f" (● = {laid.each})" if laid.each > 1 else "")
    if any(pile.open for pile in laid.piles):
        label += f"; ○ {teller.say('picture', 'open')}"
    if marks or laid.later:
        marks.append(_text(_LEFT, 18, f"● {label}", look=_QUIET))
    if laid.later:
        later = teller.say("picture", "later", n=laid.later)
        foot = height - 8 if _is_small(on) else 18
        marks.append(_text(on.left + on.width, foot, f"{later} →", anchor="end", look=_QUIET))
    return marks


def _line(said: Forecast, on: Axis, teller: Teller) -> list[str]:
    """The line of days, and the wish as a dashed line across it."""
    end = on.left + on.width
    marks = [f'<path d="M{on.left} {_BASE}H{end}" stroke="currentColor" stroke-width="1.5"/>']
    if said.wished:
        at = on.place(said.wished)
        marks.append(
            f'<path d="M{at:.1f} {_TOP + 4}V{_BASE + 6}" '
            f'stroke="{ORANGE}" stroke-width="3" stroke-dasharray="7 4"/>'
        )
        label = teller.say("picture", "wished", date=teller.date(said.wished))
        if said.chance is not None:
            label += f" · {_odds(said.chance)}"
        marks.append(_placed(at, _TOP - 4, label, on, look=_BOLD))
    return marks


def _odds(chance: float) -> str:
    """ "3/10"; at the ends "< 1/20"."""
    if not 0.05 <= chance <= 0.95:
        return "< 1/20" if chance < 0.5 else "> 19/20"
    return "{}/{}".format(*odds(chance))


def _dates(said: Forecast, on: Axis, teller: Teller) -> list[str]:
    """The start and the three dates beneath the line, each in a row of its own with a lead to its day."""
    marks = [
        _text(on.left, _BASE + 20, teller.say("picture", "start", date=teller.date(said.start)), look=_QUIET)
    ]
    for row, (level, day) in enumerate(dated(said), 1):
        at, foot = on.place(day), _BASE + _ROW * row + 14
        marks.append(f'<path d="M{at:.1f} {_BASE}V{foot}" stroke="currentColor" stroke-opacity=".6"/>')
        marks.append(f'<path d="M{at - 6:.1f} {_BASE + 9}l6 -9l6 9z"/>')
        label = teller.say("picture", "level", level=level, date=teller.date(day))
        marks.append(_placed(at, foot + 4, label, on, gap=6, look=_BOLD if level == 80 else ""))
    return marks


def _placed(at: float, y: float, words: str, on: Axis, *, gap: float = 0, look: str = "") -> str:
    """Words beside `at`: behind it on the left half, before it on the right; else as far as they fit."""
    edge, length = on.left + on.width + _RIGHT / 2, len(words) * _LETTER
    if at <= on.left + on.width / 2 and at + gap + length <= edge:
        return _text(at + gap, y, words, look=look)
    if at - gap - length >= 0:
        return _text(at - gap, y, words, anchor="end", look=look)
    return _text(edge, y, words, anchor="end", look=look)


def _text(x: float, y: float, words: str, anchor: str = "start", look: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y}" text-anchor="{anchor}"{look}>{escape(words)}</text>'

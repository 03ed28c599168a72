"""The reliability picture: of what was said to have a chance of 8 in 10, how much came?"""

from html import escape

from klaar.forecast.showing.picture import BLUE, STYLE
from klaar.forecast.showing.teller import Teller

_SIDE, _LEFT, _TOP = 300, 56, 20


def reliability_svg(
    points: tuple[tuple[float, float], ...],
    n: int,
    language: str,
    name: str = "reliability",
    alone: bool = False,
) -> str:
    """The chances that were said against how often the date was met; on the line is as it should be."""
    teller = Teller(language)
    told = "; ".join(
        teller.say("picture", "point", level=f"{level:.0%}", share=f"{share:.0%}") for level, share in points
    )
    desc = teller.say("picture", "reliability_desc", n=n, points=told)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="forecast-reliability" '
        f'viewBox="0 0 {_SIDE + 90} {_SIDE + 72}" width="{_SIDE + 90}" role="img" '
        f'aria-labelledby="{escape(name)}-title {escape(name)}-desc" '
        f'font-family="system-ui, sans-serif" font-size="14" fill="currentColor">'
        f'<title id="{escape(name)}-title">{escape(teller.say("picture", "reliability_title"))}</title>'
        f'<desc id="{escape(name)}-desc">{escape(desc)}</desc>{STYLE if alone else ""}'
        f"{_frame(teller)}{''.join(_point(level, share) for level, share in points)}</svg>"
    )


def _frame(teller: Teller) -> str:
    right, foot = _LEFT + _SIDE, _TOP + _SIDE
    ticks = "".join(
        f'<text x="{_LEFT + _SIDE * part:.0f}" y="{foot + 18}" text-anchor="middle">{part:.0%}</text>'
        f'<text x="{_LEFT - 6}" y="{foot - _SIDE * part + 5:.0f}" text-anchor="end">{part:.0%}</text>'
        for part in (0.0, 0.5, 1.0)
    )
    return (
        f'<path d="M{_LEFT} {_TOP}V{foot}H{right}" fill="none" stroke="currentColor"/>'
        f'<path d="M{_LEFT} {foot}L{right} {_TOP}" stroke="currentColor" stroke-dasharray="5 4"/>'
        f'{ticks}<text x="{right}" y="{foot + 38}" text-anchor="end">'
        f"{escape(teller.say('picture', 'said'))} →</text>"
        f'<text x="{_LEFT + 8}" y="{_TOP + 12}">↑ {escape(teller.say("picture", "came"))}</text>'
    )


def _point(level: float, share: float) -> str:
    x, y = _LEFT + _SIDE * level, _TOP + _SIDE * (1 - share)
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{BLUE}"/>'

"""A track record as a picture: one sign a promise, so that few look like few.

No meaning hangs on colour alone: each way to end has its own shape, and the counts stand beside it. The two
colours keep a contrast of at least 3:1 with white and with black (WCAG 2.2, 1.4.11).
"""

from collections.abc import Sequence
from html import escape
from textwrap import wrap

from klaar.ledger.showing.teller import Teller
from klaar.ledger.track.model import Track

ENDS = ("kept", "late", "broken", "delivered", "disputed", "open")
_BLUE, _ORANGE = "#3B7DD8", "#C2601C"
_SHAPES = {
    "kept": f'<circle r="6" fill="{_BLUE}"/>',
    "late": f'<path d="M-7 6H7L0 -7z" fill="{_ORANGE}"/>',
    "broken": f'<path d="M-6 -6L6 6M-6 6L6 -6" stroke="{_ORANGE}" stroke-width="3.5"/>',
    "delivered": f'<g fill="{_BLUE}" stroke="{_BLUE}"><circle r="5.5" fill="none"/><circle r="2"/></g>',
    "disputed": '<path d="M-6 -3H6M-6 3H6M-4 7L4 -7" stroke="currentColor" stroke-width="2"/>',
    "open": '<circle r="5" fill="none" stroke="currentColor" stroke-width="1.5"/>',
}
_WIDTH, _STEP, _ROW, _LEFT = 720, 18, 22, 12
_MOST = 200
_LETTERS = 80
_STYLE = (
    "<style>svg{color:#1b1b1f;background:#fff}"
    "@media(prefers-color-scheme:dark){svg{color:#f1f1f4;background:#17171b}}</style>"
)


def track_svg(tracks: Sequence[Track], teller: Teller, name: str = "track", alone: bool = False) -> str:
    """The record of each side (those with `kind` "") as SVG; `name` begins the ids in it.

    With more than 200 promises of a side a sign stands for several, and says for how many. With `alone` it
    brings its own colours for a light and a dark screen.
    """
    wholes = [track for track in tracks if not track.kind]
    parts: list[str] = []
    y = 0
    for track in wholes:
        drawn, y = _side(track, y, teller)
        parts += drawn
    used = [end for end in ENDS if any(getattr(track, end) for track in wholes)]
    drawn, y = _legend(used, y, teller)
    title, described = teller.say("track", "title"), " ".join(_said(track, teller) for track in wholes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="track-picture" viewBox="0 0 {_WIDTH} {y + 8}" '
        f'role="img" aria-labelledby="{escape(name)}-title {escape(name)}-desc" '
        f'font-family="system-ui, sans-serif" font-size="15" fill="currentColor">'
        f'<title id="{escape(name)}-title">{escape(title)}</title>'
        f'<desc id="{escape(name)}-desc">{escape(described)}</desc>'
        f"{_STYLE if alone else ''}{''.join([*parts, *drawn])}</svg>\n"
    )


def _said(track: Track, teller: Teller) -> str:
    """ "Supplier: on time 8, late 2, open 3." """
    counts = [f"{teller.say('track', end)} {getattr(track, end)}" for end in ENDS if getattr(track, end)]
    return f"{teller.say('side', track.side).capitalize()}: {', '.join(counts) or 0}."


def _side(track: Track, top: int, teller: Teller) -> tuple[list[str], int]:
    """The signs of one side under its name and counts, and where the next one begins."""
    total = sum(getattr(track, end) for end in ENDS)
    each = -(-total // _MOST) or 1
    signs = [end for end in ENDS for _ in range(-(-getattr(track, end) // each))]
    across = (_WIDTH - 2 * _LEFT) // _STEP
    more = f" ({teller.say('track', 'each', count=each)})" if each > 1 else ""
    parts: list[str] = []
    y = top
    for line in wrap(_said(track, teller) + more, _LETTERS):
        y += _ROW
        parts.append(f'<text x="{_LEFT}" y="{y}" font-weight="600">{escape(line)}</text>')
    for number, end in enumerate(signs):
        place = _LEFT + 8 + number % across * _STEP, y + _ROW * (1 + number // across) - 6
        parts.append(f'<g transform="translate({place[0]} {place[1]})">{_SHAPES[end]}</g>')
    return parts, y + _ROW * -(-len(signs) // across) + 10


def _legend(used: Sequence[str], top: int, teller: Teller) -> tuple[list[str], int]:
    parts = []
    for number, end in enumerate(used):
        x, y = _LEFT + number % 3 * 235, top + _ROW * (1 + number // 3)
        words = escape(teller.say("track", end))
        parts.append(f'<g transform="translate({x + 8} {y - 5})">{_SHAPES[end]}</g>')
        parts.append(f'<text x="{x + 24}" y="{y}" fill-opacity=".8">{words}</text>')
    return parts, top + _ROW * -(-len(used) // 3)

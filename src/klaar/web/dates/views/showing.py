"""A forecast as a page shows it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.utils.translation import get_language, gettext, ngettext

from klaar.forecast.model import Forecast
from klaar.forecast.showing.picture import picture_svg
from klaar.forecast.showing.table import caption, table_rows
from klaar.forecast.showing.teller import Teller, dated, odds
from klaar.web.dates.histories import label_of
from klaar.web.dates.keeping import forecast_of
from klaar.web.dates.models import Shown

NARROW = 350
"""Units of width of the picture for a small screen."""


class Level(NamedTuple):
    """ "80 of 100 are ready by 4 July 2027"; `chance` from 0 to 1."""

    percent: int
    day: date
    chance: float


class Told(NamedTuple):
    """A forecast in words and pictures, in the language of the page.

    `odds` is the figure that stands largest ("3 of 10"; "" where nothing can be told), `line` the sentence with
    it, `lines` what else one must know. `warning` is "" where there is none. `picture` and `small` are SVG.
    """

    shown: Shown
    history: str
    said: Forecast
    odds: str
    line: str
    lines: tuple[str, ...]
    warning: str
    levels: tuple[Level, ...]
    picture: str
    small: str
    caption: str
    rows: Sequence[tuple[str, str, str]]


def language() -> str:
    """The language of the page."""
    return (get_language() or "en")[:2]


def tell(shown: Shown, least: int) -> Told:
    """What a page shows of a forecast; a warning where its chance lies under `least` of 100."""
    said, teller = forecast_of(shown.record), Teller(language())
    levels = tuple(Level(percent, day, percent / 100) for percent, day in dated(said))
    has_picture = bool(said.p50)
    return Told(
        shown,
        label_of(shown),
        said,
        odds_of(said.chance),
        teller.chance(said.chance, said.wished) if said.wished else "",
        tuple(_lines(said, teller)),
        warning_of(said, least),
        levels,
        picture_svg(said, teller.language, "wide") if has_picture else "",
        picture_svg(said, teller.language, "small", width=NARROW) if has_picture else "",
        caption(said, teller),
        table_rows(said, teller) if has_picture else (),
    )


def odds_of(chance: float | None) -> str:
    """ "3 of 10"; "fewer than 1 of 20" at the end; "" for no chance."""
    if chance is None:
        return ""
    if chance < 0.05:
        return gettext("fewer than 1 of 20")
    if chance > 0.95:
        return gettext("more than 19 of 20")
    met, of = odds(chance)
    return gettext("%(met)s of %(of)s") % {"met": met, "of": of}


def warning_of(said: Forecast, least: int) -> str:
    """What both sides should hear before the date is missed; "" where there is nothing to warn for."""
    if said.wished is None or said.chance is None:
        return ""
    left = (said.wished - said.today).days
    if left < 0:
        words = ngettext("This day is %(days)s day past.", "This day is %(days)s days past.", -left)
        return words % {"days": -left}
    if said.chance * 100 >= least:
        return ""
    words = ngettext(
        "The chance of this day is under %(least)s in 100. There is %(days)s day left to do something about it together.",
        "The chance of this day is under %(least)s in 100. There are %(days)s days left to do something about it together.",
        left,
    )
    return words % {"least": least, "days": left}


def _lines(said: Forecast, teller: Teller) -> list[str]:
    """The sentences without those that stand elsewhere on the page."""
    skipped = {teller.chance(said.chance, said.wished)} if said.wished else set()
    skipped |= set(teller.levels(said))
    return [line for line in teller.forecast(said) if line not in skipped]

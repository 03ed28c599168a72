"""The table beneath the picture: the same facts for who cannot see it, or wants to copy them."""

from html import escape

from klaar.forecast.model import Forecast
from klaar.forecast.showing.teller import Teller, dated

Row = tuple[str, str, str]
"""What, the date or number, and its chance ("" where there is none)."""


def table_rows(said: Forecast, teller: Teller) -> list[Row]:
    """The rows in order of date: the start, the wish, the three dates; then the cases and how counted."""
    rows = [(said.start, teller.say("table", "start"), "")]
    if said.wished:
        chance = "" if said.chance is None else teller.speaker.percent(round(said.chance * 100))
        rows.append((said.wished, teller.say("table", "wished"), chance))
    for level, day in dated(said):
        rows.append((day, teller.say("table", "level", level=level), teller.speaker.percent(level)))
    days = [(what, teller.date(day), chance) for day, what, chance in sorted(rows, key=lambda row: row[0])]
    return [
        *days,
        (teller.say("table", "cases"), str(said.n), ""),
        (teller.say("table", "unfinished"), str(said.unfinished), ""),
        (teller.say("table", "basis"), teller.basis(said.basis), ""),
    ]


def caption(said: Forecast, teller: Teller) -> str:
    """ "The chance of 1 March 2027"."""
    if said.wished is None:
        return teller.say("table", "caption_no_wish")
    return teller.say("table", "caption", date=teller.date(said.wished))


def table_html(said: Forecast, language: str) -> str:
    """The table as HTML, with a caption and headings that a screen reader tells."""
    teller = Teller(language)
    head = "".join(
        f'<th scope="col">{escape(teller.say("table", key))}</th>' for key in ("what", "date", "chance")
    )
    rows = (
        f'<tr><th scope="row">{escape(what)}</th><td>{escape(value)}</td><td>{escape(chance)}</td></tr>'
        for what, value, chance in table_rows(said, teller)
    )
    return (
        f'<table class="forecast-table"><caption>{escape(caption(said, teller))}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )

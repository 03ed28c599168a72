"""The picture with its table beneath, for a page or a brief."""

from klaar.forecast.model import Forecast
from klaar.forecast.showing.picture import picture_svg
from klaar.forecast.showing.table import table_html
from klaar.forecast.showing.teller import Teller


def figure_html(said: Forecast, language: str, name: str = "forecast") -> str:
    """A `<figure>` with the picture and the table; only the table where no date can be told."""
    picture = picture_svg(said, language, name) if said.p50 else ""
    return f'<figure class="forecast">{picture}{table_html(said, language)}</figure>'


def headline(said: Forecast, language: str) -> str:
    """The one line for a brief: "The date 1 March 2027 is met in 3 of 10 such cases."; "" without a wish."""
    return Teller(language).chance(said.chance, said.wished) if said.wished else ""

"""Public holidays of a country, or of a part of it that has others."""

from datetime import date

from klaar.ledger.calendar import closed_days
from klaar.ledger.errors import LedgerError


def days_off(place: str, first: int, last: int) -> frozenset[date]:
    """The public holidays of "NL", "BE", "GB-ENG" (ISO 3166) in the years `first` to `last`.

    Good Friday is one in the Netherlands, Easter Monday in England and not in Scotland. Raises
    `LedgerError("unknown_country")` for a code that is none.
    """
    country, _, part = place.upper().partition("-")
    if not part:
        return closed_days(country, first, last)
    import holidays  # noqa: PLC0415

    try:
        return frozenset(holidays.country_holidays(country, part, years=range(first, last + 1)))
    except NotImplementedError:
        raise LedgerError("unknown_country", country=place) from None

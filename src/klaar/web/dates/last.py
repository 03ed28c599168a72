"""What was told of each promise last, for the cards of the table."""

from collections.abc import Sequence
from uuid import UUID

from klaar.forecast.showing.teller import Teller
from klaar.web.dates.keeping import forecast_of
from klaar.web.dates.models import Shown
from klaar.web.store.models import Promise


def last_told(agreement: UUID, promises: Sequence[Promise], language: str) -> dict[str, str]:
    """By the key of a promise the sentence of its newest forecast: only what someone was shown already.

    "The date 1 March 2027 is met in 2 of 10 such cases. 80 of 100 are ready by 26 May 2027."
    """
    dated = {each.key: each for each in promises if each.due}
    if not dated:
        return {}
    rows = Shown.objects.filter(agreement=agreement, key__in=dated, is_asked=False, wished__isnull=False)
    newest = {row.key: row for row in rows.order_by("today", "pk").defer("seat")}
    teller = Teller(language)
    return {key: _sentence(row, teller) for key, row in newest.items() if row.chance is not None}


def _sentence(row: Shown, teller: Teller) -> str:
    said = forecast_of(row.record)
    assert said.wished is not None
    chance = teller.chance(said.chance, said.wished)
    if said.p80 is None:
        return chance
    return f"{chance} {teller.say('chance', 'level', level=80, date=teller.date(said.p80))}."

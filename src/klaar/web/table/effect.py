"""What a measure means for who notices it: 99,5 % per month is at most 3 hours and 39 minutes of nothing."""

from django.utils.translation import gettext

from klaar.brief.spoken import Speaker
from klaar.web.store.models import Promise

_HOURS = {"P1D": 24.0, "P1W": 168.0, "P1M": 730.5, "P3M": 2_191.5, "P6M": 4_383.0, "P1Y": 8_766.0}
"""Hours in a period, a year being 365.25 days."""


def effect_of(promise: Promise, speaker: Speaker) -> str:
    """The effect of an availability in time lost; "" for other measures.

    Counted day and night, for the agreement may count fewer hours: the words say so.
    """
    told = promise.measure
    if not told or told["metric"] != "availability" or told["unit"] != "%" or told["op"] not in (">=", ">"):
        return ""
    hours = _HOURS.get(told["per"] or "")
    if hours is None or not isinstance(told["value"], int | float) or not 0 < told["value"] < 100:
        return ""
    lost = round(hours * 60 * (100 - told["value"]) / 100)
    if not lost:
        return ""
    words = {"time": speaker.duration(_iso(lost)), "per": speaker.per(told["per"])}
    return gettext("out of use for at most %(time)s %(per)s, counted day and night") % words


def _iso(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest else "")

"""What an agreed level means in life: 99.5 % a month is at most 3 h 39 min down."""

from decimal import ROUND_DOWN, Decimal
from typing import Any

from klaar.plain.say.words import load_say
from klaar.promises.model import Measure
from klaar.text.times import Duration
from klaar.text.times.iso import parse_duration

DAYS_A_YEAR = Decimal("365.25")
DAYS_A_MONTH = DAYS_A_YEAR / 12
"""30.4375: a month of average length, leap years counted."""

_MINUTES_A_DAY = 24 * 60
_TIMES = ("response_time", "resolution_time", "recovery_time", "recovery_point")


def level_in_life(measure: Measure, language: str, weekly_hours: Decimal | None = None) -> str:
    """Say what `measure` comes down to; "" where it says enough by itself.

    Availability of 99.5 % per P1M: "at most 3 hours and 39 minutes a month out of use (0.5 % of a month of
    30.4375 days, day and night)". With the `weekly_hours` of service that the agreement gives (60) only those
    count. A response is no solution, and is said so. Minutes are rounded down: more would be too much.
    """
    if measure.metric == "availability" and measure.unit == "%" and isinstance(measure.value, (int, float)):
        return _availability(Decimal(str(measure.value)), measure.per, language, weekly_hours)
    if measure.metric in _TIMES and isinstance(measure.value, str):
        said = said_duration(parse_duration(measure.value), language)
        return str(_texts(language)[measure.metric]).format(time=said)
    return ""


def minutes_down(percent: Decimal, per: str, weekly_hours: Decimal | None = None) -> int:
    """The whole minutes in period `per` ("P1M") that a service of `percent` availability may be out of use.

    (100 - percent) % of the period, or of the hours of service in it; 99.5 and P1M give 219. Raises
    ValueError for a period that is no ISO 8601 duration.
    """
    days = _days(parse_duration(per))
    minutes = days * _MINUTES_A_DAY if weekly_hours is None else days / 7 * weekly_hours * 60
    return int(((100 - percent) / 100 * minutes).to_integral_value(ROUND_DOWN))


def said_duration(duration: Duration, language: str) -> str:
    """A duration in words: PT1H30M is "1 hour and 30 minutes"."""
    return _said([(int(n), unit) for n, unit in zip(duration, _UNITS, strict=True) if n], language)


_UNITS = ("year", "month", "week", "day", "hour", "minute", "second")


def _availability(percent: Decimal, per: str | None, language: str, weekly_hours: Decimal | None) -> str:
    texts = _texts(language)
    lost = _number(100 - percent, language)
    if per is None:
        return str(texts["no_period"]).format(lost=lost)
    minutes = minutes_down(percent, per, weekly_hours)
    hours, rest = divmod(minutes, 60)
    time = _said([(n, unit) for n, unit in ((hours, "hour"), (rest, "minute")) if n], language)
    period = texts["periods"].get(per)
    if period is None:
        return str(texts["no_period"]).format(lost=lost)
    basis = texts["round_the_clock" if weekly_hours is None else "service_hours"]
    hours_said = "" if weekly_hours is None else _number(weekly_hours, language)
    days = _number(_days(parse_duration(per)), language)
    return str(texts["down"]).format(
        time=time or texts["nothing"],
        period=period,
        lost=lost,
        days=days,
        basis=basis.format(hours=hours_said),
    )


def _days(period: Duration) -> Decimal:
    years, months, weeks, days, hours, minutes, seconds = (Decimal(str(n)) for n in period)
    whole = years * DAYS_A_YEAR + months * DAYS_A_MONTH + weeks * 7 + days
    return whole + (hours * 3600 + minutes * 60 + seconds) / 86400


def _said(parts: list[tuple[int, str]], language: str) -> str:
    texts = _texts(language)
    said = [f"{count} {texts['units'][unit][count != 1]}" for count, unit in parts]
    return f" {texts['and']} ".join(said)


def _number(number: Decimal, language: str) -> str:
    text = format(number.normalize(), "f")
    return text.replace(".", ",") if language == "nl" else text


def _texts(language: str) -> dict[str, Any]:
    texts: dict[str, Any] = load_say(language).raw["levels"]
    return texts

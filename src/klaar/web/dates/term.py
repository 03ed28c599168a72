"""The day that a term leads to: "binnen zes weken na ondertekening"."""

from datetime import date

from klaar.text.times import add, parse_duration
from klaar.web.store.models import Promise


def day_of(promise: Promise, start: date) -> date | None:
    """The day that the promise's term ends when it counts from `start`; None where it has no term in days."""
    told = promise.deadline
    if not told or told["kind"] != "within" or not told["value"]:
        return None
    try:
        length = parse_duration(told["value"])
    except ValueError:
        return None
    if length.hours or length.minutes or length.seconds:
        return None
    day = add(start, length, business=bool(told.get("business")), holidays=frozenset())
    return day if day > start else None

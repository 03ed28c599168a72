"""The times of a text as records for JSON."""

from collections.abc import Iterable
from typing import TypedDict

from klaar.text.times.model import Time


class TimeRecord(TypedDict):
    """A time as `klaar times --as json` prints it: "30 dagen" at 7:15 as duration P30D."""

    start: int
    end: int
    quote: str
    type: str
    value: str | int | float
    unit: str | None
    business: bool
    certain: bool


def times_as_json(times: Iterable[Time], text: str) -> list[TimeRecord]:
    """Records of `times` with their words; `text[start:end] == quote`, `unit` is null where there is none."""
    return [
        TimeRecord(
            start=t.start,
            end=t.end,
            quote=text[t.start : t.end],
            type=t.type,
            value=t.value,
            unit=t.unit or None,
            business=t.business,
            certain=t.certain,
        )
        for t in times
    ]

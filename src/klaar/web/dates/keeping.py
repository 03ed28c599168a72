"""A forecast as it was shown, as plain data and back."""

from datetime import date
from typing import Any

from klaar.forecast.model import Dot, Forecast
from klaar.web.dates.histories import note_of

Record = dict[str, Any]
_DAYS = ("start", "wished", "today", "p50", "p80", "p90")


def record_of(said: Forecast) -> Record:
    """Everything of a forecast, days as ISO 8601."""
    days = {key: _iso(getattr(said, key)) for key in _DAYS}
    dots = [[dot.day.isoformat()[:10], dot.finished] for dot in said.dots]
    notes = [{"code": note.code, "fields": dict(note.fields)} for note in said.notes]
    return {**said._asdict(), **days, "curve": list(said.curve), "dots": dots, "notes": notes}


def forecast_of(record: Record) -> Forecast:
    """The forecast as it was shown then."""
    known = {key: record[key] for key in Forecast._fields}
    days = {key: _day(record[key]) for key in _DAYS}
    dots = tuple(Dot(date.fromisoformat(day), finished) for day, finished in record["dots"])
    notes = tuple(map(note_of, record["notes"]))
    return Forecast(**{**known, **days, "curve": tuple(record["curve"]), "dots": dots, "notes": notes})


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()[:10]


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)

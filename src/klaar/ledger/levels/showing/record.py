"""Measured levels as `klaar.levels/1` for other programs. Times are in seconds, shares exact and rounded."""

from collections.abc import Iterable
from datetime import datetime
from fractions import Fraction
from typing import Any

from klaar.ledger.levels.measured import Measured, MeasuredTimes
from klaar.ledger.levels.model import Interval, Level, Note, Outage, Stretch, seconds
from klaar.ledger.levels.showing.lines import Beside

SCHEMA = "klaar.levels/1"


def levels_record(pairs: Iterable[tuple[Measured | MeasuredTimes, Beside]], source: str) -> dict[str, Any]:
    """Every period with what was expected, agreed and got; `source` is the kind of file."""
    return {"schema": SCHEMA, "source": source, "periods": [period_record(one, near) for one, near in pairs]}


def period_record(measured: Measured | MeasuredTimes, beside: Beside) -> dict[str, Any]:
    """One period by the names of its fields."""
    parts = _availability(measured) if isinstance(measured, Measured) else _times(measured)
    period = measured.period
    return {
        "period": {"name": period.name, "start": _moment(period.start), "end": _moment(period.end)},
        "expected": beside.expected or None,
        "agreed": _level(measured.level),
        "got": {"worst": _share(measured.worst), "best": _share(measured.best)},
        "outcome": measured.outcome,
        **parts,
        "feelings": [
            {"said": _moment(each.said), "who": each.who, "side": each.side, "words": each.words}
            for each in beside.feelings
        ],
        "notes": [_note(note) for note in (*measured.notes, *beside.notes)],
    }


def _availability(measured: Measured) -> dict[str, Any]:
    lengths = ("service", "maintenance", "excluded", "counted", "up", "down", "unknown", "whole")
    return {
        "hours": {key: _number(seconds(getattr(measured, key))) for key in lengths},
        "allowance": {
            "seconds": _number(measured.allowance),
            "left_worst": _number(measured.left_worst),
            "left_best": _number(measured.left_best),
        },
        "interruptions": [
            {**_stretch(each), "counted": _number(seconds(each.counted)), "note": each.note}
            for each in measured.outages
        ],
        "taken_off": [
            {**_stretch(each), "state": each.state, "note": each.note} for each in measured.taken_off
        ],
        "gaps": [_stretch(each) for each in measured.gaps],
    }


def _times(measured: MeasuredTimes) -> dict[str, Any]:
    return {
        "tickets": {
            "counted": measured.counted,
            "within": measured.within,
            "late": measured.late,
            "unsure": measured.unsure,
        },
        "allowance": {
            "tickets": measured.allowance,
            "left_worst": measured.left_worst,
            "left_best": measured.left_best,
        },
        "times": [{"id": name, "seconds": _number(seconds(took))} for name, took in measured.times],
        "late": [{"id": name, "seconds": _number(seconds(took))} for name, took in measured.lates],
    }


def _level(level: Level) -> dict[str, Any]:
    within = _number(seconds(level.within)) if level.within is not None else None
    return {"metric": level.metric, "least": _share(level.least), "within": within, "words": level.words}


def _share(share: Fraction | None) -> dict[str, Any] | None:
    """The exact share as a fraction in words, and in percent for those who need a number."""
    return None if share is None else {"exact": str(share), "percent": float(share * 100)}


def _number(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else float(value)


def _moment(moment: datetime) -> str:
    return moment.isoformat()


def _stretch(stretch: Stretch | Outage | Interval) -> dict[str, str]:
    return {"start": _moment(stretch.start), "end": _moment(stretch.end)}


def _note(note: Note) -> dict[str, Any]:
    return {"code": note.code, **dict(note.fields)}

"""A file of measurements, of whichever kind it is."""

import json
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from klaar.ledger.levels.errors import LevelError
from klaar.ledger.levels.imports.checks import checks_as_intervals, read_checks
from klaar.ledger.levels.imports.intervals import read_intervals
from klaar.ledger.levels.imports.moments import Clock, clock_of
from klaar.ledger.levels.imports.prometheus import is_prometheus, read_prometheus
from klaar.ledger.levels.imports.sheet import Row, Sheet, read_csv, read_objects, text_of
from klaar.ledger.levels.imports.tickets import MOMENTS, read_tickets
from klaar.ledger.levels.model import Interval, Note, Ticket

Source = Literal["intervals", "checks", "tickets", "prometheus"]


class Measurements(NamedTuple):
    """What a file holds: intervals, or tickets; `notes` say what was done with what was unclear in it."""

    source: Source
    intervals: tuple[Interval, ...] = ()
    tickets: tuple[Ticket, ...] = ()
    notes: tuple[Note, ...] = ()


class Reading(NamedTuple):
    """How to read a file: on which clocks, "day" or "month" first, how often checks come, which series.

    `until` ends what has no end. `kind` keeps only the tickets of that kind or priority.
    """

    zone: str = "Europe/Amsterdam"
    order: str = ""
    every: timedelta | None = None
    until: datetime | None = None
    series: str = ""
    kind: str = ""


def read_measurements(data: bytes, how: Reading) -> Measurements:
    """The measurements in a file: CSV, JSON, or the answer of Prometheus to a range query.

    Raises `LevelError` for what cannot be read, with its row; `LedgerError("unknown_zone")`.
    """
    text = text_of(data)
    if text.lstrip()[:1] not in ("{", "["):
        return _of_sheet(read_csv(text), how)
    try:
        read = json.loads(text, parse_float=str)
    except ValueError as error:
        raise LevelError("not_json", detail=str(error)) from None
    if is_prometheus(read):
        intervals, notes = checks_as_intervals(read_prometheus(read, how.series), how.every)
        return Measurements("prometheus", intervals, notes=(*notes, *_odd(intervals)))
    return _of_sheet(read_objects(read), how)


def _of_sheet(sheet: Sheet, how: Reading) -> Measurements:
    if not sheet.rows:
        raise LevelError("empty")
    if "opened" in sheet.columns:
        tickets, notes = read_tickets(sheet, _clock(sheet, MOMENTS, how))
        return Measurements("tickets", tickets=_of_kind(tickets, how.kind), notes=tuple(notes))
    if {"start", "end"} <= sheet.columns:
        intervals, notes = read_intervals(sheet, _clock(sheet, ("start", "end"), how), how.until)
        return Measurements("intervals", intervals, notes=tuple(notes))
    if {"time", "state"} <= sheet.columns or {"start", "state"} <= sheet.columns:
        if "time" not in sheet.columns:
            sheet = _as_checks(sheet)
        intervals, notes = read_checks(sheet, _clock(sheet, ("time",), how), how.every)
        return Measurements("checks", intervals, notes=tuple(notes))
    raise LevelError("which_kind", names=", ".join(filter(None, sheet.heading)))


def _as_checks(sheet: Sheet) -> Sheet:
    """Moments under a heading that elsewhere names a start: they have no end, so they are checks."""
    rows = tuple(Row(row.number, {**row.cells, "time": row.get("start")}) for row in sheet.rows)
    return sheet._replace(rows=rows)


def _clock(sheet: Sheet, columns: tuple[str, ...], how: Reading) -> Clock:
    cells = {row.number: [row.get(column) for column in columns] for row in sheet.rows}
    return clock_of(cells, how.zone, how.order)


def _of_kind(tickets: tuple[Ticket, ...], kind: str) -> tuple[Ticket, ...]:
    if not kind:
        return tickets
    found = tuple(ticket for ticket in tickets if ticket.kind.casefold() == kind.casefold())
    if not found:
        kinds = ", ".join(sorted({ticket.kind for ticket in tickets if ticket.kind})) or "-"
        raise LevelError("no_such_kind", kind=kind, kinds=kinds)
    return found


def _odd(intervals: tuple[Interval, ...]) -> list[Note]:
    count = sum(each.state == "unknown" for each in intervals)
    return [Note("odd_values", (("count", count),))] if count else []

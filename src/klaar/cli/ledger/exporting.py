"""`klaar ledger export`: the events, the states, the history for a forecast, and the calendar of a side."""

import csv
import io
from argparse import Namespace
from collections.abc import Iterable
from datetime import date, timedelta

from klaar.clauses.model import Side
from klaar.cli.around import Around
from klaar.cli.ledger.showing import Standing, begun_on, found
from klaar.cli.output import json_bytes, write_bytes
from klaar.cli.words import Words
from klaar.ledger.cases import cases
from klaar.ledger.feed.upcoming import upcoming
from klaar.ledger.feed.write import write_feed
from klaar.ledger.model import Event, State
from klaar.ledger.record import event_line
from klaar.ledger.showing.record import ledger_record
from klaar.ledger.showing.teller import Teller


def export(asked: Namespace, words: Words, around: Around) -> int:
    """The events as they are kept, the states, or the history that `klaar forecast` reads."""
    now, shown, late = found(asked)
    if asked.form == "json":
        return write_bytes(
            json_bytes(ledger_record(shown, now.duties, late, asked.day)), around, asked.output
        )
    if asked.form == "jsonl":
        events = [event for event in now.events if event.promise.startswith(asked.promise)]
        return write_bytes(_lines(event_line(event) for event in events), around, asked.output)
    if asked.form == "ics":
        return write_bytes(_feed(now, shown, asked, words), around, asked.output)
    rows = _cases(now, asked) if asked.form == "cases" else _events(now)
    return write_bytes(_table(rows), around, asked.output)


def _feed(now: Standing, shown: tuple[State, ...], asked: Namespace, words: Words) -> bytes:
    """The calendar of --for, with the turns of the year to come."""
    later = upcoming(
        now.duties.values(), now.events, asked.day, asked.day + timedelta(days=365), now.calendar
    )
    name = now.settings.agreement or now.folder.name
    side: Side = "client" if asked.own == "client" else "it"
    states = [*shown, *(state for state in later if state.promise.startswith(asked.promise))]
    return write_feed(
        states, now.duties, now.events, side, Teller(words.language, now.calendar), ledger=name, title=name
    )


def _lines(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def _events(now: Standing) -> list[list[str]]:
    head = ["id", "promise", "occurrence", "kind", "who", "side", "happened", "written", "data"]
    return [head, *(_row(event) for event in now.events)]


def _row(event: Event) -> list[str]:
    data = "; ".join(f"{key}={value}" for key, value in event.data)
    moments = [event.happened.isoformat(), event.written.isoformat()]
    return [event.id, event.promise, event.occurrence, event.kind, event.who, event.side, *moments, data]


def _cases(now: Standing, asked: Namespace) -> list[list[str]]:
    """One row for each date that was promised, under the names of columns that `klaar forecast` knows."""
    found = cases(now.states, begun_on(now, asked.day), asked.day, now.calendar)
    rows = [[*map(_cell, (case.start, case.promised, case.done)), case.group, case.kind] for case in found]
    return [["start", "promised", "actual", "group", "kind"], *rows]


def _cell(day: date | None) -> str:
    return day.isoformat() if day else ""


def _table(rows: list[list[str]]) -> bytes:
    """CSV (RFC 4180); what a spreadsheet would take for a formula gets an apostrophe before it."""
    out = io.StringIO()
    csv.writer(out).writerows(
        [[f"'{cell}" if cell[:1] in "=+-@" and cell else cell for cell in row] for row in rows]
    )
    return out.getvalue().encode("utf-8")

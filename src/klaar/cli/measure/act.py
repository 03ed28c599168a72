"""What `klaar measure` does: read, measure, keep what a user said, show."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from klaar.cli.around import Around
from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.inputs import read_bytes
from klaar.cli.ledger.errors import told as ledger_told
from klaar.cli.measure.felt import feelings_of, keep_feeling
from klaar.cli.measure.levels import level_asked
from klaar.cli.measure.periods import periods_asked
from klaar.cli.measure.shown import write_levels
from klaar.cli.words import Words
from klaar.ledger.calendar import zone_of
from klaar.ledger.levels import (
    Hours,
    Level,
    LevelError,
    Measured,
    MeasuredTimes,
    Note,
    Period,
    days_off,
    measure_all,
    measure_tickets,
    read_hours,
)
from klaar.ledger.levels.imports.read import Measurements, Reading, read_measurements
from klaar.ledger.levels.service import moment
from klaar.ledger.levels.showing.lines import Beside
from klaar.ledger.levels.showing.teller import error_message
from klaar.text.times import parse_duration

_ALWAYS = "24x7"
MOST = 500_000_000
"""Bytes of a file: a check every second for some years."""


def measure_file(asked: Namespace, words: Words, around: Around) -> int:
    """Read the file, measure each period, and write it."""
    data = read_bytes(asked.file, around, MOST)
    with ledger_told(words):
        try:
            return _measured(data, asked, words, around)
        except LevelError as error:
            message = error_message(error, words.language)
            code = Exit.NOT_READ if error.code in _IN_FILE else Exit.MISUSE
            raise CommandError(code, "measure", message=message, name=asked.file) from None


_IN_FILE = frozenset(
    (
        *("not_text", "not_csv", "not_json", "not_records", "empty", "which_kind", "no_moment"),
        *("end_before_start", "no_state", "no_opened", "ticket_twice", "clock_never", "clock_twice"),
        *("mixed_orders", "prometheus_error", "not_a_range"),
    )
)
"""What is wrong with the file rather than with the call."""


def _measured(data: bytes, asked: Namespace, words: Words, around: Around) -> int:
    level = level_asked(asked, words, around)
    until = _until(asked)
    found = read_measurements(data, _reading(asked, until))
    _fitting(level, found)
    measured = _all(level, found, until, asked)
    if asked.felt:
        keep_feeling(asked, measured[-1], words)
    notes = (*found.notes, *_hours_notes(asked))
    pairs = [
        (each, Beside(asked.expected, asked.hours or _ALWAYS, feelings_of(asked, each), notes))
        for each in measured
    ]
    return write_levels(pairs, found.source, asked, words, around)


def _hours_notes(asked: Namespace) -> tuple[Note, ...]:
    """What nobody said of the hours, and how it is counted therefore."""
    if not asked.hours:
        return (Note("always"),)
    return () if asked.holidays or asked.hours == _ALWAYS else (Note("holidays"),)


def _reading(asked: Namespace, until: datetime) -> Reading:
    try:
        read = parse_duration(asked.every).size() if asked.every else (0, 0)
    except ValueError:
        raise LevelError("not_a_period", value=asked.every) from None
    every = timedelta(microseconds=int(read[1] * 1_000_000)) if read[1] else None
    return Reading(asked.zone, asked.dates, every, until, asked.series, asked.kind)


def _until(asked: Namespace) -> datetime:
    """The end of --today on the clocks of the agreement, else now."""
    zone = zone_of(asked.zone)
    if asked.today:
        return moment(asked.today + timedelta(days=1), 0, zone)
    return datetime.now(UTC).replace(microsecond=0)


def _fitting(level: Level, found: Measurements) -> None:
    if level.within is not None and found.source != "tickets":
        raise LevelError("needs_tickets", words=level.words)
    if level.within is None and found.source == "tickets":
        raise LevelError("needs_intervals", words=level.words)


def _hours(asked: Namespace, periods: Sequence[Period]) -> Hours:
    closed = frozenset(asked.closed)
    if asked.holidays and asked.holidays != "none":
        closed |= days_off(asked.holidays, periods[0].start.year, periods[-1].end.year + 1)
    return read_hours(asked.hours or _ALWAYS, asked.zone, closed)


def _all(
    level: Level,
    found: Measurements,
    until: datetime,
    asked: Namespace,
) -> Sequence[Measured | MeasuredTimes]:
    periods = periods_asked(asked, level, found, until)
    hours = _hours(asked, periods)
    if found.source == "tickets":
        return [measure_tickets(level, found.tickets, each, hours, until=until) for each in periods]
    windows = read_hours(asked.maintenance, asked.zone) if asked.maintenance else None
    return measure_all(level, found.intervals, periods, hours, until=until, rest=asked.rest, windows=windows)

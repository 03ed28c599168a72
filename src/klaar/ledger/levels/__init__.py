"""Measured levels: what was agreed laid beside what was got, in exact sums that are told line by line.

`measure(level, intervals, period, hours)` measures an availability, `measure_tickets(level, tickets, period,
hours)` a response or solution time; `read_measurements` reads both from a file. `docs/levels.md` explains the
sums to a reader.
"""

from klaar.ledger.levels.availability import measure, measure_all
from klaar.ledger.levels.days_off import days_off
from klaar.ledger.levels.errors import LevelError
from klaar.ledger.levels.level import level_of, read_level
from klaar.ledger.levels.measured import Measured, MeasuredTimes
from klaar.ledger.levels.model import (
    ALWAYS,
    Hours,
    Interval,
    Level,
    Note,
    Outage,
    Period,
    Stretch,
    Ticket,
)
from klaar.ledger.levels.opening import read_hours
from klaar.ledger.levels.periods import named_period, periods, rolling
from klaar.ledger.levels.tickets import measure_tickets

__all__ = [
    "ALWAYS",
    "Hours",
    "Interval",
    "Level",
    "LevelError",
    "Measured",
    "MeasuredTimes",
    "Note",
    "Outage",
    "Period",
    "Stretch",
    "Ticket",
    "days_off",
    "level_of",
    "measure",
    "measure_all",
    "measure_tickets",
    "named_period",
    "periods",
    "read_hours",
    "read_level",
    "rolling",
]

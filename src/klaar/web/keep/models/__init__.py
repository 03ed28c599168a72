"""The tables of keeping."""

from klaar.web.keep.models.event import Ledger, LedgerEvent
from klaar.web.keep.models.evidence import EvidenceFile, Repair
from klaar.web.keep.models.levels import LevelFile
from klaar.web.keep.models.reminders import CalendarFeed, Clock, OutgoingLetter, ReminderWish

__all__ = [
    "CalendarFeed",
    "Clock",
    "EvidenceFile",
    "Ledger",
    "LedgerEvent",
    "LevelFile",
    "OutgoingLetter",
    "ReminderWish",
    "Repair",
]

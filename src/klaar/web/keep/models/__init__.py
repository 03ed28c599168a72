"""The tables of keeping."""

from klaar.web.keep.models.event import Ledger, LedgerEvent
from klaar.web.keep.models.evidence import EvidenceFile, Repair

__all__ = [
    "EvidenceFile",
    "Ledger",
    "LedgerEvent",
    "Repair",
]

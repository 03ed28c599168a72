"""The tables: they only keep; what happens to them stands beside the pages that ask for it."""

from klaar.web.store.models.agreement import Agreement, DocumentFile, Version
from klaar.web.store.models.audit import AuditEntry
from klaar.web.store.models.changes import Change, Correction, Ownership
from klaar.web.store.models.checks import CheckItem, UnderstandingCheck
from klaar.web.store.models.confirming import Confirmation, SignOff
from klaar.web.store.models.finding import Finding
from klaar.web.store.models.promise import Promise
from klaar.web.store.models.reading import Party, Reading, SourcePage
from klaar.web.store.models.seats import Invitation, Membership
from klaar.web.store.models.sides import Side
from klaar.web.store.models.talk import Answer, Note, Question

__all__ = [
    "Agreement",
    "Answer",
    "AuditEntry",
    "Change",
    "CheckItem",
    "Confirmation",
    "Correction",
    "DocumentFile",
    "Finding",
    "Invitation",
    "Membership",
    "Note",
    "Ownership",
    "Party",
    "Promise",
    "Question",
    "Reading",
    "Side",
    "SignOff",
    "SourcePage",
    "UnderstandingCheck",
    "Version",
]

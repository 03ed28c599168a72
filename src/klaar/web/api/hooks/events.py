"""What happened, as CloudEvents 1.0: which thing changed and where to read it, never the words themselves."""

from typing import Any
from uuid import UUID, uuid5

from django.conf import settings

from klaar.web.store.models import Agreement, AuditEntry, Version

Record = dict[str, Any]

TYPES = {
    "sides_confirmed": "agreement.sides-confirmed",
    "version_added": "agreement.version-added",
    "signed": "agreement.signed",
    "sign_off_withdrawn": "agreement.sign-off-withdrawn",
    "deletion_asked": "agreement.deletion-asked",
    "deletion_refused": "agreement.deletion-refused",
    "invited": "person.invited",
    "seat_removed": "person.removed",
    "corrected": "promise.corrected",
    "struck": "promise.struck",
    "restored": "promise.restored",
    "split": "promise.split",
    "joined": "promise.joined",
    "added": "promise.added",
    "owner_set": "promise.owner-set",
    "confirmed": "promise.confirmed",
    "confirmation_withdrawn": "promise.confirmation-withdrawn",
    "asked": "question.asked",
    "answered": "question.answered",
    "settled": "question.settled",
    "change_asked": "change.asked",
    "decider_set": "change.decider-set",
    "change_agreed": "change.agreed",
    "change_refused": "change.refused",
    "change_withdrawn": "change.withdrawn",
    "measured": "record.measured",
    "date_proposed": "date.proposed",
    "least_proposed": "date.least-proposed",
    "choice_agreed": "date.agreed",
    "choice_refused": "date.refused",
    "choice_withdrawn": "date.withdrawn",
    "note_written": "note.written",
    "note_shared": "note.shared",
    "note_deleted": "note.deleted",
}
"""By the code in the log. What is not here is not told: looking, links, checks of what someone understood."""
_KEPT = "kept_"
"""With which the codes of what is said about a kept promise begin: "kept_delivered"; both sides see those."""
OWN_SIDE = frozenset({"note_written", "note_deleted"})
"""Told to the side that did it only: a note is its own until it is shared."""
_TOLD = ("promise", "question", "change", "version")
_SPACE = UUID("6f5e1f0a-8f0e-5b57-9a39-0b8a7c1f6d11")


def type_of(what: str) -> str:
    """The kind of event for a code in the log: "record.delivered" for "kept_delivered", "" for what is not told."""
    if what.startswith(_KEPT):
        return f"record.{what.removeprefix(_KEPT).replace('_', '-')}"
    return TYPES.get(what, "")


def event_of(entry: AuditEntry) -> Record:
    """The event of one line in the log of an agreement; the same line always gives the same id."""
    assert entry.agreement is not None
    about = {name: entry.detail[name] for name in _TOLD if name in entry.detail}
    about["side"] = entry.seat.side if entry.seat else ""
    return _event(entry.agreement, f"log-{entry.pk}", type_of(entry.what), entry.at.isoformat(), about)


def reading_event(version: Version, moment: str) -> Record:
    """The event of a reading that ended: well ("agreement.read") or not ("agreement.not-read")."""
    kind = "agreement.not-read" if version.state == Version.State.FAILED else "agreement.read"
    about = {"version": version.number, "side": ""}
    return _event(version.agreement, f"reading-{version.pk}-{moment}", kind, moment, about)


def _event(agreement: Agreement, name: str, kind: str, moment: str, about: Record) -> Record:
    where = f"{settings.ENVIRONMENT.address}/api/v1/agreements/{agreement.pk}"
    return {
        "specversion": "1.0",
        "id": str(uuid5(_SPACE, f"{agreement.pk}-{name}")),
        "source": where,
        "type": f"klaar.{kind}.v1",
        "time": moment,
        **({"subject": str(about["promise"])} if "promise" in about else {}),
        "datacontenttype": "application/json",
        "data": {"agreement": str(agreement.pk), **about},
    }

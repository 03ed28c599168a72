"""An agreement as it stands on the table, as plain data."""

from typing import Any

from klaar.web.agree.correct.record import record_of
from klaar.web.store.models import Version

Record = dict[str, Any]


def table_record(version: Version) -> Record:
    """The `klaar.agreement/1` of a version with its promises as they stand now, corrected by people."""
    contract: Record = dict(version.reading.contract)
    rows = version.promises.filter(is_struck=False).order_by("position", "start")
    contract["promises"] = [record_of(promise) for promise in rows]
    sides = {party.position: party.side for party in version.parties.all()}
    contract["parties"] = [
        {**party, "side": sides.get(position, party["side"])}
        for position, party in enumerate(contract["parties"])
    ]
    return contract


def talk_record(version: Version, side: str) -> Record:
    """What was said and done around a version; the notes of the other side are left out."""
    return {
        "version": version.number,
        "state": version.state,
        "seats": [
            {"name": seat.name, "side": seat.side, "role": seat.role}
            for seat in version.agreement.seats.all()
        ],
        "corrections": [
            {
                "kind": each.kind,
                "by": str(each.made_by or ""),
                "at": each.made,
                "why": each.why,
                "before": each.before,
                "after": each.after,
            }
            for each in version.corrections.select_related("made_by")
        ],
        "questions": [
            {
                "promise": each.promise.key if each.promise else None,
                "kind": each.kind,
                "state": each.state,
                "side": each.side,
                "by": str(each.asked_by or ""),
                "at": each.asked,
                "text": each.text,
                "meant": each.meant,
                "answers": [
                    {"by": str(said.given_by or ""), "at": said.given, "text": said.text}
                    for said in each.answers.all()
                ],
            }
            for each in version.questions.select_related("asked_by", "promise").prefetch_related(
                "answers__given_by"
            )
        ],
        "changes": [
            {
                "what": each.what,
                "why": each.why,
                "state": each.state,
                "by": str(each.asked_by or ""),
                "decider": str(each.decider or ""),
                "decision": each.decision,
            }
            for each in version.changes.select_related("asked_by", "decider")
        ],
        **_sides(version, side),
    }


def _sides(version: Version, side: str) -> Record:
    rows = version.promises.prefetch_related("owners__seat", "confirmations__seat", "notes")
    promises = list(rows)
    return {
        "owners": [
            {"promise": promise.key, "side": each.side, "owner": str(each)}
            for promise in promises
            for each in promise.owners.all()
        ],
        "confirmations": [
            {
                "promise": promise.key,
                "side": each.side,
                "by": str(each.seat or ""),
                "at": each.made,
                "reservation": each.reservation,
                "holds": each.revision == promise.revision,
            }
            for promise in promises
            for each in promise.confirmations.all()
        ],
        "notes": [
            {"promise": promise.key, "side": each.side, "text": each.text, "shared": each.is_shared}
            for promise in promises
            for each in promise.notes.all()
            if each.is_shared or each.side == side != ""
        ],
        "signed": [
            {
                "side": each.side,
                "name": each.name,
                "at": each.made,
                "documents_sha256": each.documents_sha256,
                "promises_sha256": each.promises_sha256,
            }
            for each in version.sign_offs.all()
        ],
    }

"""What was changed, what is asked to change, who looks after what, what was confirmed and signed, and by whom."""

from typing import Any
from uuid import UUID

from ninja import Query, Router

from klaar.web.api.door import AT_TABLE, ApiRequest, asks
from klaar.web.api.paging import Paging, Record, paged
from klaar.web.api.scopes import Scope
from klaar.web.api.shapes import people, talk
from klaar.web.api.showing import by, own_side, sees_names
from klaar.web.store.models import Change, Confirmation, Correction, Membership, Ownership, SignOff
from klaar.web.table.find import find_version

router = Router(tags=["People and signing"])
_AT = "/agreements/{uuid:agreement}"


@router.get(f"{_AT}/corrections", response=talk.CorrectionPage, operation_id="listCorrections")
@asks(Scope.READ, AT_TABLE)
def list_corrections(request: ApiRequest, agreement: UUID, paging: Query[Paging]) -> Record:
    """What people corrected in the reading: what stood there before and what stands there now."""
    rows = find_version(request).corrections.select_related("made_by").order_by("made", "pk")

    def record(each: Correction) -> Record:
        told: dict[str, Any] = {"id": each.pk, "kind": each.kind, "before": each.before, "after": each.after}
        return {**told, "why": each.why, "by": by(request, each.made_by), "made": each.made}

    return paged(request, rows, paging, record)


@router.get(f"{_AT}/changes", response=talk.ChangePage, operation_id="listChanges")
@asks(Scope.READ, AT_TABLE)
def list_changes(request: ApiRequest, agreement: UUID, paging: Query[Paging]) -> Record:
    """The changes of what was agreed that people ask for, and who decides about each."""
    rows = find_version(request).changes.select_related("promise", "asked_by", "decider")
    return paged(request, rows.order_by("asked", "pk"), paging, lambda each: _change(request, each))


@router.get(f"{_AT}/owners", response=people.OwnerPage, operation_id="listOwners")
@asks(Scope.READ, AT_TABLE)
def list_owners(request: ApiRequest, agreement: UUID, paging: Query[Paging]) -> Record:
    """Who looks after which promise, one on each side; a promise without one is not listed."""
    rows = Ownership.objects.filter(promise__version=find_version(request), promise__is_struck=False)
    rows = rows.select_related("promise", "seat").order_by("promise__position", "promise__start", "side")

    def record(each: Ownership) -> Record:
        name = str(each) if sees_names(request) else None
        return {"promise": each.promise.key, "side": each.side, "name": name}

    return paged(request, rows, paging, record)


@router.get(f"{_AT}/confirmations", response=people.ConfirmationPage, operation_id="listConfirmations")
@asks(Scope.READ, AT_TABLE)
def list_confirmations(request: ApiRequest, agreement: UUID, paging: Query[Paging]) -> Record:
    """What each side confirmed of its duties. No key confirms: a person does."""
    rows = Confirmation.objects.filter(promise__version=find_version(request), promise__is_struck=False)
    rows = rows.select_related("promise", "seat").order_by("made", "pk")

    def record(each: Confirmation) -> Record:
        told = {"promise": each.promise.key, "side": each.side, "reservation": each.reservation}
        holds = each.revision == each.promise.revision
        return {**told, "holds": holds, "by": by(request, each.seat), "made": each.made}

    return paged(request, rows, paging, record)


@router.get(f"{_AT}/sign-offs", response=people.SignOffPage, operation_id="listSignOffs")
@asks(Scope.READ, AT_TABLE)
def list_sign_offs(request: ApiRequest, agreement: UUID, paging: Query[Paging]) -> Record:
    """Who signed which version, with the sha256 of what was signed. No key signs: a person does."""
    rows = (
        SignOff.objects.filter(version__agreement=agreement).select_related("version").order_by("made", "pk")
    )

    def record(each: SignOff) -> Record:
        return {
            "version": each.version.number,
            "side": each.side,
            "name": each.name if sees_names(request) else None,
            "made": each.made,
            "documents_sha256": each.documents_sha256,
            "promises_sha256": each.promises_sha256,
        }

    return paged(request, rows, paging, record)


@router.get(f"{_AT}/people", response=people.PersonPage, operation_id="listPeople")
@asks(Scope.PEOPLE, AT_TABLE)
def list_people(request: ApiRequest, agreement: UUID, paging: Query[Paging]) -> Record:
    """Who sits at the table, on which side and as what. Addresses stay on the pages."""
    rows = Membership.objects.filter(agreement=agreement, removed=None).order_by("side", "role", "pk")
    return paged(request, rows, paging, _person)


def _person(seat: Membership) -> Record:
    return {
        "id": seat.pk,
        "name": str(seat),
        "side": own_side(seat.side),
        "role": seat.role,
        "added": seat.added,
    }


def _change(request: ApiRequest, each: Change) -> Record:
    return {
        "id": each.pk,
        "promise": each.promise.key if each.promise else None,
        "what": each.what,
        "why": each.why,
        "state": each.state,
        "side": own_side(each.side),
        "by": by(request, each.asked_by),
        "asked": each.asked,
        "decider": by(request, each.decider),
        "decided": each.decided,
        "decision": each.decision,
    }

"""Rows of the tables as records: names only where the key may see them."""

from typing import Any

from klaar.web.api.door import ApiRequest
from klaar.web.api.scopes import Scope
from klaar.web.store.models import Agreement, Membership, Version
from klaar.web.store.models.sides import OWN_SIDES

Record = dict[str, Any]


def sees_names(request: ApiRequest) -> bool:
    """Whether the key was made to see who the people at the table are."""
    return Scope.PEOPLE.value in request.bearer.scopes


def by(request: ApiRequest, seat: Membership | None) -> Record | None:
    """Who did something; None where that is no longer known."""
    if seat is None:
        return None
    return {"side": seat.side, "name": str(seat) if sees_names(request) else None}


def agreement_record(seat: Membership) -> Record:
    """An agreement as the person of a seat sees it; its versions have been fetched."""
    agreement: Agreement = seat.agreement
    newest = next(iter(agreement.versions.all()), None)
    return {
        "id": agreement.pk,
        "title": agreement.title,
        "organisation": agreement.organisation.slug,
        "made": agreement.made,
        "is_example": agreement.is_example,
        "side": own_side(seat.side),
        "role": seat.role,
        "version": version_record(newest) if newest else None,
    }


def version_record(version: Version) -> Record:
    """A version and what was counted when it was read."""
    reading = getattr(version, "reading", None)
    return {
        "number": version.number,
        "state": version.state,
        "language": version.language,
        "pages": reading.pages if reading else 0,
        "words": reading.words if reading else 0,
        "made": version.made,
        "opened": version.opened,
        "sealed": version.sealed,
    }


def own_side(side: str) -> str:
    """The side of a seat; "" for who sits on neither."""
    return side if side in OWN_SIDES else ""

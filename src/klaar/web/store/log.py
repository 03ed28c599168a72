"""Writing the log: who looked at what, who changed what."""

from typing import Any, Protocol

from django.contrib.auth.models import AnonymousUser
from django.urls import ResolverMatch

from klaar.web.people.models import Organisation, User
from klaar.web.store.models import AuditEntry, Membership


class Seated(Protocol):
    """A request of someone with a seat at a table."""

    seat: Membership
    method: str | None
    resolver_match: ResolverMatch | None


def log_request(request: Seated) -> None:
    """One line for one answer: "looked", or what the view says was done."""
    changed = request.method not in ("GET", "HEAD", "OPTIONS")
    seat = request.seat
    if seat.agreement_id is None or seat.pk is None:
        return
    match = request.resolver_match
    AuditEntry.objects.create(
        organisation_id=seat.agreement.organisation_id,
        agreement_id=seat.agreement_id,
        user_id=seat.user_id,
        seat=seat,
        what=getattr(request, "done", "") or ("changed" if changed else "looked"),
        where=match.view_name if match else "",
        detail=getattr(request, "about", {}),
    )


def log_event(
    what: str,
    *,
    user: User | AnonymousUser | None = None,
    organisation: Organisation | None = None,
    **detail: Any,
) -> None:
    """One line about an organisation or the installation: "member_invited", "agreement_deleted"."""
    actor = user if isinstance(user, User) else None
    AuditEntry.objects.create(what=what, user=actor, organisation=organisation, detail=detail)

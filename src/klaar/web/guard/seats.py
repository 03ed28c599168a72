"""The seats of whoever asks: by their account, or by the links they opened in this session."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from klaar.web.people.models import User
from klaar.web.store.models import Invitation, Membership

_KEY = "links"


def remember_link(request: HttpRequest, invitation: Invitation) -> None:
    """From now on this session sits where the link leads; the session gets a new key."""
    links = [str(invitation.id), *_links(request)]
    request.session.cycle_key()
    request.session[_KEY] = list(dict.fromkeys(links))[:50]


def find_seats(request: HttpRequest) -> QuerySet[Membership]:
    """All seats of whoever asks, whose links still work."""
    mine = Q(pk__in=[])
    if isinstance(request.user, User):
        mine |= Q(user=request.user)
    links = _links(request)
    if links:
        working = Invitation.objects.filter(id__in=links, revoked=None, expires__gt=timezone.now())
        mine |= Q(invitations__in=working)
    return Membership.objects.filter(mine, removed=None).distinct()


def find_seat(request: HttpRequest, agreement: UUID) -> Membership | None:
    """The seat at one agreement, the one of the account first; None for who has none."""
    seats = list(find_seats(request).filter(agreement=agreement).select_related("agreement__organisation"))
    return min(seats, key=lambda seat: (seat.user_id is None, seat.pk), default=None)


def _links(request: HttpRequest) -> Sequence[str]:
    links: Sequence[str] = request.session.get(_KEY, ())
    return links

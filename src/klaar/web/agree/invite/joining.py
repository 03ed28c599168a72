"""Coming to the table by a link."""

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from klaar.web.agree.invite.links import find_invitation
from klaar.web.guard.declare import guarded
from klaar.web.guard.rate import limit
from klaar.web.guard.rules import ANYONE
from klaar.web.guard.seats import remember_link
from klaar.web.people.models import User
from klaar.web.store.models import Invitation, Membership


@guarded(ANYONE, change=ANYONE)
def join_table(request: HttpRequest, token: str) -> HttpResponse:
    """A page that says where the link leads; who goes on sits at the table.

    Looking alone changes nothing, so that a mail program that opens links to check them does no harm.
    """
    limit(request, "link", 60, 600)
    invitation = find_invitation(token)
    if request.method != "POST":
        return render(request, "agree/join_table.html", {"invitation": invitation})
    Invitation.objects.filter(pk=invitation.pk).update(uses=F("uses") + 1, last_used=timezone.now())
    if isinstance(request.user, User):
        _take(invitation.seat, request.user)
    remember_link(request, invitation)
    return redirect("table", agreement=invitation.seat.agreement_id)


def _take(seat: Membership, user: User) -> None:
    """Who has an account keeps the seat in it, unless they sit at this table already."""
    known = Membership.objects.filter(agreement=seat.agreement_id, user=user, removed=None)
    if seat.user_id is None and not known.exists():
        Membership.objects.filter(pk=seat.pk).update(user=user)

"""The people at the table."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext

from klaar.web.agree.invite import seats
from klaar.web.agree.invite.forms import Invite
from klaar.web.agree.invite.links import link_of
from klaar.web.agree.invite.mail import send_link
from klaar.web.guard.declare import guarded
from klaar.web.guard.rate import limit
from klaar.web.guard.request import Request
from klaar.web.guard.rules import AT_TABLE, OWNERS
from klaar.web.store.models import Invitation, Membership

_DAYS = 30


@guarded(AT_TABLE, change=OWNERS)
def people(request: Request, agreement: UUID) -> HttpResponse:
    """Everyone at the table, and asking someone to it."""
    is_owner = request.seat.role == Membership.Role.OWNER
    sides = seats.sides_open_to(request.seat) if is_owner else ()
    first = {"language": getattr(request, "LANGUAGE_CODE", "en"), "role": "signer"}
    form = Invite(sides, request.POST or None, initial=first) if is_owner else None
    if form and request.method == "POST" and form.is_valid():
        limit(request, "invite", 100, 3600)
        told = form.cleaned_data
        asked = seats.Asked(*(told[name] for name in seats.Asked._fields))
        made = seats.invite(request.seat, asked)
        request.done, request.about = "invited", {"seat": made.seat_id}
        return _show_link(request, made, told["language"])
    context = {"rows": _rows(request.seat, is_owner), "form": form, "is_owner": is_owner}
    return render(request, "agree/people.html", context, status=422 if form and form.is_bound else 200)


def _rows(seat: Membership, is_owner: bool) -> list[tuple[Membership, Invitation | None, bool]]:
    sides = seats.sides_open_to(seat)
    rows = (
        seat.agreement.seats.filter(removed=None)
        .prefetch_related("invitations")
        .order_by("side", "role", "pk")
    )
    return [
        (
            each,
            next((link for link in each.invitations.all() if link.is_open), None),
            is_owner and seats.may_arrange(seat, each, sides),
        )
        for each in rows
    ]


def _show_link(request: Request, made: Invitation, language: str) -> HttpResponse:
    """The link is shown once: it is not kept anywhere."""
    link = link_of(made, request)
    context = {
        "made": made,
        "link": link,
        "is_sent": send_link(made, link, language),
        "sends_mail": settings.MAIL_IS_SENT,
    }
    return render(request, "agree/link.html", context)


@guarded(change=OWNERS)
def new_link(request: Request, agreement: UUID, seat: int) -> HttpResponse:
    """A new link for someone; the old one stops working."""
    other = _other(request, seat)
    limit(request, "invite", 100, 3600)
    made = seats.new_link(other, request.seat, _DAYS)
    request.done, request.about = "link_made", {"seat": seat}
    return _show_link(request, made, other.language or getattr(request, "LANGUAGE_CODE", "en"))


@guarded(change=OWNERS)
def revoke(request: Request, agreement: UUID, seat: int) -> HttpResponse:
    """Withdraw the links of someone."""
    for invitation in _other(request, seat).invitations.filter(revoked=None):
        seats.revoke(invitation)
    request.done, request.about = "link_revoked", {"seat": seat}
    messages.success(request, gettext("The link was withdrawn; it opens nothing any more."))
    return redirect("people", agreement=agreement)


@guarded(change=OWNERS)
def remove(request: Request, agreement: UUID, seat: int) -> HttpResponse:
    """Take someone's seat away; what they said stays."""
    if seats.remove(_other(request, seat)):
        request.done, request.about = "seat_removed", {"seat": seat}
        messages.success(request, gettext("That seat is empty now. What was said from it stays."))
    else:
        messages.error(request, gettext("A side keeps at least one owner. Make someone else owner first."))
    gone = seat == request.seat.pk and Membership.objects.filter(pk=seat, removed__isnull=False).exists()
    return redirect("agreements") if gone else redirect("people", agreement=agreement)


def _other(request: Request, seat: int) -> Membership:
    found = get_object_or_404(Membership, pk=seat, agreement=request.seat.agreement_id, removed=None)
    if not seats.may_arrange(request.seat, found):
        raise Http404
    return found

"""Asking for a change, saying who decides, deciding."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext

from klaar.web.guard.declare import guarded
from klaar.web.guard.refusals import Refusal
from klaar.web.guard.request import Request
from klaar.web.guard.rules import AT_TABLE, ON_A_SIDE, SIGNERS
from klaar.web.store.models import Change, Membership, Version
from klaar.web.table.find import find_open, find_promise, find_version

_DECISIONS = (Change.State.AGREED, Change.State.REFUSED)


@guarded(AT_TABLE)
def changes(request: Request, agreement: UUID) -> HttpResponse:
    """All changes that were asked for, the open ones first."""
    version = find_version(request)
    rows = version.changes.select_related("asked_by", "decider", "promise")
    context = {
        "version": version,
        "open": [each for each in rows if each.state == Change.State.OPEN],
        "closed": [each for each in rows if each.state != Change.State.OPEN],
        "deciders": deciders(request.seat),
        "may_change": request.seat.role in ("owner", "signer") and version.state == Version.State.OPEN,
    }
    return render(request, "agree/changes.html", context)


def deciders(seat: Membership) -> list[Membership]:
    """Who may decide about a change: those who sign, of both sides."""
    rows = Membership.objects.filter(agreement=seat.agreement_id, removed=None, role__in=("owner", "signer"))
    return list(rows.order_by("side", "name", "pk"))


@guarded(change=ON_A_SIDE)
def ask_change(request: Request, agreement: UUID, key: str) -> HttpResponse:
    """Ask for a change of a promise."""
    version = find_open(request)
    _, promise = find_promise(request, key)
    what = request.POST.get("what", "").strip()[:4000]
    if not what:
        messages.error(request, gettext("Say what should change."))
        return redirect("promise", agreement=agreement, key=key)
    why = request.POST.get("why", "").strip()[:4000]
    Change.objects.create(
        version=version, promise=promise, what=what, why=why, side=request.seat.side, asked_by=request.seat
    )
    request.done, request.about = "change_asked", {"promise": key}
    return redirect("changes", agreement=agreement)


@guarded(change=SIGNERS)
def set_decider(request: Request, agreement: UUID, change: int) -> HttpResponse:
    """Say who decides about a change."""
    found = _open(request, change)
    chosen = request.POST.get("decider", "")
    decider = next((each for each in deciders(request.seat) if str(each.pk) == chosen), None)
    if decider is None:
        raise Refusal("bad_request")
    Change.objects.filter(pk=found.pk).update(decider=decider)
    request.done, request.about = "decider_set", {"change": change, "seat": decider.pk}
    return redirect("changes", agreement=agreement)


@guarded(change=ON_A_SIDE)
def decide(request: Request, agreement: UUID, change: int) -> HttpResponse:
    """Agree or refuse, for the decider; withdraw, for who asked."""
    found = _open(request, change)
    said = request.POST.get("state", "")
    if said == Change.State.WITHDRAWN and found.asked_by_id == request.seat.pk:
        state = Change.State.WITHDRAWN
    elif said in _DECISIONS and found.decider_id == request.seat.pk:
        state = Change.State(said)
    else:
        raise PermissionDenied
    decision = request.POST.get("decision", "").strip()[:4000]
    rows = Change.objects.filter(pk=found.pk, state=Change.State.OPEN)
    if not rows.update(state=state, decided=timezone.now(), decision=decision):
        raise Refusal("changed")
    request.done, request.about = f"change_{state}", {"change": change}
    return redirect("changes", agreement=agreement)


def _open(request: Request, change: int) -> Change:
    version = find_open(request)
    found = get_object_or_404(Change, pk=change, version=version)
    if found.state != Change.State.OPEN:
        raise Refusal("changed")
    return found

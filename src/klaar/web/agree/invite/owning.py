"""The one owner of a promise on each side."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from klaar.web.guard.declare import guarded
from klaar.web.guard.refusals import Refusal
from klaar.web.guard.request import Request
from klaar.web.guard.rules import SIGNERS
from klaar.web.store.models import Membership, Ownership, Promise
from klaar.web.table.find import find_open, find_promise


@guarded(change=SIGNERS)
def own(request: Request, agreement: UUID, key: str) -> HttpResponse:
    """Set who owns a promise on the own side: someone at the table, or a name; empty for nobody."""
    find_open(request)
    _, promise = find_promise(request, key)
    chosen, name = request.POST.get("seat", ""), request.POST.get("name", "").strip()[:200]
    seat = _seat(request.seat, chosen) if chosen else None
    set_owner(promise, request.seat, seat, name)
    request.done, request.about = "owner_set", {"promise": key}
    return redirect("promise", agreement=agreement, key=key)


def set_owner(promise: Promise, by: Membership, seat: Membership | None, name: str) -> None:
    """Give a promise its owner on the side of `by`; nobody where neither seat nor name is given."""
    rows = Ownership.objects.filter(promise=promise, side=by.side)
    if seat is None and not name:
        rows.delete()
        return
    told = {"seat": seat, "name": "" if seat else name, "set_by": by}
    Ownership.objects.update_or_create(promise=promise, side=by.side, defaults=told)


def own_side(seat: Membership) -> list[Membership]:
    """Who sits on the same side."""
    rows = Membership.objects.filter(agreement=seat.agreement_id, side=seat.side, removed=None)
    return list(rows.order_by("name", "pk")) if seat.side else []


def _seat(by: Membership, chosen: str) -> Membership:
    found = next((each for each in own_side(by) if str(each.pk) == chosen), None)
    if found is None:
        raise Refusal("bad_request")
    return found

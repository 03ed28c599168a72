"""Confirming the own duties one by one, and signing off."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext

from klaar.web.guard.declare import guarded
from klaar.web.guard.request import Request
from klaar.web.guard.rules import AT_TABLE, SIGNERS
from klaar.web.sealing import duties
from klaar.web.sealing.hashes import documents_sha256
from klaar.web.sealing.open_ends import open_ends
from klaar.web.sealing.seen import seen_sha256
from klaar.web.sealing.sheet import sheet_pdf
from klaar.web.sealing.sign import has_lapsed, sign_off, take_back
from klaar.web.store.models import Version
from klaar.web.table.cards import lay
from klaar.web.table.find import find_open, find_promise, find_version

_PER_PAGE = 25


@guarded(AT_TABLE)
def confirming(request: Request, agreement: UUID) -> HttpResponse:
    """The duties of the own side, those to confirm first, and all that is still open."""
    version = find_version(request)
    side = request.seat.side
    shown = request.GET.get("show", "")
    rows = duties.duties(version, side) if shown == "all" else duties.unconfirmed(version, side)
    page = Paginator(rows, _PER_PAGE).get_page(request.GET.get("page")) if side else None
    cards = lay(list(page or ()), request.seat, side, (get_language() or "en")[:2])
    context = {
        "version": version,
        "page": page,
        "cards": cards,
        "shown": shown,
        "ends": open_ends(version),
        "signed": list(version.sign_offs.order_by("made")),
        "lapsed": has_lapsed(version, side),
        "may_change": request.seat.role in ("owner", "signer") and version.state == Version.State.OPEN,
    }
    return render(request, "sealing/confirming.html", context)


@guarded(change=SIGNERS)
def confirm(request: Request, agreement: UUID, key: str) -> HttpResponse:
    """Confirm one duty, with or without a reservation, or take that back."""
    _, promise = find_promise(request, key)
    if request.POST.get("act") == "withdraw":
        duties.withdraw(promise, request.seat)
        request.done = "confirmation_withdrawn"
    else:
        said = request.POST.get("revision", "")
        revision = int(said) if said.isdecimal() and len(said) < 10 else 0
        duties.confirm(promise, request.seat, revision, request.POST.get("reservation", "").strip()[:4000])
        request.done = "confirmed"
    request.about = {"promise": key}
    if request.POST.get("back") == "promise":
        return redirect("promise", agreement=agreement, key=key)
    return redirect("confirming", agreement=agreement)


@guarded(SIGNERS, change=SIGNERS)
def sign(request: Request, agreement: UUID) -> HttpResponse:
    """Sign off for the own side: a name, under what stands there now."""
    version = find_open(request)
    name = " ".join(request.POST.get("name", "").split())[:200]
    knows = request.POST.get("knows") == "on"
    if request.method == "POST" and name and knows:
        sign_off(version, request.seat, name, request.POST.get("seen", ""))
        request.done, request.about = "signed", {"version": version.number}
        messages.success(request, gettext("Your side has signed."))
        return redirect("confirming", agreement=agreement)
    context = {
        "version": version,
        "ends": open_ends(version),
        "left": duties.unconfirmed(version, request.seat.side).count(),
        "documents": documents_sha256(version),
        "promises": seen_sha256(version),
        "name": name or str(request.seat),
        "incomplete": request.method == "POST",
    }
    return render(request, "sealing/sign.html", context, status=422 if request.method == "POST" else 200)


@guarded(change=SIGNERS)
def unsign(request: Request, agreement: UUID) -> HttpResponse:
    """Take the sign-off of the own side back, while the other side has not signed."""
    if take_back(find_open(request), request.seat):
        request.done = "sign_off_withdrawn"
    return redirect("confirming", agreement=agreement)


@guarded(AT_TABLE)
def sheet(request: Request, agreement: UUID, version: int) -> HttpResponse:
    """The sign-off sheet of a version, as PDF."""
    found = Version.objects.filter(agreement=agreement, number=version, opened__isnull=False).first()
    if found is None:
        return redirect("confirming", agreement=agreement)
    data = sheet_pdf(found, (get_language() or "en")[:2])
    response = HttpResponse(data, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="klaar-{version}.pdf"'
    return response

"""The notes of a side: its own until it shares them."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from klaar.web.guard.declare import guarded
from klaar.web.guard.request import Request
from klaar.web.guard.rules import ON_A_SIDE
from klaar.web.store.models import Note
from klaar.web.table.find import find_open, find_promise

_LONGEST = 4_000


@guarded(change=ON_A_SIDE)
def write(request: Request, agreement: UUID, key: str) -> HttpResponse:
    """Write a note at a promise; the other side does not see it."""
    find_open(request)
    _, promise = find_promise(request, key)
    text = request.POST.get("text", "").strip()[:_LONGEST]
    if text:
        shared = request.POST.get("shared") == "on"
        Note.objects.create(
            promise=promise, side=request.seat.side, text=text, is_shared=shared, written_by=request.seat
        )
        request.done, request.about = "note_written", {"promise": key}
    return redirect("promise", agreement=agreement, key=key)


@guarded(change=ON_A_SIDE)
def change(request: Request, agreement: UUID, note: int) -> HttpResponse:
    """Share a note of the own side, or take it away."""
    version = find_open(request)
    found = get_object_or_404(Note, pk=note, promise__version=version, side=request.seat.side)
    if request.POST.get("act") == "delete":
        found.delete()
        request.done = "note_deleted"
    else:
        Note.objects.filter(pk=found.pk).update(is_shared=True)
        request.done = "note_shared"
    request.about = {"promise": found.promise.key}
    return redirect("promise", agreement=agreement, key=found.promise.key)

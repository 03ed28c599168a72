"""One promise, and all that both sides said about it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from klaar.web.agree.correct.history import steps
from klaar.web.agree.invite.owning import own_side
from klaar.web.dates.part import honest_part
from klaar.web.guard.declare import guarded
from klaar.web.guard.request import Request
from klaar.web.guard.rules import AT_TABLE
from klaar.web.table.find import find_promise
from klaar.web.table.lanes import view_of
from klaar.web.table.parts import about


@guarded(AT_TABLE)
def promise(request: Request, agreement: UUID, key: str) -> HttpResponse:
    """One promise with its source; a part of the page where htmx asks for it, else a page of its own."""
    version, found = find_promise(request, key)
    view = view_of(request.seat, request.GET.get("view", ""))
    context = about(request, version, found, view, (get_language() or "en")[:2])
    if request.headers.get("HX-Request"):
        return render(request, "table/source.html", {**context, "is_part": True})
    context["threads"] = found.questions.select_related("asked_by").prefetch_related("answers__given_by")
    context["own_notes"] = found.notes.filter(side=request.seat.side).select_related("written_by")
    context["own_side"] = own_side(request.seat)
    context["honest"] = honest_part(request, version, found)
    context["own_owner"] = found.owners.filter(side=request.seat.side).first()
    context["history"] = steps(found.corrections.select_related("made_by"))
    return render(request, "agree/promise.html", context)

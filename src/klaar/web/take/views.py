"""Taking an agreement along, its log, and its end."""

import json
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext

from klaar.web.dates.part import honest_brief
from klaar.web.guard.declare import guarded
from klaar.web.guard.rate import limit
from klaar.web.guard.refusals import Refusal
from klaar.web.guard.request import Request
from klaar.web.guard.rules import AT_TABLE, OWNERS
from klaar.web.jobs.briefs import FORMS, Wanted, brief_of
from klaar.web.store.models import AuditEntry, Side, Version
from klaar.web.table.find import find_version
from klaar.web.take import ending
from klaar.web.take.calendar import promises_ics
from klaar.web.take.record import table_record, talk_record
from klaar.web.take.sheets import promises_csv
from klaar.web.take.words import page_words, what_words

_TYPES = {
    "json": "application/json",
    "read.json": "application/json",
    "talk.json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
}
_LOG_PAGE = 100


@guarded(AT_TABLE)
def take(request: Request, agreement: UUID) -> HttpResponse:
    """Everything that can be taken along."""
    version = find_version(request)
    context = {
        "version": version,
        "forms": list(FORMS),
        "files": version.reading.documents,
        "needs_both": ending.needs_both(request.seat),
        "may_agree": ending.may_agree(request.seat),
        "is_owner": request.seat.role == "owner",
    }
    return render(request, "take/take.html", context)


@guarded(AT_TABLE)
def export(request: Request, agreement: UUID, version: int, form: str) -> HttpResponse:
    """One form of a version, as a file."""
    found = get_object_or_404(Version, agreement=agreement, number=version, opened__isnull=False)
    if form not in _TYPES:
        raise Http404
    request.about = {"form": form, "version": version}
    response = HttpResponse(_written(request, found, form), content_type=_TYPES[form])
    response.headers["Content-Disposition"] = f'attachment; filename="klaar-{version}.{form}"'
    return response


@guarded(AT_TABLE)
def brief(request: Request, agreement: UUID, side: str, form: str) -> HttpResponse:
    """The brief of what was read, for one side, in the language of the page."""
    if side not in (Side.IT, Side.CLIENT) or form not in FORMS:
        raise Http404
    limit(request, "brief", 60, 3600)
    version = find_version(request)
    language = (get_language() or "en")[:2]
    honest = honest_brief(request.seat, version, language)
    data = brief_of(version, Wanted(side, language, form), honest)
    if not data:
        raise Refusal("not_written")
    request.about = {"form": form, "side": side}
    response = HttpResponse(data, content_type=FORMS[form])
    response.headers["Content-Disposition"] = f'attachment; filename="klaar-{side}.{form}"'
    return response


def _written(request: Request, version: Version, form: str) -> str | bytes:
    if form == "csv":
        return promises_csv(version)
    if form == "ics":
        address = request.build_absolute_uri(reverse("table", args=[version.agreement_id]))
        return promises_ics(version, address, (get_language() or "en")[:2])
    told = version.reading.contract
    if form == "json":
        told = table_record(version)
    elif form == "talk.json":
        told = talk_record(version, request.seat.side)
    return json.dumps(told, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)


@guarded(OWNERS)
def log(request: Request, agreement: UUID) -> HttpResponse:
    """Who looked at what and who changed what, the last first."""
    rows = AuditEntry.objects.filter(agreement=agreement).select_related("seat", "user")
    page = Paginator(rows, _LOG_PAGE).get_page(request.GET.get("page"))
    lines = [(entry, what_words(entry.what), page_words(entry.where)) for entry in page]
    return render(request, "take/log.html", {"page": page, "lines": lines})


@guarded(OWNERS, change=OWNERS)
def end(request: Request, agreement: UUID) -> HttpResponse:
    """Delete an agreement for good; with an owner on both sides the one asks and the other agrees."""
    seat, act = request.seat, request.POST.get("act", "")
    context = {"needs_both": ending.needs_both(seat), "may_agree": ending.may_agree(seat)}
    if request.method != "POST":
        return render(request, "take/end.html", context)
    if act == "keep":
        ending.keep(seat)
        request.done = "deletion_refused"
        return redirect("take", agreement=agreement)
    if request.POST.get("title", "").strip() != seat.agreement.title:
        return render(request, "take/end.html", {**context, "wrong": True}, status=422)
    if act == "ask" and context["needs_both"]:
        ending.ask_deletion(seat)
        request.done = "deletion_asked"
        return redirect("take", agreement=agreement)
    if act != "delete" or (context["needs_both"] and not context["may_agree"]):
        raise PermissionDenied
    ending.delete_agreement(seat.agreement, seat)
    del request.seat
    messages.success(request, gettext("The agreement is gone, with everything that belonged to it."))
    return redirect("agreements")

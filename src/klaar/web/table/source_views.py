"""The source itself: page by page, as text and as picture; words explained."""

from uuid import UUID

from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render

from klaar.web.guard.declare import guarded
from klaar.web.guard.request import Request
from klaar.web.guard.rules import AT_TABLE
from klaar.web.jobs.pictures import page_picture
from klaar.web.store.models import Promise, SourcePage, Version
from klaar.web.table.find import find_version
from klaar.web.table.sheet import build_sheet
from klaar.web.table.words import explain_word

_PICTURE_AGE = 24 * 3600


@guarded(AT_TABLE)
def source(request: Request, agreement: UUID, document: int, position: int) -> HttpResponse:
    """One page of one file with every promise on it marked; `?promise=` marks one in particular."""
    version = find_version(request)
    page = get_object_or_404(SourcePage, version=version, document=document, position=position)
    here = Promise.objects.filter(
        version=version, document=document, is_struck=False, start__lt=page.end, end__gt=page.start
    )
    promises = list(here.order_by("start").only("key", "bearer", "document", "start", "end"))
    chosen = next((each for each in promises if each.key == request.GET.get("promise")), None)
    around = {row.position: row for row in _beside(page)}
    context = {
        "version": version,
        "page": page,
        "sheet": build_sheet(page, promises, chosen),
        "promises": promises,
        "before": around.get(position - 1),
        "after": around.get(position + 1),
        "file": version.reading.documents[document],
        "files": version.reading.documents,
        "may_change": request.seat.role in ("owner", "signer") and version.state == Version.State.OPEN,
    }
    return render(request, "table/sheet.html", context)


@guarded(AT_TABLE, log=False)
def picture(request: Request, agreement: UUID, document: int, position: int) -> HttpResponseBase:
    """The picture of a page of a PDF."""
    version = find_version(request)
    page = get_object_or_404(SourcePage, version=version, document=document, position=position)
    told = version.reading.documents[document]
    if told["format"] != "pdf" or not page.number:
        raise Http404
    path = page_picture(request.seat.agreement.organisation_id, told["sha256"], page.number)
    if path is None:
        raise Http404
    response = FileResponse(path.open("rb"), content_type="image/png")
    response.headers["Cache-Control"] = f"private, max-age={_PICTURE_AGE}, immutable"
    return response


@guarded(AT_TABLE)
def word(request: Request, agreement: UUID) -> HttpResponse:
    """A word that someone asks about, in the language of the agreement."""
    version = find_version(request)
    asked = " ".join(request.GET.get("word", "").split())[:100]
    found = explain_word(asked, version.reading, version.language) if asked else None
    return render(request, "table/word.html", {"version": version, "asked": asked, "found": found})


def _beside(page: SourcePage) -> list[SourcePage]:
    rows = SourcePage.objects.filter(version=page.version_id, document=page.document)
    return list(rows.filter(position__in=(page.position - 1, page.position + 1)).defer("text", "lines"))

"""The table: who does what, and the source beside it."""

from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import F, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from klaar.web.guard.declare import guarded
from klaar.web.guard.request import Request
from klaar.web.guard.rules import AT_TABLE
from klaar.web.pages.around import open_version
from klaar.web.showing import Card, show
from klaar.web.store.models import Promise, Version
from klaar.web.table.lanes import Lane, lanes_for
from klaar.web.table.source import source_of

PER_LANE = 25


@guarded(AT_TABLE)
def table(request: Request, agreement: UUID) -> HttpResponse:
    """Two lanes, the reader's own duties first, each by date; `?promise=` opens one beside its source."""
    version = open_version(request.seat)
    if version is None:
        return redirect("reading", agreement=agreement)
    number = request.GET.get("page", "1")
    lanes = [_filled(version, lane, number) for lane in lanes_for(request.seat)]
    chosen = _chosen(version, request.GET.get("promise", ""))
    context = {
        "version": version,
        "lanes": lanes,
        "reading": version.reading,
        "chosen": chosen,
        "source": source_of(chosen) if chosen else None,
        "undated": _duties(version).filter(due=None).count(),
        "page": number,
    }
    return render(request, "table/table.html", context)


@guarded(AT_TABLE)
def promise(request: Request, agreement: UUID, key: str) -> HttpResponse:
    """One promise with its source; a part of the page where htmx asks for it, else a page of its own."""
    version = open_version(request.seat)
    found = _chosen(version, key) if version else None
    if version is None or found is None:
        raise Http404
    part = bool(request.headers.get("HX-Request"))
    context = {"version": version, "chosen": found, "source": source_of(found), "card": show(found)}
    return render(request, "table/source.html" if part else "table/promise.html", context)


def _duties(version: Version) -> QuerySet[Promise]:
    return Promise.objects.filter(version=version, is_struck=False)


def _chosen(version: Version, key: str) -> Promise | None:
    return get_object_or_404(_duties(version), key=key) if key else None


def _filled(version: Version, lane: Lane, number: str) -> Lane:
    rows = (
        _duties(version).filter(bearer__in=lane.bearers).order_by(F("due").asc(nulls_last=True), "position")
    )
    page = Paginator(rows, PER_LANE).get_page(number)
    cards: list[Card] = [show(each) for each in page]
    return lane._replace(cards=cards, page=page, number=page.paginator.count)

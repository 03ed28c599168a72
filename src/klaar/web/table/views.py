"""The table: who does what."""

from collections.abc import Sequence
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language

from klaar.web.guard.declare import guarded
from klaar.web.guard.request import Request
from klaar.web.guard.rules import AT_TABLE
from klaar.web.pages.around import open_version
from klaar.web.store.models import Version
from klaar.web.table.cards import lay
from klaar.web.table.choices import choices
from klaar.web.table.filters import Filter, filtered, read_filter
from klaar.web.table.glance import glance_at
from klaar.web.table.lanes import Lane, lanes_for, view_of
from klaar.web.table.timeline import build_timeline

PER_LANE = 25


@guarded(AT_TABLE)
def table(request: Request, agreement: UUID) -> HttpResponse:
    """Two lanes, the reader's own duties first, each by date; `?view=` shows them as the other side sees them."""
    version = open_version(request.seat)
    if version is None:
        return redirect("reading", agreement=agreement)
    chosen = read_filter(request.GET)
    view = view_of(request.seat, request.GET.get("view", ""))
    lanes = _laid(
        request, [_filled(request, version, lane, chosen) for lane in lanes_for(request.seat, view)]
    )
    context = {
        "version": version,
        "lanes": [lane for lane in lanes if lane.side != "other" or lane.number],
        "filter": chosen,
        "choices": choices(chosen),
        "view": view,
        "query": chosen.query(view=request.GET.get("view", "")),
        "glance": glance_at(version, request.seat),
        "timeline": build_timeline(version, lanes[:2], chosen.month, timezone.localdate()),
    }
    return render(request, "table/table.html", context)


def _filled(request: Request, version: Version, lane: Lane, chosen: Filter) -> Lane:
    """A lane with the promises of its page, not laid yet."""
    rows = filtered(version, chosen, request.seat).filter(bearer__in=lane.bearers)
    ordered = rows.order_by(F("due").asc(nulls_last=True), "position")
    page = Paginator(ordered, PER_LANE).get_page(request.GET.get(lane.side, "1"))
    return lane._replace(cards=list(page), page=page, number=page.paginator.count)


def _laid(request: Request, lanes: Sequence[Lane]) -> list[Lane]:
    """The cards of all lanes at once: what both must do stands in two of them, and is laid once."""
    view = view_of(request.seat, request.GET.get("view", ""))
    promises = {promise.pk: promise for lane in lanes for promise in lane.cards}
    laid = lay(list(promises.values()), request.seat, view, (get_language() or "en")[:2])
    cards = {each.promise.pk: each for each in laid}
    return [lane._replace(cards=[cards[promise.pk] for promise in lane.cards]) for lane in lanes]

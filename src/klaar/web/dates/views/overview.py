"""All dated promises of an agreement, with the chance of each."""

from typing import NamedTuple
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from klaar.forecast.model import Forecast
from klaar.ledger.duties import FOLLOWED
from klaar.web.dates.agreed import least_of
from klaar.web.dates.asking import ask, asked_about, dated_promises, side_of
from klaar.web.dates.forms import AskLeast
from klaar.web.dates.happened import Happened, happened
from klaar.web.dates.histories import History, history_of, key_for, offered
from klaar.web.dates.keeping import forecast_of
from klaar.web.dates.models import Choice
from klaar.web.dates.ruler import Bar, Ruler, laid_out
from klaar.web.dates.views.showing import language, odds_of, warning_of
from klaar.web.guard.declare import guarded
from klaar.web.guard.request import Request
from klaar.web.guard.rules import AT_TABLE
from klaar.web.pages.views.front import organisations_of
from klaar.web.showing import Card, show
from klaar.web.store.models import Promise, Side
from klaar.web.store.models.sides import OWN_SIDES
from klaar.web.table.find import find_version

_PER_PAGE = 20


class Dated(NamedTuple):
    """One promise in the list; `said` is None where nothing can be told of its day."""

    promise: Promise
    card: Card
    said: Forecast | None
    odds: str
    warning: str
    bar: Bar | None
    is_over: bool


@guarded(AT_TABLE)
def dates(request: Request, agreement: UUID) -> HttpResponse:
    """The dated promises in order, each with its chance; what is compared with; when both are warned."""
    version = find_version(request)
    past = happened(version)
    counted = {side.value: _counted(request, side, past) for side in OWN_SIDES}
    rows = dated_promises(version)
    page = Paginator(rows, _PER_PAGE).get_page(request.GET.get("page"))
    least, chosen = least_of(agreement)
    shown, ruler = _told(request, list(page), past, counted, least)
    context = {
        "version": version,
        "page": page,
        "shown": shown,
        "ruler": ruler,
        "warned": [each for each in shown if each.warning],
        "undated": version.promises.filter(is_struck=False, kind__in=FOLLOWED, due=None).count(),
        "least": least,
        "least_chosen": chosen,
        "least_form": AskLeast(initial={"percent": least}),
        "waiting": _waiting(agreement, Choice.Kind.LEAST),
        "dates_waiting": _waiting(agreement, Choice.Kind.DATE),
        "sources": [
            (side, counted[side.value], offered(request.seat, side.value, past)) for side in OWN_SIDES
        ],
        "may_choose": request.seat.role in ("owner", "signer"),
        "own_organisations": list(organisations_of(request)[:5]),
    }
    return render(request, "dates/dates.html", context)


def _counted(request: Request, side: Side, past: Happened) -> History:
    return history_of(key_for(request.seat.agreement, side.value, past), side.value, past)


def _told(
    request: Request, promises: list[Promise], past: Happened, counted: dict[str, History], least: int
) -> tuple[list[Dated], Ruler]:
    """Each promise with its forecast, which is kept as shown."""
    told = [_forecast(request, each, past, counted[side_of(each)]) for each in promises]
    ruler = laid_out(told)
    rows = [
        Dated(
            promise,
            show(promise, language(), request.seat.side),
            said,
            odds_of(said.chance) if said else "",
            warning_of(said, least) if said else "",
            bar,
            past.is_over(promise.key),
        )
        for promise, said, bar in zip(promises, told, ruler.bars, strict=True)
    ]
    return rows, ruler


def _forecast(request: Request, promise: Promise, past: Happened, history: History) -> Forecast | None:
    question = asked_about(promise, past, history)
    if past.is_over(promise.key) or question.wished is None or question.wished <= question.start:
        return None
    return forecast_of(ask(question, request.seat).record)


def _waiting(agreement: UUID, kind: str) -> list[Choice]:
    rows = Choice.objects.filter(agreement=agreement, kind=kind, state=Choice.State.OPEN)
    return list(rows.select_related("proposed_by"))

"""Choosing together: a date, when both are warned, and what is compared with."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext

from klaar.forecast.showing.teller import dated
from klaar.web.dates.agreed import answer, propose_date, propose_least
from klaar.web.dates.forms import AskLeast
from klaar.web.dates.happened import happened
from klaar.web.dates.histories import offered
from klaar.web.dates.keeping import forecast_of
from klaar.web.dates.models import Choice, Shown, Source
from klaar.web.guard.declare import guarded
from klaar.web.guard.refusals import Refusal
from klaar.web.guard.request import Request
from klaar.web.guard.rules import SIGNERS
from klaar.web.store.models.sides import OWN_SIDES
from klaar.web.table.find import find_promise, find_version


@guarded(change=SIGNERS)
def choose_date(request: Request, agreement: UUID, key: str) -> HttpResponse:
    """Propose one of the days of a forecast that was shown, with its chance."""
    find_promise(request, key)
    number, level = request.POST.get("forecast", ""), request.POST.get("level", "")
    if not number or not level:
        messages.error(request, gettext("Choose one of the days first."))
        return redirect("honest_date", agreement=agreement, key=key)
    shown = get_object_or_404(Shown, pk=_number(number), agreement=agreement, key=key)
    said = forecast_of(shown.record)
    days = {str(percent): (day, percent / 100) for percent, day in dated(said)}
    if said.wished and said.chance is not None:
        days["wished"] = (said.wished, said.chance)
    if level not in days:
        raise Refusal("bad_request")
    propose_date(request.seat, shown, *days[level])
    request.done, request.about = "date_proposed", {"promise": key, "day": days[level][0].isoformat()}
    messages.success(request, gettext("Proposed. The other side sees it, with its chance."))
    return redirect("honest_date", agreement=agreement, key=key)


@guarded(change=SIGNERS)
def choose_least(request: Request, agreement: UUID) -> HttpResponse:
    """Propose the chance below which both sides are warned."""
    find_version(request)
    form = AskLeast(request.POST)
    if not form.is_valid():
        messages.error(request, gettext("Give a whole number from 5 to 95."))
        return redirect("dates", agreement=agreement)
    propose_least(request.seat, form.cleaned_data["percent"])
    request.done, request.about = "least_proposed", {"percent": form.cleaned_data["percent"]}
    messages.success(request, gettext("Proposed. It counts as soon as the other side accepts it."))
    return redirect("dates", agreement=agreement)


@guarded(change=SIGNERS)
def answer_choice(request: Request, agreement: UUID, choice: int) -> HttpResponse:
    """Accept or refuse what the other side proposed; take back what the own side did."""
    found = get_object_or_404(Choice, pk=choice, agreement=agreement)
    state = answer(request.seat, found, request.POST.get("state", ""))
    request.done, request.about = f"choice_{state}", {"choice": choice, "promise": found.key}
    back = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()):
        return redirect(back)
    return redirect("dates", agreement=agreement)


@guarded(change=SIGNERS)
def choose_history(request: Request, agreement: UUID) -> HttpResponse:
    """From now on the promises of a side are compared with this history, for both sides at the table."""
    version = find_version(request)
    side, key = request.POST.get("side", ""), request.POST.get("history", "")
    if side not in OWN_SIDES:
        raise Refusal("bad_request")
    known = {each.key for each in offered(request.seat, side, happened(version))}
    if key not in known:
        raise Refusal("bad_request")
    kind, _sign, number = key.partition(":")
    history = _number(number) if kind == "import" else None
    Source.objects.create(agreement_id=agreement, side=side, key=key, history_id=history, set_by=request.seat)
    request.done, request.about = "history_chosen", {"side": side, "history": key}
    return redirect("dates", agreement=agreement)


def _number(text: str) -> int:
    if not text.isdecimal() or len(text) > 18:
        raise Refusal("bad_request")
    return int(text)

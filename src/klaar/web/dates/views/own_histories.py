"""The histories of an organisation: earlier promises and work items, brought along as CSV."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext

from klaar.forecast.items.forecast import forecast_items
from klaar.forecast.items.model import Item
from klaar.forecast.model import Case
from klaar.forecast.showing.lines import items_lines
from klaar.forecast.showing.reliability import reliability_svg
from klaar.forecast.showing.teller import Teller
from klaar.forecast.trial import try_history
from klaar.web.dates.forms import AskWork
from klaar.web.dates.histories import note_of
from klaar.web.dates.history_forms import BringHistory, ReadColumns
from klaar.web.dates.importing import headings, problem_words, read_in
from klaar.web.dates.models import Imported
from klaar.web.dates.views.showing import Level, language, odds_of
from klaar.web.guard.declare import guarded
from klaar.web.guard.rate import limit
from klaar.web.guard.request import Request, person
from klaar.web.guard.rules import MEMBERS
from klaar.web.store.log import log_event

_MOST_TRIED = 5_000


@guarded(MEMBERS, change=MEMBERS)
def own_histories(request: Request, organisation: str) -> HttpResponse:
    """What was brought along so far, and bringing more."""
    form = BringHistory(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        limit(request, "history", 60, 3600)
        return redirect(
            "own_history", organisation=organisation, history=_keep(request, form.cleaned_data).pk
        )
    context = {
        "organisation": request.organisation,
        "rows": request.organisation.histories.defer("data", "rows"),
        "form": form,
    }
    return render(request, "dates/own_histories.html", context, status=422 if form.is_bound else 200)


def _keep(request: Request, told: dict[str, Any]) -> Imported:
    file = told["file"]
    made = Imported(
        organisation=request.organisation,
        kind=told["kind"],
        name=told["name"].strip() or (file.name or "")[:200] or "CSV",
        data=file.read(),
        made_by=person(request),
    )
    read_in(made)
    made.save()
    log_event("history_brought", user=request.user, organisation=request.organisation, history=made.name)
    return made


@guarded(MEMBERS, change=MEMBERS)
def own_history(request: Request, organisation: str, history: int) -> HttpResponse:
    """One history: how it was read, what it says, and saying which column is which."""
    found = get_object_or_404(Imported, pk=history, organisation=request.organisation)
    names, work = headings(found), found.kind == Imported.Kind.WORK
    form = ReadColumns(names, work, request.POST or None, initial={**found.columns, "order": found.order})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        found.order = told.pop("order")
        found.columns = {key: name for key, name in told.items() if name}
        read_in(found)
        found.save()
        return redirect("own_history", organisation=organisation, history=history)
    context = {
        "organisation": request.organisation,
        "history": found,
        "problem": problem_words(found.problem) if found.problem else "",
        "columns": form if names else None,
        **(_work(request, found) if work else _tried(found)),
    }
    return render(request, "dates/own_history.html", context, status=422 if form.is_bound else 200)


@guarded(change=MEMBERS)
def forget_history(request: Request, organisation: str, history: int) -> HttpResponse:
    """Take a history away; forecasts that were shown from it stay as they were."""
    found = get_object_or_404(Imported, pk=history, organisation=request.organisation)
    log_event("history_forgotten", user=request.user, organisation=request.organisation, history=found.name)
    found.delete()
    messages.success(
        request, gettext("The history is gone. Forecasts that were shown from it stay as they were.")
    )
    return redirect("own_histories", organisation=organisation)


def _tried(found: Imported) -> dict[str, Any]:
    """How the method would have done on this history."""
    teller = Teller(language())
    notes = [teller.note(note_of(each)) for each in found.notes]
    if not found.rows or len(found.rows) > _MOST_TRIED:
        return {"notes": notes}
    cases = [Case(*map(_day, row[:3]), *row[3:5]) for row in found.rows]  # type: ignore[arg-type]
    made = try_history(cases, "project")
    result = made.result
    picture = reliability_svg(result.reliability, result.n, language()) if result.n else ""
    return {
        "notes": [*notes, *teller.notes(made.notes)],
        "trial": result if result.n else None,
        "picture": picture,
        "coverage": _coverage(result.forecast, teller),
        "coverage_promise": _coverage(result.promise, teller)[:1],
    }


def _coverage(loss: Any, teller: Teller) -> list[str]:
    return [teller.speaker.percent(round(share * 100)) for share in loss.coverage] if loss else []


def _work(request: Request, found: Imported) -> dict[str, Any]:
    """When so many items are done, from how many were done each week."""
    teller, today = Teller(language()), timezone.localdate()
    asked = request.GET if "count" in request.GET else None
    form = AskWork(asked, initial={"today": today, "seed": 1, "count": 20})
    context: dict[str, Any] = {"ask": form, "notes": [teller.note(note_of(each)) for each in found.notes]}
    if not (found.rows and form.is_bound and form.is_valid()):
        return context
    told = form.cleaned_data
    items = [Item(_day(start), _day(done)) for start, done in found.rows]
    said = forecast_items(items, told["count"], told["today"], wished=told["by"], seed=told["seed"])
    days = ((50, said.p50), (80, said.p80), (90, said.p90))
    return {
        **context,
        "said": said,
        "odds": odds_of(said.chance),
        "levels": [Level(percent, day, percent / 100) for percent, day in days if day],
        "lines": items_lines(said, teller),
    }


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

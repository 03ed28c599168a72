"""Many promises at once."""

from typing import NamedTuple
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from klaar.forecast.plan.model import PlanError, PlanForecast
from klaar.forecast.showing.teller import Teller
from klaar.web.dates.asking import dated_promises
from klaar.web.dates.forms import AskPlan
from klaar.web.dates.happened import happened
from klaar.web.dates.plan import Planned, Weighed, plan_of
from klaar.web.dates.views.showing import language, odds_of
from klaar.web.guard.declare import guarded
from klaar.web.guard.request import Request
from klaar.web.guard.rules import AT_TABLE
from klaar.web.showing import Card, show
from klaar.web.table.find import find_version

_MOST = 12
_WIDTH = 120


class Weight(NamedTuple):
    """One promise in the plan, as the page shows it; `width` is how often the end waits on it, of `_WIDTH`."""

    weighed: Weighed
    card: Card
    percent: int
    width: str
    saves: str


@guarded(AT_TABLE)
def together(request: Request, agreement: UUID) -> HttpResponse:
    """When all that is dated is ready, which promise weighs most, and what the client can do for it."""
    version = find_version(request)
    past = happened(version)
    form = AskPlan(request.GET if "seed" in request.GET else None, initial={"seed": 1})
    valid = form.is_bound and form.is_valid()
    wished, seed = (form.cleaned_data["by"], form.cleaned_data["seed"]) if valid else (None, 1)
    wrong = ""
    try:
        made = plan_of(list(dated_promises(version)), request.seat.agreement, past, wished, seed)
    except PlanError as error:
        made, wrong = None, _wrong(error)
    status = 422 if form.is_bound and not valid else 200
    context = {
        "version": version,
        "form": form,
        "wrong": wrong,
        "made": made,
        **_told(made, request.seat.side),
    }
    return render(request, "dates/together.html", context, status=status)


def _wrong(error: PlanError) -> str:
    """A circle is the only thing that can be wrong here; its name is a key, so the words name none."""
    return gettext(
        "Some promises wait on each other in a circle, so none of them can begin. Take one of the links away first."
    )


def _told(made: Planned | None, side: str) -> dict[str, object]:
    if made is None:
        return {}
    teller = Teller(language())
    return {
        "odds": odds_of(made.said.chance),
        "weights": [_weight(each, side, teller) for each in made.weighed[:_MOST]],
        "inputs": [_weight(each, side, teller) for each in made.inputs[:_MOST]],
        "days": _days(made.said),
        "kept": _percent(made.said.kept),
        "gain": teller.days(max(0, made.client.gain)) if made.client and made.client.gain > 0 else "",
        "chance_then": _percent(made.client.chance)
        if made.client and made.client.chance is not None
        else None,
        "notes": teller.notes(made.said.notes),
        "together": teller.speaker.number(made.said.together),
    }


def _days(said: PlanForecast) -> list[tuple[int, object]]:
    return [(50, said.p50), (80, said.p80), (90, said.p90)]


def _weight(each: Weighed, side: str, teller: Teller) -> Weight:
    return Weight(
        each,
        show(each.promise, language(), side),
        _percent(each.step.decides),
        f"{max(1.0, _WIDTH * each.step.decides):.1f}",
        teller.days(each.step.gain) if each.step.gain > 0 else "",
    )


def _percent(share: float) -> int:
    """Of 100; only what is certain in every run is 0 or 100."""
    return round(share * 100) if share in (0, 1) else min(99, max(1, round(share * 100)))

"""While an agreement is read, and the sides to confirm when it is."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from klaar.web.guard.declare import guarded
from klaar.web.guard.refusals import Refusal
from klaar.web.guard.request import Request
from klaar.web.guard.rules import AT_TABLE, OWNERS
from klaar.web.jobs.failures import failure_words
from klaar.web.jobs.run import ask_reading
from klaar.web.jobs.worker import wake
from klaar.web.pages.forms import PARTY_SIDES, OwnSide
from klaar.web.store.models import Party, Version
from klaar.web.store.sides import set_sides


@guarded(AT_TABLE, log=False)
def reading(request: Request, agreement: UUID) -> HttpResponse:
    """How far the reading is; goes on by itself when it is done, without JavaScript too."""
    version = _newest(request)
    if version.state in (Version.State.OPEN, Version.State.SEALED):
        return redirect("table", agreement=agreement)
    if version.state == Version.State.SIDES:
        return redirect("sides", agreement=agreement)
    failed = version.state == Version.State.FAILED
    words = failure_words(version.failure, version.failure_detail) if failed else ""
    response = render(request, "klaar/reading.html", {"version": version, "failed": failed, "words": words})
    if not failed:
        response.headers["Refresh"] = "2"
    return response


@guarded(change=OWNERS)
def read_again(request: Request, agreement: UUID) -> HttpResponse:
    """Try a reading that failed once more."""
    version = _newest(request)
    if version.state != Version.State.FAILED:
        raise Refusal("changed")
    ask_reading(version)
    wake()
    return redirect("reading", agreement=agreement)


@guarded(OWNERS, change=OWNERS)
def sides(request: Request, agreement: UUID) -> HttpResponse:
    """Who is who: the parties as read, to be confirmed or set, and the own side."""
    version = _newest(request)
    if version.state != Version.State.SIDES:
        return redirect("reading", agreement=agreement)
    parties = list(version.parties.all())
    first = {"title": request.seat.agreement.title, "side": request.seat.side}
    form = OwnSide(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        chosen = {party.pk: request.POST.get(f"party-{party.pk}", party.side) for party in parties}
        _take_seat(request, form)
        if set_sides(version, chosen):
            ask_reading(version)
            wake()
        else:
            Version.objects.filter(pk=version.pk).update(state=Version.State.OPEN, opened=timezone.now())
        return redirect("reading", agreement=agreement)
    context = {
        "form": form,
        "version": version,
        "main": [party for party in parties if _matters(party)],
        "others": [party for party in parties if not _matters(party)],
        "choices": PARTY_SIDES,
    }
    return render(request, "klaar/sides.html", context, status=422 if form.is_bound else 200)


def _matters(party: Party) -> bool:
    return party.side in ("it", "client") or party.certainty == "check" or bool(party.company)


def _take_seat(request: Request, form: OwnSide) -> None:
    request.seat.side = form.cleaned_data["side"]
    request.seat.save(update_fields=["side"])
    request.seat.agreement.title = form.cleaned_data["title"]
    request.seat.agreement.save(update_fields=["title"])
    request.done = "sides_confirmed"


def _newest(request: Request) -> Version:
    return Version.objects.filter(agreement=request.seat.agreement_id).order_by("-number")[0]

"""The page of a promise, and saying what happened to it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext

from klaar.ledger.errors import LedgerError
from klaar.ledger.showing.teller import error_message
from klaar.ledger.turns import GENERAL
from klaar.web.guard.declare import guarded
from klaar.web.guard.rate import limit
from klaar.web.guard.request import Request
from klaar.web.guard.rules import AT_TABLE, SIGNERS
from klaar.web.keep.evidence import evidence_path
from klaar.web.keep.models import EvidenceFile
from klaar.web.keep.record.forms import EventForm
from klaar.web.keep.record.kinds import BY_KIND, Saying, may_say
from klaar.web.keep.record.page import Chosen, choose, context_of
from klaar.web.keep.record.say import say
from klaar.web.keep.record.taking_back import take_back as take_event_back
from klaar.web.keep.stand.lines import lines_of


@guarded(AT_TABLE)
def kept(request: Request, agreement: UUID, key: str) -> HttpResponse:
    """One promise: how it stands, how both sides see it, and what happened to it."""
    return render(request, "keep/promise.html", context_of(request, choose(request, key)))


@guarded(SIGNERS, change=SIGNERS)
def add(request: Request, agreement: UUID, key: str, kind: str) -> HttpResponse:
    """The form to say one thing, and keeping it."""
    chosen, saying = choose(request, key), BY_KIND.get(kind)  # type: ignore[call-overload]
    duty = chosen.duty
    if saying is None:
        raise Http404
    allowed = may_say(saying, request.seat.side, duty.bearer, duty.beneficiary)
    form = _form(request, chosen, saying)
    if request.method == "POST" and allowed and form.is_valid():
        limit(request, "talk", 300, 3600)
        try:
            event = say(chosen.standing, request.seat, key, kind, form.cleaned_data)
        except LedgerError as error:
            form.add_error(None, error_message(error, (get_language() or "en")[:2]))
        else:
            request.done, request.about = f"kept_{event.kind}", {"promise": key}
            later = event.happened.date() > timezone.localdate()
            words = (
                gettext("Kept. Its day has not come yet: it counts from then on.")
                if later
                else gettext("Kept. Both sides see it.")
            )
            messages.success(request, words)
            return redirect(page_of(request, key, event.occurrence))
    context = {**context_of(request, chosen), "form": form, "saying": saying, "allowed": allowed}
    return render(request, "keep/say.html", context, status=422 if request.method == "POST" else 200)


def page_of(request: Request, key: str, turn: str) -> str:
    """The address of the page of a promise, at one turn."""
    address = reverse("kept", args=[request.seat.agreement_id, key])
    return f"{address}?{urlencode({'turn': turn})}" if turn else address


def _form(request: Request, chosen: Chosen, saying: Saying) -> EventForm:
    language = (get_language() or "en")[:2]
    standing, seat = chosen.standing, request.seat
    named = [state for state in reversed(chosen.states) if state.occurrence]
    turns = [(state.occurrence, _turn_words(state.occurrence)) for state in named[:60]]
    if turns and saying.kind in GENERAL:
        turns = [("", gettext("all of them")), *turns]
    others = [
        (f"{line.key}|{line.turn}", f"{line.heading[:110]} {line.due or ''}".strip())
        for line in (
            lines_of(standing, standing.states, seat.side, language) if saying.kind == "waiting" else ()
        )
        if (line.key, line.turn) != (chosen.key, chosen.state.occurrence)
    ]
    asked = {event.id: event.get("note") for event in standing.events}
    questions = [(each, asked.get(each, "")[:110]) for each in chosen.state.questions]
    first: dict[str, Any] = {"occurrence": chosen.state.occurrence, "asked_by": seat.side}
    data = (request.POST, request.FILES) if request.method == "POST" else ()
    return EventForm(
        saying, *data, today=standing.today, turns=turns, others=others, questions=questions, initial=first
    )


def _turn_words(turn: str) -> str:
    from django.utils.dateparse import parse_date  # noqa: PLC0415
    from django.utils.formats import date_format  # noqa: PLC0415

    try:
        day = parse_date(turn)
    except ValueError:
        day = None
    return date_format(day) if day else turn


@guarded(change=SIGNERS)
def take_back(request: Request, agreement: UUID, key: str) -> HttpResponse:
    """Say that something the own side said does not count; what was said stays in view."""
    chosen = choose(request, key)
    event = take_event_back(chosen.standing, request.seat, key, request.POST.get("event", ""))
    request.done, request.about = "kept_corrected", {"promise": key}
    messages.success(request, gettext("Taken back: it no longer counts, and stays in view."))
    return redirect(page_of(request, key, event.occurrence))


@guarded(AT_TABLE)
def evidence(request: Request, agreement: UUID, sha256: str) -> HttpResponseBase:
    """A file on which an event rests, to be kept and not to be shown: whatever is in it, nothing of it runs here."""
    found = get_object_or_404(EvidenceFile, agreement=agreement, sha256=sha256)
    path = evidence_path(request.seat.agreement, sha256)
    if not path.is_file():
        raise Http404
    request.about = {"file": sha256[:12]}
    return FileResponse(
        path.open("rb"), as_attachment=True, filename=found.name, content_type="application/octet-stream"
    )

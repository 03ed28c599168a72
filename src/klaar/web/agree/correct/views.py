"""Correcting a promise."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from klaar.web.agree.correct import change
from klaar.web.agree.correct.forms import Correct
from klaar.web.agree.correct.history import Step, steps
from klaar.web.agree.correct.initial import initial_of
from klaar.web.agree.correct.text import WordsError
from klaar.web.guard.declare import guarded
from klaar.web.guard.refusals import Refusal
from klaar.web.guard.request import Request
from klaar.web.guard.rules import SIGNERS
from klaar.web.store.models import Promise, Version
from klaar.web.table.find import find_promise

_NEAR = 6


@guarded(SIGNERS, change=SIGNERS)
def correct(request: Request, agreement: UUID, key: str) -> HttpResponse:
    """Change what was read in a promise."""
    version, promise = find_promise(request, key)
    form = Correct(request.POST or None, initial=initial_of(promise))
    first: list[Step] = []
    if request.method == "POST" and form.is_valid():
        try:
            revision = form.cleaned_data["revision"] or 0
            change.edit(promise, revision, form.fields_of(promise), request.seat, form.cleaned_data["why"])
        except Refusal as refused:
            if refused.code != "changed":
                raise
            form, first = _once_more(request, promise)
        else:
            request.done, request.about = "corrected", {"promise": key}
            return redirect("promise", agreement=agreement, key=key)
    context = {"version": version, "promise": promise, "form": form, "first": first}
    status = 409 if first else 422 if form.is_bound else 200
    return render(request, "agree/correct.html", context, status=status)


def _once_more(request: Request, promise: Promise) -> tuple[Correct, list[Step]]:
    """The form as it was filled in, for the promise as it stands now; and what someone else changed."""
    promise.refresh_from_db()
    sent = request.POST.copy()
    sent["revision"] = str(promise.revision)
    return Correct(sent), steps(promise.corrections.select_related("made_by").order_by("-made", "-id")[:1])


@guarded(change=SIGNERS)
def strike(request: Request, agreement: UUID, key: str) -> HttpResponse:
    """Strike a promise, or put it back."""
    _, promise = find_promise(request, key)
    act = change.restore if promise.is_struck else change.strike
    act(promise, _revision(request, promise.key), request.seat, request.POST.get("why", "")[:2000])
    request.done, request.about = "struck" if promise.is_struck else "restored", {"promise": key}
    return redirect("promise", agreement=agreement, key=key)


@guarded(SIGNERS, change=SIGNERS)
def split(request: Request, agreement: UUID, key: str) -> HttpResponse:
    """One promise becomes several: a line of the form is a promise."""
    version, promise = find_promise(request, key)
    said = request.POST.get("parts", promise.quote)
    parts = [" ".join(line.split()) for line in said.splitlines() if line.strip()]
    error = ""
    if request.method == "POST":
        error = "one" if len(parts) < 2 else ""
        if not error:
            try:
                change.split(
                    promise, _revision(request, key), parts, request.seat, request.POST.get("why", "")
                )
            except WordsError as wrong:
                error = wrong.code
        if not error:
            request.done, request.about = "split", {"promise": key}
            return redirect("table", agreement=agreement)
    context = {"version": version, "promise": promise, "said": said, "error": error}
    return render(request, "agree/split.html", context, status=422 if error else 200)


@guarded(SIGNERS, change=SIGNERS)
def join(request: Request, agreement: UUID, key: str) -> HttpResponse:
    """Several promises that stand together become one."""
    version, promise = find_promise(request, key)
    near = _near(version, promise)
    chosen = [each for each in near if each.key in request.POST.getlist("with")]
    if request.method == "POST" and chosen:
        revisions = {each.key: _revision(request, each.key) for each in (promise, *chosen)}
        joined = change.join([promise, *chosen], revisions, request.seat, request.POST.get("why", ""))
        request.done, request.about = "joined", {"promise": joined.key}
        return redirect("promise", agreement=agreement, key=joined.key)
    context = {"version": version, "promise": promise, "near": near, "nothing": request.method == "POST"}
    return render(request, "agree/join.html", context, status=422 if request.method == "POST" else 200)


def _near(version: Version, promise: Promise) -> list[Promise]:
    rows = Promise.objects.filter(version=version, document=promise.document, is_struck=False)
    before = rows.filter(start__lt=promise.start).order_by("-start")[:_NEAR]
    after = rows.filter(start__gt=promise.start).order_by("start")[:_NEAR]
    return [*reversed(before), *after]


def _revision(request: Request, key: str) -> int:
    said = request.POST.get(f"revision-{key}", "")
    return int(said) if said.isdecimal() and len(said) < 10 else 0

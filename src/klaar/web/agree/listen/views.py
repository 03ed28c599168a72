"""Asking, answering, saying what was meant."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext

from klaar.web.agree.listen import threads
from klaar.web.guard.declare import guarded
from klaar.web.guard.rate import limit
from klaar.web.guard.request import Request
from klaar.web.guard.rules import AT_TABLE
from klaar.web.store.models import Question, Version
from klaar.web.table.find import find_open, find_promise, find_version

_LONGEST = 4_000
_PER_PAGE = 50


@guarded(AT_TABLE)
def questions(request: Request, agreement: UUID) -> HttpResponse:
    """All threads: those that wait for the own side first, then the other open ones, then the rest."""
    version = find_version(request)
    mine = set(threads.waiting_for(version, request.seat).values_list("pk", flat=True))
    rows = version.questions.select_related("asked_by", "promise").prefetch_related("answers__given_by")
    order = {Question.State.OPEN: 1, Question.State.ANSWERED: 2, Question.State.SETTLED: 3}
    ranked = sorted(
        rows, key=lambda each: (each.pk not in mine, order[Question.State(each.state)], each.asked)
    )
    page = Paginator(ranked, _PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "version": version,
        "page": page,
        "waiting": len(mine),
        "is_open": version.state == Version.State.OPEN,
    }
    return render(request, "agree/questions.html", context)


@guarded(change=AT_TABLE)
def ask(request: Request, agreement: UUID, key: str) -> HttpResponse:
    """A question about a promise, or "this is not what I meant" with what was meant."""
    version = find_open(request)
    _, promise = find_promise(request, key)
    text, meant = _said(request, "text"), _said(request, "meant")
    if not (text or meant):
        messages.error(
            request, gettext("Nothing was written down: say what you want to know, or what you meant.")
        )
        return redirect("promise", agreement=agreement, key=key)
    limit(request, "talk", 300, 3600)
    Question.objects.create(
        version=version,
        promise=promise,
        kind=Question.Kind.NOT_MEANT if meant else Question.Kind.QUESTION,
        text=text or meant,
        meant=meant,
        side=request.seat.side,
        asked_by=request.seat,
    )
    request.done, request.about = "asked", {"promise": key}
    messages.success(request, gettext("Your words stand beside this promise; the other side sees them."))
    return redirect("promise", agreement=agreement, key=key)


@guarded(change=AT_TABLE)
def answer(request: Request, agreement: UUID, question: int) -> HttpResponse:
    """Say something in a thread."""
    found = _question(request, question)
    text = _said(request, "text")
    if text:
        limit(request, "talk", 300, 3600)
        threads.answer(found, request.seat, text)
        request.done, request.about = "answered", {"question": question}
    else:
        messages.error(request, gettext("Nothing was written down."))
    return _back(found, agreement)


@guarded(change=AT_TABLE)
def settle(request: Request, agreement: UUID, question: int) -> HttpResponse:
    """Who asked says that the answer will do."""
    found = _question(request, question)
    if not threads.may_settle(found, request.seat):
        raise PermissionDenied
    threads.settle(found)
    request.done, request.about = "settled", {"question": question}
    return _back(found, agreement)


def _question(request: Request, question: int) -> Question:
    rows = Question.objects.select_related("promise")
    return get_object_or_404(rows, pk=question, version=find_open(request))


def _back(question: Question, agreement: UUID) -> HttpResponse:
    if question.promise is None:
        return redirect("questions", agreement=agreement)
    return redirect("promise", agreement=agreement, key=question.promise.key)


def _said(request: Request, name: str) -> str:
    return request.POST.get(name, "").strip()[:_LONGEST]

"""The honest date of one promise."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import render

from klaar.web.dates.agreed import least_of
from klaar.web.dates.asking import Question, ask, asked_about, side_of
from klaar.web.dates.forms import AskDate
from klaar.web.dates.happened import Happened, happened
from klaar.web.dates.histories import History, history_of, key_for, offered
from klaar.web.dates.models import Choice
from klaar.web.dates.term import day_of
from klaar.web.dates.views.showing import language, tell
from klaar.web.guard.declare import guarded
from klaar.web.guard.request import Request
from klaar.web.guard.rules import AT_TABLE
from klaar.web.store.models import Promise
from klaar.web.table.cards import lay
from klaar.web.table.find import find_promise
from klaar.web.table.lanes import view_of


@guarded(AT_TABLE)
def honest_date(request: Request, agreement: UUID, key: str) -> HttpResponse:
    """The chance of a date, the days that are met more often, and what both sides chose."""
    version, promise = find_promise(request, key)
    past = happened(version)
    histories = offered(request.seat, side_of(promise), past)
    own = asked_about(promise, past, _counted(request, promise, past))
    form = _form(request.GET, histories, own, promise)
    question = _question(form, own, past) if form.is_bound and form.is_valid() else own
    wrong = form.is_bound and not form.is_valid()
    may_tell = bool(question.wished and question.wished > question.start) and not past.is_over(key)
    least, _chosen = least_of(version.agreement_id)
    context = {
        "version": version,
        "chosen": promise,
        "laid": lay([promise], request.seat, view_of(request.seat, ""), language())[0],
        "form": form,
        "question": question,
        "least": least,
        "told": tell(ask(question, request.seat), least) if may_tell and not wrong else None,
        "done": past.done(key),
        "is_over": past.is_over(key),
        "said": own.said,
        "choices": _choices(request, key),
        "may_choose": request.seat.role in ("owner", "signer") and not past.is_over(key),
    }
    return render(request, "dates/promise.html", context, status=422 if wrong else 200)


def _counted(request: Request, promise: Promise, past: Happened) -> History:
    """The history that counts for the side that owes it."""
    side = side_of(promise)
    return history_of(key_for(request.seat.agreement, side, past), side, past)


def _form(asked: QueryDict, histories: list[History], own: Question, promise: Promise) -> AskDate:
    """What was asked, else what the promise itself asks."""
    initial: dict[str, Any] = {
        "start": own.start,
        "by": own.wished or day_of(promise, own.start),
        "history": own.history.key,
    }
    return AskDate(histories, asked if "start" in asked else None, initial=initial)


def _question(form: AskDate, own: Question, past: Happened) -> Question:
    told = form.cleaned_data
    same_history = told["history"] == own.history.key
    history = own.history if same_history else history_of(told["history"], own.side, past)
    share = told["progress"] / 100 if told["progress"] is not None else None
    same = (told["start"], told["by"], history.key) == (own.start, own.wished, own.history.key)
    asked = own._replace(
        start=told["start"], wished=told["by"], history=history, progress=share, is_asked=not same
    )
    if same:
        return asked
    planned = own.planned or (own.said[0].promised if own.said else None)
    if planned is None or planned <= told["start"]:
        return asked._replace(said=(), planned=None)
    return asked._replace(said=own.said if told["start"] == own.start else (), planned=planned)


def _choices(request: Request, key: str) -> list[Choice]:
    """What was proposed and chosen for this promise, the last first."""
    rows = Choice.objects.filter(agreement=request.seat.agreement_id, kind=Choice.Kind.DATE, key=key)
    return list(rows.select_related("proposed_by", "answered_by"))

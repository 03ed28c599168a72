"""Threads: asking, answering, saying that an answer will do."""

from typing import Annotated
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.urls import reverse
from ninja import Field, Path, Query, Router, Schema

from klaar.web.agree.listen import threads
from klaar.web.api.door import AT_TABLE, ApiRequest, asks
from klaar.web.api.paging import Paging, Record, paged
from klaar.web.api.problems import Wrong
from klaar.web.api.rates import WORDS, count
from klaar.web.api.scopes import Scope
from klaar.web.api.shapes.talk import (
    AnswerIn,
    Question,
    QuestionIn,
    QuestionPage,
    QuestionPatch,
    QuestionState,
)
from klaar.web.api.shapes.words import Key
from klaar.web.api.showing import by, own_side
from klaar.web.api.tags import IF_MATCH, check_match, put_tag
from klaar.web.api.wrong_input import wrong_part
from klaar.web.store import models
from klaar.web.table.find import find_open, find_version

router = Router(tags=["Questions"])
_AT = "/agreements/{uuid:agreement}/questions"
Number = Annotated[int, Path(ge=1, le=2**31 - 1)]


class QuestionFilter(Schema):
    """Which threads."""

    promise: Key | None = Field(None, description="The id of a promise.")
    state: QuestionState | None = None


@router.get(_AT, response=QuestionPage, operation_id="listQuestions")
@asks(Scope.READ, AT_TABLE)
def list_questions(
    request: ApiRequest, agreement: UUID, paging: Query[Paging], wanted: Query[QuestionFilter]
) -> Record:
    """All threads, in the order in which they were begun."""
    rows = _threads(find_version(request))
    rows = rows.filter(promise__key=wanted.promise) if wanted.promise else rows
    rows = rows.filter(state=wanted.state) if wanted.state else rows
    return paged(request, rows, paging, lambda each: _record(request, each))


@router.post(_AT, response={201: Question}, operation_id="askQuestion")
@asks(Scope.WRITE, AT_TABLE)
def ask_question(request: ApiRequest, response: HttpResponse, agreement: UUID, body: QuestionIn) -> Record:
    """Ask about a promise, or say that it is not what was meant."""
    version = find_open(request)
    promise = version.promises.filter(key=body.promise).first()
    if promise is None:
        raise Wrong("invalid", errors=[wrong_part("no_promise", "body", "promise")])
    count("words", request.bearer.pk, WORDS)
    kinds = models.Question.Kind
    made = models.Question.objects.create(
        version=version,
        promise=promise,
        kind=kinds.NOT_MEANT if body.meant else kinds.QUESTION,
        text=body.text,
        meant=body.meant,
        side=request.seat.side,
        asked_by=request.seat,
    )
    request.done, request.about = "asked", {"promise": promise.key, "question": made.pk}
    response.headers["Location"] = reverse("api:get_question", args=[agreement, made.pk])
    return _told(request, response, made.pk)


@router.get(f"{_AT}/{{int:question}}", response=Question, operation_id="getQuestion")
@asks(Scope.READ, AT_TABLE)
def get_question(request: ApiRequest, response: HttpResponse, agreement: UUID, question: Number) -> Record:
    """One thread with its answers; its ETag goes back in If-Match to settle it."""
    return _told(request, response, question)


@router.patch(
    f"{_AT}/{{int:question}}", response=Question, operation_id="settleQuestion", openapi_extra=IF_MATCH
)
@asks(Scope.WRITE, AT_TABLE)
def settle_question(
    request: ApiRequest, response: HttpResponse, agreement: UUID, question: Number, body: QuestionPatch
) -> Record:
    """Who asked says that the answer will do."""
    find_open(request)
    found = _find(request, question)
    check_match(request, _record(request, found))
    if not threads.may_settle(found, request.seat):
        raise Wrong("not_allowed")
    threads.settle(found)
    request.done, request.about = "settled", {"question": question}
    return _told(request, response, question)


@router.post(f"{_AT}/{{int:question}}/answers", response={201: Question}, operation_id="answerQuestion")
@asks(Scope.WRITE, AT_TABLE)
def answer_question(
    request: ApiRequest, response: HttpResponse, agreement: UUID, question: Number, body: AnswerIn
) -> Record:
    """Say something in a thread; an answer of the other side than asked answers the question."""
    find_open(request)
    found = _find(request, question)
    count("words", request.bearer.pk, WORDS)
    threads.answer(found, request.seat, body.text)
    request.done, request.about = "answered", {"question": question}
    return _told(request, response, question)


def _threads(version: models.Version) -> QuerySet[models.Question]:
    rows = version.questions.select_related("asked_by", "promise", "finding")
    return rows.prefetch_related("answers__given_by").order_by("asked", "pk")


def _find(request: ApiRequest, question: int) -> models.Question:
    found = _threads(find_version(request)).filter(pk=question).first()
    if found is None:
        raise Http404
    return found


def _told(request: ApiRequest, response: HttpResponse, question: int) -> Record:
    told = _record(request, _find(request, question))
    put_tag(response, told)
    return told


def _record(request: ApiRequest, question: models.Question) -> Record:
    return {
        "id": question.pk,
        "promise": question.promise.key if question.promise else None,
        "rule": question.finding.rule if question.finding else None,
        "kind": question.kind,
        "state": question.state,
        "side": own_side(question.side),
        "text": question.text,
        "meant": question.meant,
        "by": by(request, question.asked_by),
        "asked": question.asked,
        "settled": question.settled,
        "answers": [
            {"id": each.pk, "text": each.text, "by": by(request, each.given_by), "given": each.given}
            for each in question.answers.all()
        ],
    }

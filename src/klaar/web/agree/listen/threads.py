"""Threads at a promise, and who waits for whom."""

from django.db.models import Q, QuerySet
from django.utils import timezone

from klaar.web.guard.refusals import Refusal
from klaar.web.store.models import Answer, Membership, Question, Version


def waiting(version: Version) -> QuerySet[Question]:
    """The questions that nobody has answered yet."""
    return version.questions.filter(state=Question.State.OPEN)


def waiting_for(version: Version, seat: Membership) -> QuerySet[Question]:
    """The open questions that the side of `seat` has to answer: those it did not ask itself."""
    rows = waiting(version)
    return rows.exclude(Q(side=seat.side) & ~Q(side="")) if seat.side else rows


def answer(question: Question, seat: Membership, text: str) -> Answer:
    """Say something in a thread; an answer of another side than asked answers the question."""
    given = Answer.objects.create(question=question, text=text, given_by=seat)
    if question.state == Question.State.OPEN and (seat.side != question.side or not question.side):
        Question.objects.filter(pk=question.pk).update(state=Question.State.ANSWERED)
    elif question.state != Question.State.OPEN and seat.side == question.side and seat.side:
        Question.objects.filter(pk=question.pk).update(state=Question.State.OPEN, settled=None)
    return given


def settle(question: Question) -> None:
    """The answer will do. Raises `Refusal` for a question that has no answer yet."""
    rows = Question.objects.filter(pk=question.pk, state=Question.State.ANSWERED)
    if not rows.update(state=Question.State.SETTLED, settled=timezone.now()):
        raise Refusal("changed")


def may_settle(question: Question, seat: Membership) -> bool:
    """Who asked, and their side."""
    return question.asked_by_id == seat.pk or (question.side == seat.side != "")

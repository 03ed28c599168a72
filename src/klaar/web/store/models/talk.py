"""Listening: questions about a line, their answers, and the notes of a side."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from klaar.web.store.models.agreement import Version
from klaar.web.store.models.finding import Finding
from klaar.web.store.models.promise import Promise
from klaar.web.store.models.seats import Membership
from klaar.web.store.models.sides import Side


class Question(models.Model):
    """A question about a promise or a finding, or "this is not what I meant" with what was meant.

    `side` asked it; it waits for an answer of the other side, or of anyone when a mediator asked.
    """

    class Kind(models.TextChoices):
        """`not_meant` has in `meant` what was meant."""

        QUESTION = "question", _("question")
        NOT_MEANT = "not_meant", _("this is not what I meant")

    class State(models.TextChoices):
        """`settled` by who asked: the answer will do."""

        OPEN = "open", _("no answer yet")
        ANSWERED = "answered", _("answered")
        SETTLED = "settled", _("settled")

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="questions")
    promise = models.ForeignKey(
        Promise, on_delete=models.CASCADE, null=True, blank=True, related_name="questions"
    )
    finding = models.ForeignKey(
        Finding, on_delete=models.SET_NULL, null=True, blank=True, related_name="questions"
    )
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.QUESTION)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    text = models.TextField()
    meant = models.TextField(blank=True)
    side = models.CharField(max_length=6, choices=Side.choices, blank=True)
    asked_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")
    asked = models.DateTimeField(default=timezone.now)
    settled = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["asked", "id"]

    def __str__(self) -> str:
        return self.text[:60]


class Answer(models.Model):
    """What someone answered; a thread has as many as it needs."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="answers")
    text = models.TextField()
    given_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")
    given = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar = ["given", "id"]

    def __str__(self) -> str:
        return self.text[:60]


class Note(models.Model):
    """A note of one side at a promise; the other side sees it only once it is shared."""

    promise = models.ForeignKey(Promise, on_delete=models.CASCADE, related_name="notes")
    side = models.CharField(max_length=6, choices=Side.choices)
    text = models.TextField()
    is_shared = models.BooleanField(default=False)
    written_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")
    written = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar = ["written", "id"]

    def __str__(self) -> str:
        return self.text[:60]

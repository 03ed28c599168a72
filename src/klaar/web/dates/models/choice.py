"""What one side proposes and the other accepts: a date with its chance, and when both are warned."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from klaar.web.dates.models.shown import Shown
from klaar.web.store.models import Agreement, Membership, Side


class Choice(models.Model):
    """ "The client proposes 20 April, met in 80 of 100 such cases; IT accepts": a date with open eyes.

    Of kind `date` it is about the promise `key`: `day`, and `percent`, its chance as `forecast` told it. Of
    kind `least` `percent` is the chance below which both sides are warned. One side proposes, the other
    answers; who, when and what stays.
    """

    class Kind(models.TextChoices):
        """What is chosen."""

        DATE = "date", _("a date")
        LEAST = "least", _("when both are warned")

    class State(models.TextChoices):
        """How it stands."""

        OPEN = "open", _("waits for the other side")
        AGREED = "agreed", _("chosen by both sides")
        REFUSED = "refused", _("not accepted")
        WITHDRAWN = "withdrawn", _("taken back")

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="choices")
    kind = models.CharField(max_length=5, choices=Kind.choices)
    key = models.CharField(max_length=40, blank=True)
    day = models.DateField(null=True, blank=True)
    percent = models.PositiveIntegerField()
    forecast = models.ForeignKey(
        Shown, on_delete=models.SET_NULL, null=True, blank=True, related_name="choices"
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    side = models.CharField(max_length=6, choices=Side.choices)
    proposed_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")
    proposed = models.DateTimeField(default=timezone.now)
    answered_by = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answered = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-proposed", "-pk"]
        indexes: ClassVar = [models.Index(fields=["agreement", "kind", "state"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.day or self.percent}"

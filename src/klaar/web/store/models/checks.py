"""The short check, before signing, that both sides understood the same."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from klaar.web.store.models.agreement import Version
from klaar.web.store.models.promise import Promise
from klaar.web.store.models.seats import Membership


class UnderstandingCheck(models.Model):
    """One person's check: the same `seed` gives the same questions about the same promises."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="checks")
    seat = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="checks")
    seed = models.CharField(max_length=40)
    started = models.DateTimeField(default=timezone.now)
    finished = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"check by {self.seat_id}"


class CheckItem(models.Model):
    """One question of a check: `asks` is who, when, consequence or excluded.

    `options` are the answers as shown, `right` the index of the right one, `given` that of the first answer.
    """

    check_of = models.ForeignKey(UnderstandingCheck, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveIntegerField()
    promise = models.ForeignKey(Promise, on_delete=models.CASCADE, related_name="check_items")
    asks = models.CharField(max_length=20)
    options = models.JSONField(default=list)
    right = models.PositiveIntegerField()
    given = models.PositiveIntegerField(null=True, blank=True)
    given_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["check_of", "position"], name="check_position_once"),
        ]

    def __str__(self) -> str:
        return f"{self.asks} of {self.promise_id}"

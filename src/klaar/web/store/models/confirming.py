"""Confirming the own duties one by one, and signing off."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from klaar.web.store.models.agreement import Version
from klaar.web.store.models.promise import Promise
from klaar.web.store.models.seats import Membership
from klaar.web.store.models.sides import Side


class Confirmation(models.Model):
    """A side confirms one promise, as it is or with a reservation; a new one takes the place of the last.

    `revision` is the promise's at that moment: when it was changed since, it must be confirmed again.
    """

    promise = models.ForeignKey(Promise, on_delete=models.CASCADE, related_name="confirmations")
    side = models.CharField(max_length=6, choices=Side.choices)
    seat = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")
    reservation = models.TextField(blank=True)
    revision = models.PositiveIntegerField()
    made = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["promise", "side"], name="confirmed_once_a_side"),
        ]

    def __str__(self) -> str:
        return f"{self.side}: {self.promise_id}"


class SignOff(models.Model):
    """A side signed off: who, when, and the sha256 of the documents and of the promises as they stood."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="sign_offs")
    side = models.CharField(max_length=6, choices=Side.choices)
    seat = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=200)
    made = models.DateTimeField(default=timezone.now)
    documents_sha256 = models.CharField(max_length=64)
    promises_sha256 = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "side"], name="signed_once_a_side"),
        ]

    def __str__(self) -> str:
        return f"{self.side}: {self.name}"

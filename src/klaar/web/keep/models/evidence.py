"""What events rest on, and the promises that repair a broken one."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone

from klaar.web.store.models import Agreement, Membership, Side


class EvidenceFile(models.Model):
    """A file that someone laid beside an event: its bytes stand under the data folder by their sha256."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="evidence")
    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField()
    added = models.DateTimeField(default=timezone.now)
    added_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agreement", "sha256"], name="evidence_once"),
        ]

    def __str__(self) -> str:
        return self.name


class Repair(models.Model):
    """A promise made at the table after the signature: "wij zetten de dossiers alsnog over, vóór 1 juni 2027".

    `mends` is the key of the promise that it makes good, `key` the id under which the ledger follows it, like
    those of the agreement. `due_at` is its moment where it has one ("next word from us at 15:00").
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="repairs")
    key = models.CharField(max_length=40, default="")
    mends = models.CharField(max_length=40)
    occurrence = models.CharField(max_length=80, blank=True)
    bearer = models.CharField(max_length=6, choices=Side.choices)
    beneficiary = models.CharField(max_length=6, choices=Side.choices)
    words = models.TextField()
    due = models.DateField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    made = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["made", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agreement", "key"], name="repair_key_once"),
        ]

    def __str__(self) -> str:
        return self.words[:60]

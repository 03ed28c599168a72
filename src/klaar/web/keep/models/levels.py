"""Measurements of a level that was promised."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from klaar.web.store.models import Agreement, Membership


class LevelFile(models.Model):
    """A file of measurements for one promise, and how it is counted; the last one counts.

    `level` is what was agreed in words ("99,5 % per maand"), `hours` the service hours ("ma-vr 7-19"),
    `maintenance` the hours that do not count, `expected` what the users expect, in their words.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="level_files")
    promise = models.CharField(max_length=40)
    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=255)
    level = models.CharField(max_length=300)
    hours = models.CharField(max_length=200)
    maintenance = models.CharField(max_length=200, blank=True)
    expected = models.CharField(max_length=300, blank=True)
    added = models.DateTimeField(default=timezone.now)
    added_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["-added", "-id"]
        indexes: ClassVar = [models.Index(fields=["agreement", "promise", "-added"])]

    def __str__(self) -> str:
        return self.name

"""Readings that wait for a process, so that none is forgotten when a process dies."""

from django.db import models
from django.utils import timezone

from klaar.web.store.models import Version


class ReadingJob(models.Model):
    """A version that is to be read; who reads it holds it until `held_until`, then anyone may take it."""

    version = models.OneToOneField(Version, on_delete=models.CASCADE, related_name="job")
    made = models.DateTimeField(default=timezone.now)
    held_until = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"reading of {self.version_id}"

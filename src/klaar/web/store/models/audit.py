"""Who looked at what and who changed what."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from klaar.web.store.models.agreement import Agreement
from klaar.web.store.models.seats import Membership


class AuditEntry(models.Model):
    """One line of the log; lines are only added, and go when their agreement is deleted for good.

    `what` is a code ("looked", "corrected", "link_revoked"), `where` the name of the page, `detail` what it
    was about. An entry without agreement is about the organisation or the installation.
    """

    at = models.DateTimeField(default=timezone.now)
    organisation = models.ForeignKey("people.Organisation", on_delete=models.CASCADE, null=True, blank=True)
    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, null=True, blank=True, related_name="log"
    )
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True)
    seat = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, blank=True)
    what = models.CharField(max_length=40)
    where = models.CharField(max_length=80, blank=True)
    detail = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering: ClassVar = ["-at", "-id"]
        indexes: ClassVar = [models.Index(fields=["agreement", "-at"])]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.what}"

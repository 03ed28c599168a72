"""An agreement, its versions, and the files of each."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Agreement(models.Model):
    """One or more documents that belong together, between parties: "Hosting en beheer van het Zaaksysteem".

    `organisation` is where it was opened; people of others come to it by invitation. Once both sides have an
    owner, deleting takes both: `deletion_asked_by` asked, the other side's owner agrees.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "people.Organisation", on_delete=models.CASCADE, related_name="agreements"
    )
    title = models.CharField(max_length=300)
    made = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True)
    is_example = models.BooleanField(default=False)
    deletion_asked = models.DateTimeField(null=True, blank=True)
    deletion_asked_by = models.ForeignKey(
        "store.Membership", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    def __str__(self) -> str:
        return self.title


class Version(models.Model):
    """An agreement as its files stood at one moment; a signed one is followed by a new one, never changed.

    `it_names` and `client_names` are the parties that a person put on a side: "Leverancier" is IT. `failure`
    is a code of `klaar.documents.errors` or of `klaar.web.jobs`, `failure_detail` adds the figure.
    """

    class State(models.TextChoices):
        """How far it is; only an `open` version is corrected, confirmed and signed."""

        WAITING = "waiting", _("waiting to be read")
        READING = "reading", _("being read")
        FAILED = "failed", _("not read")
        SIDES = "sides", _("sides to confirm")
        OPEN = "open", _("on the table")
        SEALED = "sealed", _("signed by both sides")

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    language = models.CharField(max_length=5, blank=True)
    it_names = models.JSONField(default=list, blank=True)
    client_names = models.JSONField(default=list, blank=True)
    failure = models.CharField(max_length=40, blank=True)
    failure_detail = models.CharField(max_length=300, blank=True)
    pages_done = models.PositiveIntegerField(default=0)
    pages_all = models.PositiveIntegerField(default=0)
    made = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(
        "store.Membership", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    opened = models.DateTimeField(null=True, blank=True)
    sealed = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agreement", "number"], name="version_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.agreement_id}, {self.number}"


class DocumentFile(models.Model):
    """An uploaded file; its bytes stand under the data folder by their sha256, one copy an organisation."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="files")
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField()

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "position"], name="file_position_once"),
            models.UniqueConstraint(fields=["version", "sha256"], name="file_once"),
        ]

    def __str__(self) -> str:
        return self.name

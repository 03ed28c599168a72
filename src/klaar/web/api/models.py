"""The keys of programs, the addresses that hear of changes, and what is on its way there."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone


class ApiToken(models.Model):
    """A key with which a program acts as one person at one organisation: "contract register, nightly".

    Only the sha256 of it is kept; `start` are its first letters, so that its owner knows it again. `scopes`
    are values of `klaar.web.api.scopes.Scope`.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="tokens")
    organisation = models.ForeignKey("people.Organisation", on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=100)
    scopes = models.JSONField(default=list)
    sha256 = models.CharField(max_length=64, unique=True)
    start = models.CharField(max_length=12)
    made = models.DateTimeField(default=timezone.now)
    expires = models.DateTimeField()
    revoked = models.DateTimeField(null=True, blank=True)
    last_used = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-made", "-id"]

    def __str__(self) -> str:
        return self.name


class Webhook(models.Model):
    """An https address that hears of changes at the tables of one person in one organisation.

    Its secret is not kept: it is made from `salt` and the key of the installation. `ended` is when it was
    taken away, or when its address said that it is gone (410).
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="webhooks")
    organisation = models.ForeignKey("people.Organisation", on_delete=models.CASCADE, related_name="webhooks")
    url = models.URLField(max_length=500)
    salt = models.UUIDField(default=uuid.uuid4, editable=False)
    made = models.DateTimeField(default=timezone.now)
    ended = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-made", "-id"]

    def __str__(self) -> str:
        return self.url


class Delivery(models.Model):
    """One event on its way to one address: sent again, later and later, until it arrives or is given up.

    `event` is the CloudEvent, `held_until` keeps two workers from sending it at once, `status` the last answer
    (0: none came), `failure` a code of `klaar.web.api.hooks`.
    """

    webhook = models.ForeignKey(Webhook, on_delete=models.CASCADE, related_name="deliveries")
    event_id = models.UUIDField()
    event = models.JSONField()
    made = models.DateTimeField(default=timezone.now)
    tries = models.PositiveIntegerField(default=0)
    next_try = models.DateTimeField(default=timezone.now, null=True, blank=True)
    held_until = models.DateTimeField(null=True, blank=True)
    arrived = models.DateTimeField(null=True, blank=True)
    status = models.PositiveIntegerField(default=0)
    failure = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering: ClassVar = ["-made", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["webhook", "event_id"], name="event_once_a_webhook"),
        ]
        indexes: ClassVar = [models.Index(fields=["next_try"])]

    def __str__(self) -> str:
        return f"{self.event_id} to {self.webhook_id}"

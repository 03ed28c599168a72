"""Reminders: what a person wishes, which letters left, who subscribed, and whose turn the clock is."""

import uuid
from datetime import time
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from klaar.web.store.models import Membership


class ReminderWish(models.Model):
    """How someone at a table wishes to be reminded; who has no row is told daily, by working days.

    Nothing comes between `quiet_from` and `quiet_until`, nor up to and including `paused`.
    """

    class Every(models.TextChoices):
        """How often a letter may come at most."""

        DAY = "day", _("at most one mail a day, with everything in it")
        WEEK = "week", _("at most one mail a week")
        NEVER = "never", _("no mail")

    seat = models.OneToOneField(
        Membership, on_delete=models.CASCADE, primary_key=True, related_name="reminder_wish"
    )
    every = models.CharField(max_length=5, choices=Every.choices, default=Every.DAY)
    only_own = models.BooleanField(default=False)
    weekend = models.BooleanField(default=False)
    quiet_from = models.TimeField(default=time(20))
    quiet_until = models.TimeField(default=time(7))
    paused = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.seat_id}: {self.every}"


class OutgoingLetter(models.Model):
    """A letter that was claimed, and what became of it; `key` is the same whoever works it out.

    `claims` are the reminders in it. One that stays `claimed` after its process died may or may not have left.
    """

    class State(models.TextChoices):
        """`released`: it has certainly not left, and can be claimed again."""

        CLAIMED = "claimed", _("may have been sent: the line broke")
        SENT = "sent", _("sent")
        RELEASED = "released", _("not sent yet: it is tried again")

    key = models.CharField(max_length=400, unique=True)
    seat = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="letters")
    state = models.CharField(max_length=8, choices=State.choices, default=State.CLAIMED)
    claims = models.JSONField(default=list)
    at = models.DateTimeField(default=timezone.now)
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering: ClassVar = ["-at"]

    def __str__(self) -> str:
        return f"{self.key}: {self.state}"


class CalendarFeed(models.Model):
    """A secret address to which a calendar program subscribes; the address is `id`, signed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    seat = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="feeds")
    made = models.DateTimeField(default=timezone.now)
    revoked = models.DateTimeField(null=True, blank=True)
    fetched = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"feed of {self.seat}"


class Clock(models.Model):
    """Whose turn it is to do a round: one process holds the row until `held_until`."""

    name = models.CharField(max_length=20, primary_key=True)
    held_until = models.DateTimeField(null=True, blank=True)
    last = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name

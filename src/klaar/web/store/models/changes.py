"""What people changed, who owns a promise on each side, and who decides about an open change."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from klaar.web.store.models.agreement import Version
from klaar.web.store.models.promise import Promise
from klaar.web.store.models.seats import Membership
from klaar.web.store.models.sides import Side


class Correction(models.Model):
    """One correction of the reading: what stood there before, what stands there now, who and when.

    `before` and `after` are promises as `klaar.agreement/1` writes them: [one] and [one] for an edit, [one]
    and several for a split, several and [one] for a join, [] and [one] for an addition, [one] and [] for a
    promise that was struck. `promises` are all that it touched.
    """

    class Kind(models.TextChoices):
        """What was done."""

        EDIT = "edit", _("changed")
        SPLIT = "split", _("split")
        JOIN = "join", _("joined")
        ADD = "add", _("added")
        STRIKE = "strike", _("struck")

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="corrections")
    promises = models.ManyToManyField(Promise, related_name="corrections")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    before = models.JSONField(default=list)
    after = models.JSONField(default=list)
    why = models.TextField(blank=True)
    made_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")
    made = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar = ["made", "id"]

    def __str__(self) -> str:
        return f"{self.kind}, {self.made:%Y-%m-%d}"


class Ownership(models.Model):
    """The one owner of a promise on a side: a seat at the table, or a name ("informatiebeheer")."""

    promise = models.ForeignKey(Promise, on_delete=models.CASCADE, related_name="owners")
    side = models.CharField(max_length=6, choices=Side.choices)
    seat = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="owned"
    )
    name = models.CharField(max_length=200, blank=True)
    set_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")
    set_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["promise", "side"], name="one_owner_a_side"),
        ]

    def __str__(self) -> str:
        return str(self.seat or self.name)


class Change(models.Model):
    """A change of what was agreed that someone asks for, and the one who decides about it (or nobody yet)."""

    class State(models.TextChoices):
        """How it stands."""

        OPEN = "open", _("open")
        AGREED = "agreed", _("agreed")
        REFUSED = "refused", _("refused")
        WITHDRAWN = "withdrawn", _("withdrawn")

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="changes")
    promise = models.ForeignKey(
        Promise, on_delete=models.CASCADE, null=True, blank=True, related_name="changes"
    )
    what = models.TextField()
    why = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    side = models.CharField(max_length=6, choices=Side.choices, blank=True)
    asked_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")
    asked = models.DateTimeField(default=timezone.now)
    decider = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="decides"
    )
    decided = models.DateTimeField(null=True, blank=True)
    decision = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["asked", "id"]

    def __str__(self) -> str:
        return self.what[:60]

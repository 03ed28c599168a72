"""Who sits at the table of an agreement, and the links by which people come to it."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from klaar.web.store.models.agreement import Agreement
from klaar.web.store.models.sides import Side


class Membership(models.Model):
    """Someone at the table of one agreement, on a side (a mediator on neither) and with a role.

    Who came by a link has no `user`; `name` and `email` are then as the inviter wrote them. A seat that was
    taken away keeps its row, so that what its person said keeps its name.
    """

    class Role(models.TextChoices):
        """What someone may do: an owner also arranges the people, a reader reads and asks."""

        OWNER = "owner", _("owner")
        SIGNER = "signer", _("signer")
        READER = "reader", _("reader")
        MEDIATOR = "mediator", _("mediator")

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="seats")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="seats"
    )
    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=5, blank=True)
    side = models.CharField(
        max_length=6, choices=[(each.value, each.label) for each in (Side.IT, Side.CLIENT)], blank=True
    )
    role = models.CharField(max_length=10, choices=Role.choices)
    added = models.DateTimeField(default=timezone.now)
    added_by = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    removed = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["agreement", "user"],
                condition=models.Q(removed=None, user__isnull=False),
                name="seat_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email


class Invitation(models.Model):
    """A signed link to one seat: it needs no account, works until it expires, and can be revoked.

    Nothing secret is kept: the link is `id`, signed with the key of the installation.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    seat = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="invitations")
    made = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    expires = models.DateTimeField()
    revoked = models.DateTimeField(null=True, blank=True)
    sent = models.DateTimeField(null=True, blank=True)
    last_used = models.DateTimeField(null=True, blank=True)
    uses = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"link for {self.seat}"

    @property
    def is_open(self) -> bool:
        """Whether the link still works."""
        return self.revoked is None and self.expires > timezone.now() and self.seat.removed is None

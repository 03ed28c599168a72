"""What Klaar keeps about one person: to take along, and to be forgotten (GDPR, articles 15, 17 and 20)."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from klaar.web.keep.own import kept_of
from klaar.web.people.models import User
from klaar.web.store.models import AuditEntry, Membership


def own_record(user: User) -> dict[str, Any]:
    """Everything that is kept under someone's account, and what the log says of them."""
    return {
        "name": user.name,
        "email": user.email,
        "language": user.language,
        "joined": user.joined,
        "keys": list(
            user.tokens.values("name", "start", "scopes", "made", "expires", "revoked", "last_used")
        ),
        "webhooks": list(user.webhooks.values("url", "made", "ended")),
        "organisations": [
            {"name": each.organisation.name, "role": each.role, "since": each.since}
            for each in user.memberships.select_related("organisation")
        ],
        "seats": [_seat(each) for each in Membership.objects.filter(user=user).select_related("agreement")],
        "log": [
            {"at": each.at, "what": each.what, "where": each.where}
            for each in AuditEntry.objects.filter(user=user)[:100_000]
        ],
    }


def _seat(seat: Membership) -> dict[str, Any]:
    """A place at a table, with what its person put on record there and how they wish to be reminded."""
    return {
        "agreement": seat.agreement.title,
        "side": seat.side,
        "role": seat.role,
        "added": seat.added,
        "removed": seat.removed,
        "kept": kept_of(seat),
    }


def sole_owner_of(user: User) -> list[Membership]:
    """The seats that someone cannot leave: they are the last owner of a side there."""
    mine = Membership.objects.filter(user=user, removed=None, role=Membership.Role.OWNER).select_related(
        "agreement"
    )
    return [
        seat
        for seat in mine
        if not Membership.objects.filter(
            agreement=seat.agreement_id, side=seat.side, role=Membership.Role.OWNER, removed=None
        )
        .exclude(pk=seat.pk)
        .exists()
    ]


@transaction.atomic
def forget(user: User) -> None:
    """The account goes, with its address and its ways of signing in.

    What someone said or signed at a table stays there under the name it was said by: the other side relied on
    it. Their mail address is taken from those seats.
    """
    Membership.objects.filter(user=user).update(email="")
    Membership.objects.filter(user=user, removed=None).update(removed=timezone.now())
    user.delete()

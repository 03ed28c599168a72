"""Who may arrange which seats, and arranging them."""

from datetime import timedelta
from typing import NamedTuple

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from klaar.web.store.models import Agreement, Invitation, Membership, Side
from klaar.web.store.models.sides import other_side

Role = Membership.Role


class Asked(NamedTuple):
    """Who is asked to the table: on which side, as what, and for how many days the link works."""

    name: str
    email: str
    side: str
    role: str
    days: int


def sides_open_to(seat: Membership) -> tuple[str, ...]:
    """The sides to which an owner may invite: their own, none (a mediator), and the other while nobody owns it."""
    across = other_side(seat.side)
    return (seat.side, across) if across and not has_owner(seat.agreement, across) else (seat.side,)


def has_owner(agreement: Agreement, side: str) -> bool:
    """Whether a side has an owner at the table."""
    return agreement.seats.filter(side=side, role=Role.OWNER, removed=None).exists()


def may_arrange(seat: Membership, other: Membership, sides: tuple[str, ...] | None = None) -> bool:
    """Whether an owner may remove someone or send them a new link; `sides` are those open to `seat`, if known."""
    known = sides_open_to(seat) if sides is None else sides
    return (
        other.agreement_id == seat.agreement_id
        and other.removed is None
        and (other.side in (*known, "") or (other.added_by_id == seat.pk and not other.user_id))
    )


def invite(seat: Membership, told: Asked) -> Invitation:
    """A seat for someone, with a link to it; raises `PermissionDenied` for a side that is not open to `seat`."""
    wanted = "" if told.role == Role.MEDIATOR else told.side
    if wanted and wanted not in sides_open_to(seat):
        raise PermissionDenied
    made = Membership.objects.create(
        agreement=seat.agreement, name=told.name, email=told.email, side=wanted, role=told.role, added_by=seat
    )
    return new_link(made, seat, told.days)


def new_link(other: Membership, seat: Membership, days: int) -> Invitation:
    """A new link to a seat; those made before stop working."""
    now = timezone.now()
    other.invitations.filter(revoked=None).update(revoked=now)
    return Invitation.objects.create(seat=other, made_by=seat, expires=now + timedelta(days=days))


def revoke(invitation: Invitation) -> None:
    """From now on the link opens nothing, also for who opened it before."""
    Invitation.objects.filter(pk=invitation.pk, revoked=None).update(revoked=timezone.now())


def remove(other: Membership) -> bool:
    """Take a seat away; False for the last owner of a side, for then nobody could arrange anything there."""
    owners = Membership.objects.filter(
        agreement=other.agreement_id, side=other.side, role=Role.OWNER, removed=None
    ).exclude(pk=other.pk)
    if other.role == Role.OWNER and other.side in (Side.IT, Side.CLIENT) and not owners.exists():
        return False
    now = timezone.now()
    Membership.objects.filter(pk=other.pk).update(removed=now)
    other.invitations.filter(revoked=None).update(revoked=now)
    return True

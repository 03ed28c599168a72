"""The duties of a side: what it must confirm before it signs."""

from django.db.models import F, QuerySet
from django.utils import timezone

from klaar.web.agree.correct.change import take_version
from klaar.web.guard.refusals import Refusal
from klaar.web.store.models import Confirmation, Membership, Promise, Version
from klaar.web.store.signing import lapse_sign_offs

KINDS = ("obligation", "prohibition", "service_level", "warranty")
"""What binds the side that bears it; a permission or an exclusion asks nothing of it."""


def duties(version: Version, side: str) -> QuerySet[Promise]:
    """What a side must do, keep or answer for, in the order of the table."""
    rows = Promise.objects.filter(version=version, is_struck=False, kind__in=KINDS, bearer__in=(side, "both"))
    return rows.order_by(F("due").asc(nulls_last=True), "position")


def confirmed(version: Version, side: str) -> QuerySet[Confirmation]:
    """The confirmations of a side that still hold: the promise was not changed since."""
    return Confirmation.objects.filter(
        promise__in=duties(version, side), side=side, revision=F("promise__revision")
    )


def unconfirmed(version: Version, side: str) -> QuerySet[Promise]:
    """The duties that a side has still to confirm."""
    return duties(version, side).exclude(pk__in=confirmed(version, side).values("promise"))


def confirm(promise: Promise, seat: Membership, revision: int, reservation: str) -> None:
    """A side confirms one duty, as it is or with a reservation; raises `Refusal` for one that was changed."""
    take_version(promise.version)
    if promise.revision != revision:
        raise Refusal("changed")
    if not duties(promise.version, seat.side).filter(pk=promise.pk).exists():
        raise Refusal("bad_request")
    told = {"seat": seat, "reservation": reservation, "revision": revision, "made": timezone.now()}
    before = Confirmation.objects.filter(promise=promise, side=seat.side).first()
    Confirmation.objects.update_or_create(promise=promise, side=seat.side, defaults=told)
    if reservation or (before and before.reservation):
        lapse_sign_offs(promise.version)


def withdraw(promise: Promise, seat: Membership) -> None:
    """Take a confirmation back; what the side signed lapses with it."""
    take_version(promise.version)
    if Confirmation.objects.filter(promise=promise, side=seat.side).delete()[0]:
        lapse_sign_offs(promise.version)

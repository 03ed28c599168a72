"""Signing off: a side at a time; once both did, the version does not change any more."""

from django.db import transaction
from django.utils import timezone

from klaar.web.agree.correct.change import take_version
from klaar.web.guard.refusals import Refusal
from klaar.web.sealing.duties import unconfirmed
from klaar.web.sealing.hashes import documents_sha256, promises_sha256
from klaar.web.sealing.seen import count_again
from klaar.web.store.models import AuditEntry, Membership, SignOff, Version
from klaar.web.store.models.sides import OWN_SIDES


def has_lapsed(version: Version, side: str) -> bool:
    """Whether a side signed, and something changed after it, so that its sign-off holds no more."""
    told = AuditEntry.objects.filter(
        agreement=version.agreement_id, seat__side=side, what__in=("signed", "sign_off_withdrawn")
    ).first()
    signed = told is not None and told.what == "signed" and told.detail.get("version") == version.number
    return signed and not SignOff.objects.filter(version=version, side=side).exists()


@transaction.atomic
def sign_off(version: Version, seat: Membership, name: str, seen: str) -> SignOff:
    """The side of `seat` signs what it saw (`seen` is the sha256 of the promises on the page).

    Raises `Refusal`: "changed" when something changed since, "unconfirmed" while duties are not confirmed.
    """
    take_version(version)
    if seen != promises_sha256(version):
        count_again()
        raise Refusal("changed")
    if unconfirmed(version, seat.side).exists():
        raise Refusal("unconfirmed")
    if SignOff.objects.filter(version=version, side=seat.side).exists():
        raise Refusal("sealed")
    signed = SignOff.objects.create(
        version=version,
        side=seat.side,
        seat=seat,
        name=name,
        documents_sha256=documents_sha256(version),
        promises_sha256=seen,
    )
    sides = set(version.sign_offs.values_list("side", flat=True))
    if sides >= {side.value for side in OWN_SIDES}:
        now = timezone.now()
        Version.objects.filter(pk=version.pk).update(state=Version.State.SEALED, sealed=now)
    return signed


def take_back(version: Version, seat: Membership) -> bool:
    """A side takes its sign-off back while the other has not signed; False where there is none."""
    take_version(version)
    return bool(SignOff.objects.filter(version=version, side=seat.side).delete()[0])

"""The links: signed with the key of the installation, so that nothing secret is kept."""

from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from klaar.web.guard.refusals import Refusal
from klaar.web.store.models import Invitation

_SIGNER = Signer(salt="klaar.invitation", sep=".")


def link_of(invitation: Invitation, request: HttpRequest) -> str:
    """The whole address of an invitation."""
    token = _SIGNER.sign(invitation.id.hex)
    path = reverse("join_table", args=[token])
    own: str = settings.ENVIRONMENT.address
    return f"{own}{path}" if own else request.build_absolute_uri(path)


def find_invitation(token: str) -> Invitation:
    """The invitation of a link; raises `Refusal` for a link that does not work (any more)."""
    try:
        key = UUID(hex=_SIGNER.unsign(token))
    except (BadSignature, ValueError):
        raise Refusal("link_broken") from None
    found = Invitation.objects.select_related("seat__agreement").filter(id=key).first()
    if found is None:
        raise Refusal("link_broken")
    if found.revoked or found.seat.removed:
        raise Refusal("link_revoked")
    if found.expires <= timezone.now():
        raise Refusal("link_expired")
    return found

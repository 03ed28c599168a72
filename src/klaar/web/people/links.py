"""The link by which someone makes an account and becomes a member: signed, for a limited time, once."""

from datetime import timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from klaar.web.guard.refusals import Refusal
from klaar.web.people.models import MemberInvitation, Organisation, User

_SIGNER = Signer(salt="klaar.member", sep=".")
_DAYS = 14


def invite_member(organisation: Organisation, email: str, role: str, by: User) -> MemberInvitation:
    """Ask someone to an organisation; what they were sent before stops working."""
    now = timezone.now()
    MemberInvitation.objects.filter(organisation=organisation, email__iexact=email, used=None).update(
        revoked=now
    )
    return MemberInvitation.objects.create(
        organisation=organisation,
        email=email.lower(),
        role=role,
        made_by=by,
        expires=now + timedelta(days=_DAYS),
    )


def member_link(invitation: MemberInvitation, request: HttpRequest) -> str:
    """The whole address of it."""
    path = reverse("welcome", args=[_SIGNER.sign(str(invitation.pk))])
    own: str = settings.ENVIRONMENT.address
    return f"{own}{path}" if own else request.build_absolute_uri(path)


def find_member_invitation(token: str) -> MemberInvitation:
    """The invitation of a link; raises `Refusal` for one that does not work (any more)."""
    try:
        key = int(_SIGNER.unsign(token))
    except (BadSignature, ValueError):
        raise Refusal("link_broken") from None
    found = MemberInvitation.objects.select_related("organisation").filter(pk=key).first()
    if found is None:
        raise Refusal("link_broken")
    if found.used:
        raise Refusal("link_used")
    if found.revoked:
        raise Refusal("link_revoked")
    if not found.is_open:
        raise Refusal("link_expired")
    return found


def use_member_invitation(invitation: MemberInvitation) -> None:
    """Use it up; raises `Refusal` when someone else was first."""
    rows = MemberInvitation.objects.filter(pk=invitation.pk, used=None, revoked=None)
    if not rows.update(used=timezone.now()):
        raise Refusal("link_used")


def mail_member_link(invitation: MemberInvitation, link: str) -> bool:
    """Mail the link; False where this installation sends no mail, or the server refused."""
    if not settings.MAIL_IS_SENT:
        return False
    told = {"name": invitation.organisation.name}
    body = render_to_string("people/mail/member.txt", {"invitation": invitation, "link": link})
    try:
        send_mail(gettext("Your account at Klaar for %(name)s") % told, body, None, [invitation.email])
    except OSError:
        return False
    return True


def revoke_member(invitation: MemberInvitation) -> None:
    """From now on the link opens nothing."""
    MemberInvitation.objects.filter(pk=invitation.pk, used=None).update(revoked=timezone.now())

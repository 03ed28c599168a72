"""The message that brings a link."""

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext

from klaar.web.store.models import Invitation


def send_link(invitation: Invitation, link: str, language: str) -> bool:
    """Mail the link; False where this installation sends no mail or has no address, or the server refused."""
    seat = invitation.seat
    if not (settings.MAIL_IS_SENT and seat.email):
        return False
    with translation.override(language):
        context = {"invitation": invitation, "seat": seat, "link": link, "agreement": seat.agreement}
        subject = gettext("At the table: %(title)s") % {"title": seat.agreement.title}
        body = render_to_string("agree/mail/invitation.txt", context)
    try:
        send_mail(" ".join(subject.split()), body, None, [seat.email])
    except OSError:
        return False
    Invitation.objects.filter(pk=invitation.pk).update(sent=timezone.now())
    return True

"""The letter of a reminder, with links that answer at one press."""

from datetime import timedelta
from typing import cast

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse
from django.utils import timezone

from klaar.clauses.model import Side
from klaar.ledger.post.mail import mail_of
from klaar.ledger.post.smtp import send_mail
from klaar.ledger.reminders.answers import Answer, What, sign
from klaar.ledger.reminders.letter import Letter, write_letter
from klaar.ledger.reminders.model import Digest, Reminder
from klaar.ledger.reminders.outbox import NotSent
from klaar.ledger.showing.teller import Teller
from klaar.web.keep.stand.standing import Standing
from klaar.web.store.models import Membership

_COUNTS = timedelta(days=60)
"""How long the links in a letter can be answered."""


def letter_of(digest: Digest, standing: Standing, seat: Membership) -> Letter:
    """A digest in the words of its reader."""
    teller = Teller(
        digest.person.language if digest.person.language in ("nl", "en") else "en", standing.calendar
    )

    def link(reminder: Reminder, what: What) -> str:
        token = token_of(seat, reminder.promise, reminder.occurrence, what, standing)
        return (
            f"{settings.ENVIRONMENT.address or 'http://127.0.0.1:8000'}{reverse('answer_link', args=[token])}"
        )

    return write_letter(digest, standing.duties, teller, standing.version.agreement.title, link)


def token_of(seat: Membership, promise: str, occurrence: str, what: What, standing: Standing) -> str:
    """What stands in a link: who answers what, signed with the key of the installation."""
    until = standing.today + _COUNTS
    side = cast(Side, seat.side)
    answer = Answer(seat.agreement_id.hex, promise, occurrence, str(seat.pk), side, what, until)
    return sign(answer, answer_key())


def answer_key() -> bytes:
    """The key under which answers are signed."""
    key: str = settings.SECRET_KEY
    return key.encode("utf-8")


def send_letter(letter: Letter) -> None:
    """Hand a letter over; raises `NotSent` where it has certainly not left, `Doubtful` where nobody can tell."""
    now = timezone.now()
    server: str = settings.ENVIRONMENT.mail
    if server.startswith("smtp") and settings.EMAIL_BACKEND.endswith("smtp.EmailBackend"):
        try:
            mail = mail_of(letter, settings.DEFAULT_FROM_EMAIL, now)
        except (ValueError, IndexError) as error:
            raise NotSent(" ".join(str(error).split())) from None
        send_mail(mail, server)
        return
    headers = {"Message-ID": letter.message_id, "Auto-Submitted": "auto-generated"}
    message = EmailMultiAlternatives(letter.subject, letter.text, None, [letter.to], headers=headers)
    message.attach_alternative(letter.html, "text/html")
    try:
        message.send()
    except OSError as error:
        raise NotSent(str(error)) from None

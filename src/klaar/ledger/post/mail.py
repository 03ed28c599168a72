"""A letter as a mail (RFC 5322)."""

from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime

from klaar.ledger.reminders.letter import Letter


def mail_of(letter: Letter, sender: str, now: datetime) -> EmailMessage:
    """The mail of a letter from `sender` ("Klaar <klaar@example.org>"), as text and as a page.

    It says that a machine sent it (RFC 3834), so that no holiday reply comes back. Raises `ValueError` for an
    address that is none.
    """
    mail = EmailMessage()
    mail["From"] = sender
    mail["To"] = Address(letter.name, addr_spec=letter.to)
    mail["Subject"] = " ".join(letter.subject.split())
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = letter.message_id
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(letter.text, cte="quoted-printable")
    mail.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    return mail

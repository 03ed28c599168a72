"""The mail with which the agreement was sent."""

from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from examples.build.example import Example

_TYPES = {
    "docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": ("application", "pdf"),
}


def as_mail(example: Example, attachment: bytes) -> bytes:
    """The letter with the agreement attached; date, identity and boundary are fixed."""
    letter = example.letter
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"] = letter.sender, letter.to
    if letter.cc:
        mail["Cc"] = letter.cc
    mail["Subject"] = letter.subject
    mail["Date"] = format_datetime(letter.sent)
    host = letter.sender.rstrip(">").split("@")[1]
    mail["Message-ID"] = f"<{letter.sent:%Y%m%d%H%M%S}.{example.name}@{host}>"
    mail["Content-Language"] = example.language
    mail.set_content(letter.body.strip() + "\n", cte="quoted-printable")
    kind, subtype = _TYPES[letter.attachment]
    mail.add_attachment(attachment, maintype=kind, subtype=subtype, filename=letter.attachment_name)
    mail.set_boundary(f"=_{example.name}_{letter.sent:%Y%m%d}")
    return mail.as_bytes()

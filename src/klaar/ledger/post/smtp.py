"""By a mail server."""

from contextlib import suppress
from email.message import EmailMessage
from email.policy import SMTP as SMTP_LINES
from smtplib import SMTP, SMTP_SSL, SMTPResponseException
from ssl import create_default_context
from urllib.parse import unquote, urlsplit

from klaar.ledger.errors import LedgerError
from klaar.ledger.reminders.outbox import Doubtful, NotSent

_SECONDS = 20
_SUBMISSION, _WRAPPED = 587, 465


def check_server(server: str) -> None:
    """Raises `LedgerError("wrong_mail")` for what is no address of a mail server."""
    try:
        parts = urlsplit(server)
        fine = parts.scheme in ("smtp", "smtps") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        fine = False
    if not fine:
        raise LedgerError("wrong_mail")


def send_mail(mail: EmailMessage, server: str) -> None:
    """Hand `mail` over to `server` ("smtp://name:password@mail.example.org:587").

    At port 587 the line is encrypted (STARTTLS), with smtps:// from the start. Raises `NotSent` where the
    server has it for certain not, `Doubtful` where the line broke after the whole mail was handed over and
    before the server said that it has it: the one moment in which SMTP (RFC 5321, 4.2.5) leaves a doubt.
    """
    try:
        connection = _connected(server)
    except OSError as error:  # whatever smtplib raises is one
        raise NotSent(_said(error)) from None
    try:
        _handed_over(mail, connection)
    finally:
        with suppress(OSError):  # it has the mail or has not; how it says goodbye changes nothing
            connection.quit()


def _handed_over(mail: EmailMessage, connection: SMTP) -> None:
    try:
        connection.ehlo_or_helo_if_needed()
        _accepted(connection.mail(mail["From"].addresses[0].addr_spec))
        _accepted(connection.rcpt(mail["To"].addresses[0].addr_spec))
    except OSError as error:
        raise NotSent(_said(error)) from None
    try:
        _accepted(connection.data(mail.as_bytes(policy=SMTP_LINES)))
    except SMTPResponseException as error:
        raise NotSent(_said(error)) from None
    except OSError as error:
        raise Doubtful(_said(error)) from None


def _connected(server: str) -> SMTP:
    parts = urlsplit(server)
    host = parts.hostname or "localhost"
    if parts.scheme == "smtps":
        port = parts.port or _WRAPPED
        connection: SMTP = SMTP_SSL(host, port, timeout=_SECONDS, context=create_default_context())
    else:
        port = parts.port or _SUBMISSION
        connection = SMTP(host, port, timeout=_SECONDS)
        if port == _SUBMISSION:
            connection.starttls(context=create_default_context())
    if parts.username:
        connection.login(unquote(parts.username), unquote(parts.password or ""))
    return connection


def _accepted(reply: tuple[int, bytes]) -> None:
    code, said = reply
    if not 200 <= code < 300:
        raise SMTPResponseException(code, said)


def _said(error: Exception) -> str:
    """In one line what the server or the machine said; never who signed in with what."""
    if isinstance(error, SMTPResponseException):
        said = error.smtp_error
        words = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
        return f"{error.smtp_code} {' '.join(words.split())}"
    return str(getattr(error, "strerror", None) or error) or type(error).__name__

"""How the letters of a round leave."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from klaar.ledger.errors import LedgerError
from klaar.ledger.post.folder import file_of, put_mail
from klaar.ledger.post.mail import mail_of
from klaar.ledger.post.smtp import check_server, send_mail
from klaar.ledger.reminders.letter import Letter
from klaar.ledger.reminders.outbox import NotSent


class Way(NamedTuple):
    """A way to send a letter. `left` tells whether one that is in doubt left; None where nobody can tell."""

    send: Callable[[Letter, datetime], None]
    left: Callable[[str], bool | None]


def way_of(said: str, environ: Mapping[str, str], show: Callable[[str], None]) -> Way:
    """The way that --send names, else by KLAAR_MAIL, else on the screen.

    Raises `LedgerError("wrong_mail")` where KLAAR_MAIL is no address of a mail server.
    """
    server = environ.get("KLAAR_MAIL", "")
    name = said or ("smtp" if server.startswith("smtp") else "console")
    sender = environ.get("KLAAR_MAIL_FROM", "Klaar <klaar@localhost>")
    if name == "console":
        return Way(lambda letter, _: show(shown(letter)), lambda _: None)
    if name == "smtp":
        check_server(server)
        return Way(
            _checked(lambda letter, now: send_mail(mail_of(letter, sender, now), server)), lambda _: None
        )
    folder = Path(name)
    if folder.exists() and not folder.is_dir():
        raise LedgerError("wrong_way", value=name)
    return Way(
        _checked(lambda letter, now: put_mail(mail_of(letter, sender, now), folder, letter.key)),
        lambda key: file_of(folder, key).exists(),
    )


def _checked(send: Callable[[Letter, datetime], None]) -> Callable[[Letter, datetime], None]:
    """An address that no mail can be written to is told as one letter that did not leave."""

    def sent(letter: Letter, now: datetime) -> None:
        try:
            send(letter, now)
        except (ValueError, IndexError) as error:
            raise NotSent(" ".join(str(error).split())) from None

    return sent


def shown(letter: Letter) -> str:
    """The letter as it is shown on a screen."""
    return f"{letter.name} <{letter.to}>\n{letter.subject}\n\n{letter.text}"

"""What a ledger cannot take, told as an error of the command."""

from collections.abc import Iterator
from contextlib import contextmanager

from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.words import Words
from klaar.ledger.errors import LedgerError
from klaar.ledger.showing.teller import error_message

_EXITS = {
    "no_ledger": Exit.NOT_OPENED,
    "no_agreement": Exit.NOT_OPENED,
    "not_served": Exit.NOT_OPENED,
    "broken_line": Exit.NOT_READ,
    "not_a_promise": Exit.NOT_READ,
    "settings": Exit.NOT_READ,
    "broken_outbox": Exit.NOT_READ,
    "shortened": Exit.NOT_READ,
    "busy": Exit.DONE,
}


@contextmanager
def told(words: Words) -> Iterator[None]:
    """Turns `LedgerError` into `CommandError`, and a disk that is full or closed into one too."""
    try:
        yield
    except LedgerError as error:
        code = _EXITS.get(error.code, Exit.MISUSE)
        raise CommandError(code, "ledger", message=error_message(error, words.language)) from None
    except PermissionError as error:
        raise CommandError(Exit.NOT_OPENED, "no_permission", name=str(error.filename)) from None
    except BrokenPipeError:
        raise
    except OSError as error:
        name, detail = str(error.filename or "-"), error.strerror or ""
        raise CommandError(Exit.NOT_WRITTEN, "not_written", name=name, detail=detail) from None

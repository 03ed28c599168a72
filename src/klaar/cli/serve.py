"""`klaar serve`: both sides at one table, in a browser."""

import errno
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from klaar.cli.around import Around
from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.options import Parser
from klaar.cli.output import write_text
from klaar.cli.words import Words

if TYPE_CHECKING:
    from klaar.web.serve import Served

_MOST = 65_535


def parser(words: Words) -> Parser:
    """The parser of `klaar serve`, with its help in the language of `words`."""
    made = Parser("serve", words)
    made.option("--port", "port", default="8000", metavar="N")
    made.option("--host", "host", default="127.0.0.1", metavar="ADDRESS")
    made.option("--data", "data", default="", metavar="DIR")
    made.option("--language", "language", default="auto", metavar="nl|en|auto")
    made.common()
    return made


def run(options: Namespace, words: Words, around: Around) -> int:
    """Listen until Ctrl-C, which is the way to end it and therefore no failure."""
    from klaar.web.environment import SettingError  # noqa: PLC0415
    from klaar.web.serve import serve  # noqa: PLC0415

    def tell(served: "Served") -> None:
        write_text(_told(served, words), around)

    try:
        serve(options.host, _port(options.port), Path(options.data) if options.data else None, tell)
    except KeyboardInterrupt:
        return Exit.DONE
    except SettingError as error:
        raise CommandError(Exit.MISUSE, "setting", detail=str(error)) from None
    except OSError as error:
        raise _failure(error, options) from None
    return Exit.DONE


def _told(served: "Served", words: Words) -> str:
    lines = [
        words.say("serve", "listening", address=served.address),
        words.say("serve", "data_at", data=served.data),
    ]
    if served.first_link:
        lines += ["", words.say("serve", "first"), f"  {served.first_link}"]
    return "\n".join([*lines, "", words.say("serve", "stop"), ""])


def _port(value: str) -> int:
    if not value.isdecimal() or int(value) > _MOST:
        raise CommandError(Exit.MISUSE, "wrong_port", value=value)
    return int(value)


def _failure(error: OSError, options: Namespace) -> CommandError:
    if error.errno in (errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL) and not error.filename:
        return CommandError(Exit.NOT_OPENED, "port_taken", port=options.port, host=options.host)
    name = str(error.filename or options.data or "")
    return CommandError(Exit.NOT_WRITTEN, "not_written", name=name, detail=error.strerror or str(error))

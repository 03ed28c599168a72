"""From a call of `klaar` to its exit code."""

import gc
import os
import sys
from importlib import import_module

from klaar.cli.around import Around, real
from klaar.cli.commands import COMMANDS, command_help, version
from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.options import parse
from klaar.cli.output import write_text
from klaar.cli.words import FALLBACK, Words, own_language


def run() -> None:
    """The command `klaar` of this process; ends it with an exit code of `Exit`."""
    if sys.argv[1:2] != ["serve"]:
        gc.disable()  # a command ends before cycles matter; looking for them took a tenth of the time
    code = main(real())
    gc.freeze()  # Python looks for cycles once more at its end, in all that is about to go
    if code in (Exit.BROKEN_PIPE, Exit.NOT_WRITTEN):
        _forget_output()
    sys.exit(code)


def main(around: Around) -> int:
    """Do what the arguments say and give the exit code; whatever goes wrong is told in one line."""
    words = Words(own_language(around.arguments, around.environ) or FALLBACK)
    try:
        return _command(around, words)
    except CommandError as error:
        _tell(around, words.say("errors", error.code, **error.fields))
        return error.exit_code
    except KeyboardInterrupt:
        _tell(around, words.say("errors", "interrupted"))
        return Exit.INTERRUPTED
    except BrokenPipeError:
        return Exit.BROKEN_PIPE
    except Exception as error:
        if "--debug" in around.arguments:
            import traceback  # noqa: PLC0415

            traceback.print_exception(error, file=around.stderr)
        _tell(around, words.say("errors", "unexpected", detail=type(error).__name__))
        return Exit.UNEXPECTED


def _command(around: Around, words: Words) -> int:
    name, *arguments = around.arguments or ("",)
    if name in ("-h", "--help"):
        return write_text(command_help(words), around)
    if name == "--version":
        return write_text(version(), around)
    if not name:
        raise CommandError(Exit.MISUSE, "no_command")
    if name not in COMMANDS:
        option = name.startswith("-")
        code, fields = ("unknown_option", {"command": "read"}) if option else ("unknown_command", {})
        raise CommandError(Exit.MISUSE, code, name=name, **fields)
    command = import_module(COMMANDS[name])
    options = parse(command.parser(words), arguments, name)
    if options.help:
        return write_text(command.parser(words).format_help(), around)
    return int(command.run(options, words, around))


def _tell(around: Around, message: str) -> None:
    """One line on standard error; where that is closed, nothing."""
    try:
        print(f"klaar: {' '.join(message.split())}", file=around.stderr, flush=True)
    except (OSError, ValueError):
        return


def _forget_output() -> None:
    """What standard output still holds cannot be written: without this Python complains of it at its end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except OSError:
        return

"""The options of `klaar brief`, checked."""

from argparse import Namespace
from datetime import date

from klaar.brief.forms.table import FORMS
from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.inputs import STANDARD_INPUT
from klaar.cli.options import Parser, choose
from klaar.cli.words import Words
from klaar.text.data import LANGUAGES


def parser(words: Words) -> Parser:
    """The parser of `klaar brief`, with its help in the language of `words`."""
    made = Parser("brief", words)
    made.inputs.add_argument("files", nargs="*", metavar="FILE", help=words.say("read", "files"))
    made.option("--for", "for", dest="side", default="client", metavar="it|client|both")
    made.option("--as", "as", dest="form", default="terminal", metavar="|".join(FORMS))
    made.option("--today", "today", default="", metavar="DATE")
    made.option("--output", "output", default="", metavar="FILE")
    made.option("--history", "history", action="append", default=[], metavar="[SIDE=]FILE")
    made.option("--dates", "dates", default="", metavar="day|month")
    made.option("--config", "config", default="", metavar="FILE")
    _as_read(made, words)
    made.common()
    return made


def _as_read(made: Parser, words: Words) -> None:
    """The options that mean the same as with `klaar read`."""
    for name, key, metavar in (
        ("--language", "language", "nl|en|auto"),
        ("--read-as", "read_as", "nl|en"),
        ("--password", "password", "WORD"),
        ("--color", "color", "auto|always|never"),
    ):
        default = {"--password": None}.get(name, "auto" if "auto" in metavar else "")
        made.settings.add_argument(name, help=words.say("read", key), default=default, metavar=metavar)
    for name in ("it", "client"):
        made.settings.add_argument(
            f"--{name}", help=words.say("read", name), action="append", default=[], metavar="NAME"
        )
    made.settings.add_argument("--no-ocr", help=words.say("read", "no_ocr"), action="store_true")


def checked(options: Namespace) -> Namespace:
    """`options` with `today` as a date; raises `CommandError` for a value that is not allowed."""
    choose("--for", options.side, ("it", "client", "both"))
    choose("--as", options.form, FORMS)
    choose("--language", options.language, (*LANGUAGES, "auto"))
    choose("--color", options.color, ("auto", "always", "never"))
    if options.read_as:
        choose("--read-as", options.read_as, LANGUAGES)
    if options.dates:
        choose("--dates", options.dates, ("day", "month"))
    if not options.files:
        raise CommandError(Exit.MISUSE, "no_files")
    if options.files.count(STANDARD_INPUT) > 1:
        raise CommandError(Exit.MISUSE, "stdin_twice")
    return Namespace(**{**vars(options), "today": _today(options.today)})


def _today(said: str) -> date:
    """The day that was said, else that of the computer."""
    try:
        return date.fromisoformat(said) if said else date.today()
    except ValueError:
        raise CommandError(Exit.MISUSE, "wrong_date", name="--today", value=said) from None

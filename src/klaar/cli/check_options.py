"""The options of `klaar check`, checked."""

from argparse import Namespace

from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.inputs import STANDARD_INPUT
from klaar.cli.options import Parser, choose
from klaar.cli.words import Words
from klaar.findings.model import SEVERITIES
from klaar.text.data import LANGUAGES

_NEVER = "never"


def parser(words: Words) -> Parser:
    """The parser of `klaar check`, with its help in the language of `words`."""
    made = Parser("check", words)
    made.inputs.add_argument("files", nargs="*", metavar="FILE", help=words.say("read", "files"))
    made.option("--as", "as", dest="form", default="text", metavar="text|json|sarif")
    made.option("--fail-on", "fail_on", default=_NEVER, metavar="high|middle|low|never")
    made.option("--least", "least", default="low", metavar="high|middle|low")
    made.option("--only", "only", action="append", default=[], metavar="RULE")
    made.option("--for", "for", dest="side", default="both", metavar="it|client|both")
    made.option("--config", "config", default="", metavar="FILE")
    made.option("--silenced", "silenced", action="store_true")
    _as_read(made, words)
    made.common()
    return made


def _as_read(made: Parser, words: Words) -> None:
    """The options that mean the same as with `klaar read`."""
    for name, key, metavar in (
        ("--language", "language", "nl|en|auto"),
        ("--read-as", "read_as", "nl|en"),
        ("--password", "password", "WORD"),
        ("--output", "output", "FILE"),
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
    """`options` as they are; raises `CommandError` for a value that is not allowed."""
    choose("--as", options.form, ("text", "json", "sarif"))
    choose("--fail-on", options.fail_on, (*SEVERITIES, _NEVER))
    choose("--least", options.least, SEVERITIES)
    choose("--for", options.side, ("it", "client", "both"))
    choose("--language", options.language, (*LANGUAGES, "auto"))
    choose("--color", options.color, ("auto", "always", "never"))
    if options.read_as:
        choose("--read-as", options.read_as, LANGUAGES)
    if not options.files:
        raise CommandError(Exit.MISUSE, "no_files")
    if options.files.count(STANDARD_INPUT) > 1:
        raise CommandError(Exit.MISUSE, "stdin_twice")
    return options

"""The options of `klaar read`, checked."""

from argparse import Namespace

from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.inputs import STANDARD_INPUT
from klaar.cli.options import Parser, choose
from klaar.cli.words import Words
from klaar.text.data import LANGUAGES

FAIL_ON = ("check", "not-covered")


def parser(words: Words) -> Parser:
    """The parser of `klaar read`, with its help in the language of `words`."""
    made = Parser("read", words)
    made.inputs.add_argument("files", nargs="*", metavar="FILE", help=words.say("read", "files"))
    made.option("--as", "as", dest="form", default="text", metavar="text|json")
    made.option("--for", "for", dest="side", default="both", metavar="it|client|both")
    made.option("--top", "top", default="", metavar="N")
    made.option("--language", "language", default="auto", metavar="nl|en|auto")
    made.option("--read-as", "read_as", default="", metavar="nl|en")
    made.option("--it", "it", action="append", default=[], metavar="NAME")
    made.option("--client", "client", action="append", default=[], metavar="NAME")
    made.option("--password", "password", default=None, metavar="WORD")
    made.option("--no-ocr", "no_ocr", action="store_true")
    made.option("--with-text", "with_text", action="store_true")
    made.option("--output", "output", default="", metavar="FILE")
    made.option("--color", "color", default="auto", metavar="auto|always|never")
    made.option("--fail-on", "fail_on", action="append", default=[], metavar="|".join(FAIL_ON))
    made.common()
    return made


def checked(options: Namespace) -> Namespace:
    """`options` with `top` as a number; raises `CommandError` for a value that is not allowed."""
    choose("--as", options.form, ("text", "json"))
    choose("--for", options.side, ("it", "client", "both"))
    choose("--language", options.language, (*LANGUAGES, "auto"))
    choose("--color", options.color, ("auto", "always", "never"))
    if options.read_as:
        choose("--read-as", options.read_as, LANGUAGES)
    for each in options.fail_on:
        choose("--fail-on", each, FAIL_ON)
    if not options.files:
        raise CommandError(Exit.MISUSE, "no_files")
    if options.files.count(STANDARD_INPUT) > 1:
        raise CommandError(Exit.MISUSE, "stdin_twice")
    return Namespace(**{**vars(options), "top": _number("--top", options.top)})


def _number(name: str, value: str) -> int:
    if not value:
        return 0
    if not value.isdecimal() or not int(value):
        raise CommandError(Exit.MISUSE, "wrong_number", name=name, value=value)
    return int(value)

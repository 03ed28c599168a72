"""The options of `klaar explain`, checked."""

from argparse import Namespace

from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.inputs import STANDARD_INPUT
from klaar.cli.options import Parser, choose
from klaar.cli.verify_texts import is_file
from klaar.cli.words import Words
from klaar.text.data import LANGUAGES


def parser(words: Words) -> Parser:
    """The parser of `klaar explain`, with its help in the language of `words`."""
    made = Parser("explain", words)
    made.inputs.add_argument("asked", nargs="*", metavar="WORD|FILE", help=words.say("explain", "asked"))
    made.option("--in", "in", dest="inside", action="append", default=[], metavar="FILE")
    made.option("--glossary", "glossary", action="append", default=[], metavar="FILE")
    made.option("--language", "language", default="auto", metavar="nl|en|auto")
    made.option("--as", "as", dest="form", default="text", metavar="text|json|md")
    made.option("--top", "top", default="", metavar="N")
    for name, key in (("--password", "password"), ("--no-ocr", "no_ocr")):
        kind = {"action": "store_true"} if name == "--no-ocr" else {"default": None, "metavar": "WORD"}
        made.settings.add_argument(name, help=words.say("read", key), **kind)
    made.common()
    return made


def checked(options: Namespace) -> Namespace:
    """`options` with the `word` asked, or the `files`; raises `CommandError` for what is not allowed.

    The words asked are one word or phrase, unless the first of them is a file.
    """
    choose("--language", options.language, (*LANGUAGES, "auto"))
    choose("--as", options.form, ("text", "json", "md"))
    if options.top and not (options.top.isdecimal() and int(options.top)):
        raise CommandError(Exit.MISUSE, "wrong_number", name="--top", value=options.top)
    asked = [each for each in options.asked if each.strip()]
    if not asked:
        raise CommandError(Exit.MISUSE, "no_word")
    files = asked if is_file(asked[0]) else []
    word = "" if files else " ".join(asked)
    files = files or options.inside
    if files.count(STANDARD_INPUT) > 1:
        raise CommandError(Exit.MISUSE, "stdin_twice")
    known = "" if options.language == "auto" else options.language
    more = {"word": word, "files": files, "known": known, "most": int(options.top or 0)}
    return Namespace(**{**vars(options), **more})

"""The options of `klaar sorry`, checked."""

from argparse import Namespace

from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.options import Parser, choose
from klaar.cli.words import Words
from klaar.text.data import LANGUAGES

FACTS = (
    ("--title", "title", "WORDS"),
    ("--to", "to", "NAME"),
    ("--who", "who", "NAME"),
    ("--failure", "failure", "broken|late|moved|level|outage"),
    ("--promised", "promised", "WORDS"),
    ("--promised-on", "promised_on", "DATE"),
    ("--clause", "clause", "NUMBER"),
    ("--due", "due", "DATE"),
    ("--new-date", "new_date", "DATE"),
    ("--happened-on", "happened_on", "DATE"),
    ("--happened", "happened", "WORDS"),
    ("--meant", "meant", "WORDS"),
    ("--own", "own", "WORDS"),
    ("--repair", "repair", "WORDS"),
    ("--repair-by", "repair_by", "DATE"),
    ("--cause", "cause", "WORDS"),
    ("--change", "change", "WORDS"),
    ("--change-by", "change_by", "DATE"),
    ("--unknown", "unknown", "WORDS"),
    ("--contact", "contact", "WORDS"),
    ("--next-word", "next_word", "MOMENT"),
    ("--ended", "ended", "MOMENT"),
)
"""The facts that can be said with an option, by their names in `Facts`."""
_OPTIONS = (
    ("--promise", "promise", "ID"),
    ("--occurrence", "occurrence", "NAME"),
    ("--facts", "facts", "FILE"),
    ("--form", "form", "person|group|status|update|ended"),
    ("--every", "every", "PT1H"),
    ("--answer", "answer", "yes|no"),
    ("--side", "side", "it|client"),
    ("--note", "note", "WORDS"),
    ("--zone", "zone", "NAME"),
    ("--today", "today", "DATE|MOMENT"),
    ("--as", "as", "text|md|html|json"),
    ("--language", "language", "nl|en|auto"),
    ("--output", "output", "FILE"),
)
_SWITCHES = (("--regret", "regret"), ("--record", "record"), ("--fail-on-open", "fail_on_open"))
_CHOICES = {
    "failure": ("broken", "late", "moved", "level", "outage"),
    "form": ("person", "group", "status", "update", "ended"),
    "answer": ("yes", "no"),
    "side": ("it", "client"),
    "shape": ("text", "md", "html", "json"),
    "language": (*LANGUAGES, "auto"),
}


def parser(words: Words) -> Parser:
    """The parser of `klaar sorry`, with its help in the language of `words`."""
    made = Parser("sorry", words)
    made.inputs.add_argument(
        "folder", nargs="?", default="", metavar="FOLDER", help=words.say("sorry", "folder")
    )
    for name, key, metavar in (*_OPTIONS, *FACTS):
        made.option(name, key, dest="shape" if key == "as" else key, default="", metavar=metavar)
    for name, key in _SWITCHES:
        made.option(name, key, action="store_true")
    made.common()
    return made


def checked(options: Namespace) -> Namespace:
    """`options` where they belong together; raises `CommandError` else."""
    for key, choices in _CHOICES.items():
        value = getattr(options, key)
        if value:
            choose("--as" if key == "shape" else f"--{key}", value, choices)
    ledger = options.record or options.answer
    if (ledger or options.folder) and not (options.folder and options.promise):
        raise CommandError(Exit.MISUSE, "sorry_needs_ledger")
    if not options.folder and options.promise:
        raise CommandError(Exit.MISUSE, "sorry_needs_ledger")
    if options.answer and not (options.who and options.side):
        raise CommandError(Exit.MISUSE, "needs_option_sorry", name="--who" if not options.who else "--side")
    return options

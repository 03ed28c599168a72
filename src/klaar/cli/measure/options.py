"""The options of `klaar measure`, checked."""

import re
from argparse import Namespace
from datetime import date, timedelta

from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.options import Parser, choose
from klaar.cli.words import Words
from klaar.ledger.levels.model import Metric
from klaar.ledger.levels.periods import YEARS
from klaar.text.data import LANGUAGES

_OPTIONS = (
    ("--level", "level", "WORDS"),
    ("--promise", "promise", "ID"),
    ("--agreement", "agreement", "FILE"),
    ("--ledger", "ledger", "FOLDER"),
    ("--of", "of", "availability|response|solution"),
    ("--per", "per", "P1M"),
    ("--period", "period", "NAME"),
    ("--hours", "hours", "WORDS"),
    ("--day", "day", "HOURS"),
    ("--holidays", "holidays", "NL|BE"),
    ("--closed", "closed", "DATE"),
    ("--maintenance", "maintenance", "WORDS"),
    ("--zone", "zone", "NAME"),
    ("--rest", "rest", "up|unknown"),
    ("--every", "every", "PT5M"),
    ("--series", "series", "LABEL=VALUE"),
    ("--kind", "kind", "NAME"),
    ("--dates", "dates", "day|month"),
    ("--expected", "expected", "WORDS"),
    ("--felt", "felt", "WORDS"),
    ("--who", "who", "NAME"),
    ("--side", "side", "it|client"),
    ("--today", "today", "DATE"),
    ("--fail-on", "fail_on", "missed|unsure"),
    ("--as", "as", "text|json|facts"),
    ("--language", "language", "nl|en|auto"),
    ("--output", "output", "FILE"),
)
_DEFAULTS = {"zone": "Europe/Amsterdam", "rest": "unknown", "as": "text"}
_MANY = ("closed", "fail_on")
METRICS: dict[str, Metric] = {
    "availability": "availability",
    "response": "response_time",
    "solution": "resolution_time",
}
"""What --of names, as `klaar.promises` calls it."""
_CHOICES = {
    "of": (*METRICS, ""),
    "rest": ("up", "unknown"),
    "dates": ("day", "month", ""),
    "side": ("it", "client", ""),
    "as": ("text", "json", "facts"),
    "language": (*LANGUAGES, "auto", ""),
}


def parser(words: Words) -> Parser:
    """The parser of `klaar measure`, with its help in the language of `words`."""
    made = Parser("measure", words)
    made.inputs.add_argument("file", nargs="?", default="", metavar="FILE", help=words.say("measure", "file"))
    for name, key, metavar in _OPTIONS:
        many = {"action": "append", "default": []} if key in _MANY else {"default": _DEFAULTS.get(key, "")}
        made.option(name, key, dest="form" if key == "as" else key, metavar=metavar, **many)
    made.settings.add_argument("--rolling", action="store_true", help=words.say("measure", "rolling"))
    made.common()
    return made


def checked(options: Namespace) -> Namespace:
    """`options` with its dates read; raises `CommandError` for what is missing or wrong."""
    if not options.file:
        raise CommandError(Exit.MISUSE, "no_measurements")
    for key, choices in _CHOICES.items():
        value = getattr(options, "form" if key == "as" else key)
        if value not in choices:
            choose(f"--{key}", value, filter(None, choices))
    for value in options.fail_on:
        choose("--fail-on", value, ("missed", "unsure"))
    options.day = _hours(options.day) if options.day else None
    options.closed = [_day("--closed", value) for value in options.closed]
    options.today = _day("--today", options.today) if options.today else None
    _sources(options)
    return options


def _sources(options: Namespace) -> None:
    """A level comes from --level, or from --promise with where it stands; words of users need a ledger."""
    if not options.level and not options.promise:
        raise CommandError(Exit.MISUSE, "no_level")
    if options.promise and not (options.agreement or options.ledger or options.level):
        raise CommandError(Exit.MISUSE, "no_place")
    if options.felt:
        for key in ("ledger", "promise", "who", "side"):
            if not getattr(options, key):
                raise CommandError(Exit.MISUSE, "needs_option_felt", name=f"--{key}")


def _hours(value: str) -> timedelta:
    """ "8" and "7,5" as so many hours, to the second."""
    found = re.fullmatch(r"(\d{1,2})(?:[.,](\d{1,2}))?", value)
    seconds = (int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0"))) * 36 if found else 0
    if not 0 < seconds <= 24 * 3600:
        raise CommandError(Exit.MISUSE, "wrong_day_hours", value=value)
    return timedelta(seconds=seconds)


def _day(name: str, value: str) -> date:
    try:
        day = date.fromisoformat(value)
        if day.year in YEARS:
            return day
        raise ValueError
    except ValueError:
        raise CommandError(Exit.MISUSE, "wrong_date", name=name, value=value) from None

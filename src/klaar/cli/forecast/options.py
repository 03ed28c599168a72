"""The options of `klaar forecast`, checked."""

from argparse import Namespace
from datetime import date, timedelta

from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.options import Parser, choose
from klaar.cli.words import Words
from klaar.text.data import LANGUAGES

ACTS = ("date", "now", "plan", "items", "backtest", "score")
"""What `klaar forecast` can do; the first when none is named."""

_FORMS = {
    "date": ("text", "json", "svg", "html"),
    "now": ("text", "json", "svg", "html"),
    "backtest": ("text", "json", "svg"),
    "score": ("text", "json", "svg"),
}
_OPTIONS = (
    ("--begin", "begin", "DATE"),
    ("--by", "by", "DATE"),
    ("--days", "days", "N"),
    ("--planned", "planned", "DATE"),
    ("--said", "said", "DATE:DATE"),
    ("--progress", "progress", "PERCENT"),
    ("--least", "least", "PERCENT"),
    ("--kind", "kind", "NAME"),
    ("--count", "count", "N"),
    ("--today", "today", "DATE"),
    ("--start", "start", "COLUMN"),
    ("--promised", "promised", "COLUMN"),
    ("--actual", "actual", "COLUMN"),
    ("--group", "group", "COLUMN"),
    ("--kinds", "kinds", "COLUMN"),
    ("--dates", "dates", "day|month"),
    ("--split", "split", "project|time"),
    ("--history", "history", "[SIDE=]FILE"),
    ("--ledger", "ledger", "FOLDER"),
    ("--reference", "reference", "NAME"),
    ("--seed", "seed", "N"),
    ("--runs", "runs", "N"),
    ("--together", "together", "SHARE"),
    ("--keep", "keep", "FILE"),
    ("--name", "name", "NAME"),
    ("--side", "side", "it|client"),
    ("--fail-under", "fail_under", "PERCENT"),
    ("--language", "language", "nl|en|auto"),
    ("--output", "output", "FILE"),
)
_MANY = ("said", "history")


def parser(words: Words) -> Parser:
    """The parser of `klaar forecast`, with its help in the language of `words`."""
    made = Parser("forecast", words)
    made.inputs.add_argument("files", nargs="*", metavar="FILE", help=words.say("forecast", "files"))
    made.option("--as", "as", dest="form", default="text", metavar="text|json|svg|html")
    for name, key, metavar in _OPTIONS:
        many = {"action": "append", "default": []} if key in _MANY else {"default": ""}
        made.option(name, key, dest=key, metavar=metavar, **many)
    made.common()
    return made


def checked(options: Namespace) -> Namespace:
    """`options` with `act` and `files`, dates and numbers read; raises `CommandError` for a wrong one."""
    first, *rest = options.files or [""]
    options.act, options.files = (first, rest) if first in ACTS else (ACTS[0], options.files)
    if len(options.files) > (2 if options.act == "score" else 1):
        raise CommandError(Exit.MISUSE, "too_much", name=options.files[-1], command="forecast")
    choose("--as", options.form, _FORMS.get(options.act, ("text", "json")))
    choose("--language", options.language or "auto", (*LANGUAGES, "auto"))
    for name, value, choices in (
        ("--dates", options.dates, ("day", "month")),
        ("--split", options.split, ("project", "time")),
        ("--side", options.side, ("it", "client")),
    ):
        if value:
            choose(name, value, choices)
    options.today = day("--today", options.today) or date.today()
    for key in ("begin", "by", "planned"):
        setattr(options, key, day(f"--{key}", getattr(options, key)))
    _numbers(options)
    _histories(options)
    if options.keep and not options.name:
        raise CommandError(Exit.MISUSE, "needs_option", name="--name")
    return options


def _histories(options: Namespace) -> None:
    """One history at most: a file or a ledger."""
    if not options.ledger:
        return
    if options.act == "items":
        raise CommandError(Exit.MISUSE, "ledger_not_here", act=options.act)
    if len(options.files) > (1 if options.act in ("plan", "score") else 0):
        raise CommandError(Exit.MISUSE, "two_histories")


def _numbers(options: Namespace) -> None:
    for key in ("days", "count", "seed", "runs"):
        setattr(options, key, whole(f"--{key}", getattr(options, key)))
    for key in ("progress", "least", "fail_under"):
        setattr(options, key, share(f"--{key.replace('_', '-')}", getattr(options, key), 100))
    options.together = share("--together", options.together, 1)
    if options.runs is not None and options.runs < 100:
        raise CommandError(Exit.MISUSE, "too_few_runs", value=str(options.runs))


def day(name: str, value: str) -> date | None:
    """The day that an option says; None where it says nothing."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise CommandError(Exit.MISUSE, "wrong_date", name=name, value=value) from None


def whole(name: str, value: str) -> int | None:
    """The number from 1 that an option says; None where it says nothing."""
    if not value:
        return None
    if not value.isdecimal() or not 1 <= int(value) <= 1_000_000:
        raise CommandError(Exit.MISUSE, "wrong_number", name=name, value=value)
    return int(value)


def share(name: str, value: str, most: float) -> float | None:
    """The share that an option says, from 0 to 1, written from 0 to `most`; None where it says nothing."""
    if not value:
        return None
    try:
        number = float(value.rstrip("%").replace(",", ".")) / most
    except ValueError:
        number = -1.0
    if not 0 <= number < 1 + (most > 1) * 1e-9:
        raise CommandError(Exit.MISUSE, "wrong_share", name=name, value=value, most=f"{most:g}")
    return number


def later(begin: date, days: int) -> date:
    """`days` after `begin`; raises `CommandError` where no calendar goes so far."""
    try:
        return begin + timedelta(days=days)
    except OverflowError:
        raise CommandError(Exit.MISUSE, "wrong_number", name="--days", value=str(days)) from None

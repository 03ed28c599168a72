"""The options of `klaar ledger`, checked."""

from argparse import Namespace
from datetime import date, datetime
from typing import Any

from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.ledger.acts import ACTS
from klaar.cli.options import Parser, choose
from klaar.cli.words import Words
from klaar.ledger.moves import day
from klaar.ledger.record import KINDS, SIDES
from klaar.text.data import LANGUAGES

_FORMS = {
    "show": ("text", "json"),
    "record": ("text", "json", "svg", "html"),
    "export": ("jsonl", "json", "csv", "cases", "ics"),
}
_OPTIONS = (
    ("--promise", "promise", "ID"),
    ("--event", "event", "KIND"),
    ("--side", "side", "it|client|both|other"),
    ("--who", "who", "NAME"),
    ("--happened", "happened", "MOMENT"),
    ("--data", "data", "KEY=VALUE"),
    ("--evidence", "evidence", "FILE|LINK"),
    ("--id", "id", "ID"),
    ("--from", "from", "FILE"),
    ("--head", "head", "HASH"),
    ("--for", "for", "it|client"),
    ("--served", "served", "DIR"),
    ("--today", "today", "DATE"),
    ("--as", "as", "FORM"),
    ("--language", "language", "nl|en|auto"),
    ("--output", "output", "FILE"),
)
_MANY: dict[str, Any] = {"action": "append", "default": []}
_READING: tuple[tuple[str, str, dict[str, Any], str], ...] = (
    ("--read-as", "read_as", {"default": ""}, "nl|en"),
    ("--it", "it", _MANY, "NAME"),
    ("--client", "client", _MANY, "NAME"),
    ("--password", "password", {"default": None}, "WORD"),
)


def parser(words: Words) -> Parser:
    """The parser of `klaar ledger`, with its help in the language of `words`."""
    made = Parser("ledger", words)
    made.inputs.add_argument("asked", nargs="*", metavar="ACT FOLDER", help=words.say("ledger", "asked"))
    for name, key, metavar in _OPTIONS:
        many: dict[str, Any] = (
            {"action": "append", "default": []} if key in ("data", "evidence") else {"default": ""}
        )
        made.option(name, key, dest=f"{key}_" if key == "from" else key, metavar=metavar, **many)
    made.option("--all", "all", action="store_true")
    for name, key, more, metavar in _READING:
        made.settings.add_argument(name, metavar=metavar, help=words.say("read", key), **more)
    made.settings.add_argument("--no-ocr", action="store_true", help=words.say("read", "no_ocr"))
    made.common()
    return made


def checked(options: Namespace) -> Namespace:
    """`options` with the `act`, its `folder`, more `files`, and `day`; raises `CommandError` else."""
    act, *rest = options.asked or ("",)
    choose("klaar ledger", act, ACTS)
    if not rest:
        raise CommandError(Exit.MISUSE, "no_ledger_folder", act=act)
    if rest[1:] and act not in ("open", "answer"):
        raise CommandError(Exit.MISUSE, "too_much", name=rest[1], command="ledger")
    if options.served and act in ("open", "answer"):
        raise CommandError(Exit.MISUSE, "served_itself", act=act)
    forms = _FORMS.get(act, ("text",))
    form = choose("--as", options.__dict__["as"] or forms[0], forms)
    choose("--language", options.language or "auto", (*LANGUAGES, "auto"))
    choose("--for", options.__dict__["for"] or "it", ("it", "client"))
    if act == "add" and not options.from_:
        _event(options)
    more = {"act": act, "folder": rest[0], "files": rest[1:], "form": form, "own": options.__dict__["for"]}
    return Namespace(**{**vars(options), **more, "day": today(options.today)})


def _event(options: Namespace) -> None:
    for key in ("promise", "event", "side", "who"):
        if not getattr(options, key):
            raise CommandError(Exit.MISUSE, "needs_option_ledger", name=f"--{key}")
    choose("--event", options.event, sorted(KINDS))
    choose("--side", options.side, sorted(SIDES))
    for pair in options.data:
        if not pair.partition("=")[2]:
            raise CommandError(Exit.MISUSE, "wrong_pair", value=pair)


def today(said: str) -> date:
    """The day that was said, else that of the computer; raises `CommandError` for what is no date."""
    found = day(said) if said else date.today()
    if found is None or isinstance(found, datetime):
        raise CommandError(Exit.MISUSE, "wrong_date", name="--today", value=said)
    return found

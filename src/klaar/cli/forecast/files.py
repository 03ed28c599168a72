"""The files that `klaar forecast` reads: histories, plans and kept forecasts."""

from argparse import Namespace
from collections.abc import Callable
from typing import TypeVar

from klaar.cli.around import Around
from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.inputs import read_bytes
from klaar.cli.words import Words
from klaar.forecast.imports.dates import Order
from klaar.forecast.imports.errors import HistoryError
from klaar.forecast.imports.history import History, read_history
from klaar.forecast.imports.known_columns import Names, find_names
from klaar.forecast.imports.sheet import Sheet, read_sheet
from klaar.forecast.imports.work import Work, read_work
from klaar.forecast.plan.model import PlanError
from klaar.forecast.reference import REFERENCES, Reference, load_reference
from klaar.forecast.showing.teller import Teller

MOST = 200_000_000
"""Bytes of a history: millions of rows."""
_DEFAULT_REFERENCE = "uk-major-ict"
_OPTIONS = ("no_column", "which_column", "open_order", "two_columns", "no_record")
"""What is wrong with the call rather than with the file."""

Read = TypeVar("Read")


def reading(act: Callable[[], Read], name: str, words: Words) -> Read:
    """What `act` reads from the file `name`; raises `CommandError` where that cannot be read."""
    try:
        return act()
    except (HistoryError, PlanError) as error:
        code = Exit.MISUSE if error.code in _OPTIONS else Exit.NOT_READ
        said = Teller(words.language).say("errors", error.code, file=name, **error.fields)
        raise CommandError(code, "forecast", message=said) from None


def history_of(name: str, asked: Namespace, words: Words, around: Around, needed: tuple[str, ...]) -> History:
    """The cases in the file `name`, from the columns that were said or that its system always writes."""
    return _rows(name, asked, words, around, needed=needed, read=read_history)


def work_of(name: str, asked: Namespace, words: Words, around: Around) -> Work:
    """The work items in the file `name`, likewise."""
    return _rows(name, asked, words, around, needed=("start", "actual"), read=read_work)


def _rows(
    name: str,
    asked: Namespace,
    words: Words,
    around: Around,
    *,
    needed: tuple[str, ...],
    read: Callable[[Sheet, Names, Order | None], Read],
) -> Read:
    data = read_bytes(name, around, MOST)
    said = Names(asked.start, asked.promised, asked.actual, asked.group, asked.kinds)

    def act() -> Read:
        sheet = read_sheet(data)
        return read(sheet, find_names(sheet, said, needed), asked.dates or None)

    return reading(act, name, words)


def one_file(asked: Namespace) -> str:
    """The one file of a call that needs one."""
    if not asked.files:
        raise CommandError(Exit.MISUSE, "no_history", act=asked.act)
    return str(asked.files[0])


def reference_of(asked: Namespace) -> Reference | None:
    """The reference class that was named, else that of large IT projects; None for "none"."""
    name = asked.reference or _DEFAULT_REFERENCE
    if name == "none":
        return None
    if name not in REFERENCES:
        choices = ", ".join((*REFERENCES, "none"))
        raise CommandError(Exit.MISUSE, "wrong_choice", name="--reference", value=name, choices=choices)
    return load_reference(name)

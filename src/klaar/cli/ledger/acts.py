"""What `klaar ledger` can do, by name."""

from argparse import Namespace
from collections.abc import Callable
from importlib import import_module
from typing import cast

from klaar.cli.around import Around
from klaar.cli.words import Words

Act = Callable[[Namespace, Words, Around], int]

ACTS = {
    "open": "opening.open_ledger",
    "show": "showing.show",
    "record": "record.record",
    "add": "adding.add",
    "answer": "answering.answer",
    "verify": "showing.verify",
    "export": "exporting.export",
}
"""Each act with the module and the function that does it."""


def act_of(name: str) -> Act:
    """The function of an act; its module is loaded only now: `show` need not wait for all of reading."""
    module, _, function = ACTS[name].partition(".")
    return cast(Act, getattr(import_module(f"klaar.cli.ledger.{module}"), function))

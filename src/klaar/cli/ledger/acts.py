"""What `klaar ledger` can do, by name."""

from argparse import Namespace
from collections.abc import Callable

from klaar.cli.around import Around
from klaar.cli.ledger.adding import add
from klaar.cli.ledger.answering import answer
from klaar.cli.ledger.exporting import export
from klaar.cli.ledger.opening import open_ledger
from klaar.cli.ledger.record import record
from klaar.cli.ledger.showing import show, verify
from klaar.cli.words import Words

ACTS: dict[str, Callable[[Namespace, Words, Around], int]] = {
    "open": open_ledger,
    "show": show,
    "record": record,
    "add": add,
    "answer": answer,
    "verify": verify,
    "export": export,
}
"""Each act with what does it."""

"""`klaar ledger`: what happened to each promise."""

from argparse import Namespace

from klaar.cli.around import Around
from klaar.cli.ledger.acts import ACTS
from klaar.cli.ledger.errors import told
from klaar.cli.ledger.options import checked, parser
from klaar.cli.words import Words

__all__ = ["parser", "run"]


def run(options: Namespace, words: Words, around: Around) -> int:
    """Do the act that was asked: open, show, add, verify or export."""
    asked = checked(options)
    with told(words):
        return ACTS[asked.act](asked, words, around)

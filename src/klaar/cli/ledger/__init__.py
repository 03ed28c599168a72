"""`klaar ledger`: what happened to each promise."""

from argparse import Namespace

from klaar.cli.around import Around
from klaar.cli.ledger.acts import act_of
from klaar.cli.ledger.errors import told
from klaar.cli.ledger.options import checked, parser
from klaar.cli.words import Words

__all__ = ["parser", "run"]


def run(options: Namespace, words: Words, around: Around) -> int:
    """Do the act that was asked, one of `ACTS`."""
    asked = checked(options)
    with told(words):
        return act_of(asked.act)(asked, words, around)

"""`klaar sorry`: a letter that says sorry, from the ledger or from what is said."""

from argparse import Namespace

from klaar.cli.around import Around
from klaar.cli.sorry.options import checked, parser
from klaar.cli.words import Words

__all__ = ["parser", "run"]


def run(options: Namespace, words: Words, around: Around) -> int:
    """Draft, show, and record where that was asked."""
    asked = checked(options)
    from klaar.cli.sorry.act import say_sorry  # noqa: PLC0415 (loads what the help does not need)

    return say_sorry(asked, words, around)

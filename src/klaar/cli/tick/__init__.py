"""`klaar tick`: one round of reminders."""

from argparse import Namespace

from klaar.cli.around import Around
from klaar.cli.ledger.errors import told
from klaar.cli.tick.options import checked, parser
from klaar.cli.words import Words

__all__ = ["parser", "run"]


def run(options: Namespace, words: Words, around: Around) -> int:
    """Tell everyone what it is time for; code 6 where a letter could not leave, or may not have."""
    asked = checked(options)
    with told(words):
        if asked.served:
            from klaar.cli.tick.served import served_round  # noqa: PLC0415

            return served_round(asked, words, around)
        from klaar.cli.tick.round import rounds  # noqa: PLC0415

        return rounds(asked, words, around)

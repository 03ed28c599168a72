"""`klaar forecast`: the chance that a date is met."""

from argparse import Namespace

from klaar.cli.around import Around
from klaar.cli.forecast.options import checked, parser
from klaar.cli.words import Words

__all__ = ["parser", "run"]


def run(options: Namespace, words: Words, around: Around) -> int:
    """Forecast what was asked; the exit code says whether the chance falls under --fail-under."""
    asked = checked(options)
    from klaar.cli.forecast.acts import ACTS  # noqa: PLC0415 (loads numpy, which the help does not need)

    return ACTS[asked.act](asked, words, around)

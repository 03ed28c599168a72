"""`klaar measure`: expected, agreed and got beside each other."""

from argparse import Namespace

from klaar.cli.around import Around
from klaar.cli.measure.options import checked, parser
from klaar.cli.words import Words

__all__ = ["parser", "run"]


def run(options: Namespace, words: Words, around: Around) -> int:
    """Measure what was asked; the exit code says whether the level was missed, with --fail-on."""
    asked = checked(options)
    from klaar.cli.measure.act import measure_file  # noqa: PLC0415 (loads what the help does not need)

    return measure_file(asked, words, around)

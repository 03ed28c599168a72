"""`klaar read`: what each side promised, to read or for other programs."""

from argparse import Namespace
from importlib import import_module

from klaar.cli.around import Around
from klaar.cli.output import json_bytes
from klaar.cli.read_files import read_files
from klaar.cli.read_options import checked, parser
from klaar.cli.words import Words

__all__ = ["json_bytes", "parser", "run"]


def run(options: Namespace, words: Words, around: Around) -> int:
    """Read the files and write what they promise; the exit code says whether what was asked for was found."""
    wishes = checked(options)
    documents = read_files(wishes, words, around, meanwhile=_prepare)
    from klaar.cli.read_told import tell  # noqa: PLC0415 (most of the start of `klaar read`: see _prepare)

    return tell(documents, wishes, around)


def _prepare() -> None:
    """Loads what the rest of the command needs, while another process reads pages."""
    import_module("klaar.cli.read_told")

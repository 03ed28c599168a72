"""A text on the command line: a file that is there, standard input, or the words themselves."""

import re
from pathlib import Path, PurePath

from klaar.cli.around import Around
from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.inputs import STANDARD_INPUT, read_bytes
from klaar.cli.words import Words
from klaar.documents.errors import DocumentError
from klaar.documents.limits import DEFAULT_LIMITS
from klaar.documents.messages import error_message
from klaar.documents.read import read_document

_LIKE_A_FILE = re.compile(r"\S*[\\/]\S*|\S+\.(?:txt|md|pdf|docx|odt|html?|eml)", re.IGNORECASE)


def text_of(name: str, around: Around, words: Words) -> str:
    """The words of the file `name`, of standard input where it is "-", else `name` itself.

    Raises `CommandError` for a file that cannot be read, and for one word that looks like a file and is not
    there.
    """
    if not is_file(name):
        return name
    data = read_bytes(name, around, DEFAULT_LIMITS.size)
    try:
        return read_document(data, "stdin.txt" if name == STANDARD_INPUT else PurePath(name).name).text
    except DocumentError as error:
        message = error_message(error, words.language)
        raise CommandError(Exit.NOT_READ, "unreadable", name=name, message=message) from None


def is_file(name: str) -> bool:
    """Whether `name` is "-", a file that is there, or looks like one: "offerte.pdf", "map/offerte"."""
    if name == STANDARD_INPUT or _LIKE_A_FILE.fullmatch(name):
        return True
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        return False

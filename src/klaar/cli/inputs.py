"""The bytes that a command reads: from files, or from standard input."""

from pathlib import Path

from klaar.cli.around import Around
from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit

STANDARD_INPUT = "-"


def read_bytes(name: str, around: Around, most: int) -> bytes:
    """What the file `name` holds ("-": standard input), up to one byte more than `most`.

    Raises `CommandError` for a file that is missing, a folder, or not to be opened by this user.
    """
    try:
        if name == STANDARD_INPUT:
            if around.stdin is None:
                raise CommandError(Exit.NOT_OPENED, "missing", name=name)
            return around.stdin.buffer.read(most + 1)
        with Path(name).open("rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError) as error:
        raise CommandError(Exit.NOT_OPENED, _code(error), name=name, detail=_detail(error)) from None


def _code(error: Exception) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "missing"
    if isinstance(error, IsADirectoryError):
        return "directory"
    return "no_permission" if isinstance(error, PermissionError) else "not_opened"


def _detail(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__

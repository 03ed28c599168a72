"""How a command ends: the exit codes by name, as docs/exit-codes.md explains them."""

from enum import IntEnum


class Exit(IntEnum):
    """The code with which `klaar` ends; a script can tell from it what to do next."""

    DONE = 0
    FOUND = 1
    """Something was found that the user asked to fail on."""
    MISUSE = 2
    NOT_OPENED = 3
    """A file is missing, a folder, or closed to this user."""
    NOT_READ = 4
    """A file is empty, damaged, locked, too large or of a kind that is not read."""
    OTHER_LANGUAGE = 5
    NOT_WRITTEN = 6
    UNEXPECTED = 70
    INTERRUPTED = 130
    BROKEN_PIPE = 141

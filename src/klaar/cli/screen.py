"""What the screen can show: its width, and whether in colour."""

import os
from collections.abc import Mapping
from typing import TextIO

from klaar.cli.around import Around, is_screen

_WIDTH = 80
_LEAST = 40


def screen_width(around: Around) -> int:
    """The columns to write in: COLUMNS where it is set, else those of the terminal, else 80; at least 40."""
    said = around.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said):
        return max(_LEAST, int(said))
    return max(_LEAST, _terminal(around.stdout)) if is_screen(around.stdout) else _WIDTH


def _terminal(stream: TextIO | None) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns if stream else _WIDTH
    except (OSError, ValueError):
        return _WIDTH


def in_colour(asked: str, around: Around, to_file: bool) -> bool:
    """Whether to colour: `asked` is "always", "never" or "auto", which means on a screen only.

    With "auto" NO_COLOR (no-color.org) and a terminal that is called dumb are respected.
    """
    if asked != "auto":
        return asked == "always"
    return not to_file and is_screen(around.stdout) and not _plain(around.environ)


def _plain(environ: Mapping[str, str]) -> bool:
    return bool(environ.get("NO_COLOR")) or environ.get("TERM") == "dumb"

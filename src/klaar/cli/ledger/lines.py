"""Lines on a screen."""

from collections.abc import Iterable

from klaar.brief.terminal.runs import clean
from klaar.cli.around import Around
from klaar.cli.output import write_text


def write_lines(lines: Iterable[str], around: Around, file: str = "") -> int:
    """Write lines for a reader, to `file` or to standard output; as `write_text`.

    Words that someone else wrote may hold signs that steer a terminal: these are left out.
    """
    return write_text("".join(f"{clean(line)}\n" for line in lines), around, file)

"""What is around a command: its arguments, the environment, and where it reads and writes."""

import os
import sys
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TextIO


class Around(NamedTuple):
    """One call of `klaar`; a stream that the caller closed is None."""

    arguments: Sequence[str]
    environ: Mapping[str, str]
    stdin: TextIO | None
    stdout: TextIO | None
    stderr: TextIO | None


def real() -> Around:
    """That of this process."""
    return Around(sys.argv[1:], os.environ, sys.stdin, sys.stdout, sys.stderr)


def is_screen(stream: TextIO | None) -> bool:
    """Whether someone looks at `stream` as it is written: a terminal, no file or pipe."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False

"""Calls `klaar` inside the test: its arguments and streams go in, exit code and output come out."""

import io
import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from klaar.cli.around import Around
from klaar.cli.main import main


class Screen(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class Said(NamedTuple):
    """How a call ended and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def klaar(
    *arguments: object,
    stdin: bytes = b"",
    environ: Mapping[str, str] | None = None,
    screen: bool = False,
    encoding: str = "utf-8",
) -> Said:
    """Call `klaar` with `arguments`; with `screen` it writes to terminals."""
    kind = Screen if screen else io.TextIOWrapper
    out, err = kind(io.BytesIO(), encoding), kind(io.BytesIO(), encoding)
    around = Around(
        [str(argument) for argument in arguments],
        environ or {},
        io.TextIOWrapper(io.BytesIO(stdin)),
        out,
        err,
    )
    code = main(around)
    return Said(int(code), _written(out), _written(err))


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode(stream.encoding)


def one_line(said: Said) -> str:
    """The single line that a failed call wrote on standard error, and nothing else anywhere."""
    assert said.out == ""
    assert "Traceback" not in said.err
    assert said.err.count("\n") == 1
    assert said.err.startswith("klaar: ")
    return said.err.strip()

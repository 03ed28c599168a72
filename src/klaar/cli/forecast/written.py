"""What `klaar forecast` writes, in the form that was asked for."""

from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from klaar.cli.around import Around
from klaar.cli.exits import Exit
from klaar.cli.output import json_bytes, write_bytes, write_text


def write_record(record: dict[str, Any], asked: Namespace, around: Around) -> None:
    """One line of JSON."""
    write_bytes(json_bytes(record), around, asked.output)


def write_lines(lines: Sequence[str], asked: Namespace, around: Around) -> None:
    """Lines for a reader."""
    write_text("".join(f"{line}\n" for line in lines), around, asked.output)


def ending(chance: float | None, asked: Namespace) -> int:
    """Code 1 where the chance falls under --fail-under, or none can be told while one was asked for."""
    if asked.fail_under is None:
        return Exit.DONE
    return Exit.FOUND if chance is None or chance < asked.fail_under else Exit.DONE

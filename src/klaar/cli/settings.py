"""The settings of a project: klaar.toml beside the agreement, or the file that --config names.

[[check.silence]]
rule = "long-sentence"
reason = "the text is fixed by the tender"
clause = "11.2"  # may be left out: then everywhere
"""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from klaar.cli.around import Around
from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.inputs import STANDARD_INPUT, read_bytes

NAME = "klaar.toml"
_MOST = 1_000_000


def check_silences(named: str, files: Sequence[str], around: Around) -> list[Mapping[str, Any]]:
    """The [[check.silence]] tables of the file `named`, else of klaar.toml beside the first of `files`.

    Raises `CommandError` for a file that is missing or not as it must be.
    """
    name = named or _beside(files)
    if not name:
        return []
    try:
        tables: Any = tomllib.loads(read_bytes(name, around, _MOST).decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _wrong(name, str(error)) from None
    silences = _table(name, tables, "check", {}).get("silence", [])
    if not isinstance(silences, list) or not all(isinstance(each, dict) for each in silences):
        raise _wrong(name, "[[check.silence]]")
    return silences


def _beside(files: Sequence[str]) -> str:
    if not files or files[0] == STANDARD_INPUT:
        return ""
    path = Path(files[0]).parent / NAME
    try:
        return str(path) if path.is_file() else ""
    except (OSError, ValueError):
        return ""


def _table(name: str, tables: Mapping[str, Any], key: str, default: Mapping[str, Any]) -> Mapping[str, Any]:
    table = tables.get(key, default)
    if not isinstance(table, dict):
        raise _wrong(name, f"[{key}]")
    return table


def _wrong(name: str, detail: str) -> CommandError:
    return CommandError(Exit.MISUSE, "settings_wrong", name=name, detail=detail)

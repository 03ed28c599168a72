"""What was told to whom, in a file beside the ledger: each step is on the disk before the next one begins."""

import fcntl
import json
import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from klaar.ledger.canonical import canonical
from klaar.ledger.errors import LedgerError
from klaar.ledger.store.lines import append, read_lines, sync_folder

OUTBOX = "outbox.jsonl"


@contextmanager
def opened_outbox(folder: Path) -> Iterator["FileOutbox"]:
    """The outbox of a ledger for one round; raises `LedgerError("busy")` where another process has it.

    The operating system lets go of it when its process ends, however that ends: what was claimed and not
    marked then is in doubt.
    """
    path = folder / OUTBOX
    new = not path.exists()
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise LedgerError("busy", name=str(folder)) from None
        if new:
            sync_folder(folder)
        yield FileOutbox(path, handle)
    finally:
        os.close(handle)


class FileOutbox:
    """An `Outbox` of lines that are only added: claimed, sent, released. Made by `opened_outbox`."""

    def __init__(self, path: Path, handle: int) -> None:
        self._handle = handle
        self._claims: dict[str, list[str]] = {}
        self._doubtful: dict[str, datetime] = {}
        for line in read_lines(path)[0]:
            self._take(_read(line, path))

    def reminded(self) -> Collection[str]:
        """As `Outbox` says."""
        return {claim for claims in self._claims.values() for claim in claims}

    def claim(self, key: str, claims: Iterable[str], at: datetime) -> bool:
        """As `Outbox` says."""
        if key in self._claims:
            return False
        self._write({"key": key, "state": "claimed", "at": at.isoformat(), "claims": list(claims)})
        return True

    def sent(self, key: str, at: datetime) -> None:
        """As `Outbox` says."""
        self._write({"key": key, "state": "sent", "at": at.isoformat()})

    def release(self, key: str, at: datetime, why: str) -> None:
        """As `Outbox` says."""
        self._write({"key": key, "state": "released", "at": at.isoformat(), "why": why})

    def doubtful(self) -> Collection[str]:
        """As `Outbox` says."""
        return tuple(self._doubtful)

    def _write(self, entry: dict[str, Any]) -> None:
        append(self._handle, [canonical(entry)])
        self._take(entry)

    def _take(self, entry: dict[str, Any]) -> None:
        key = entry["key"]
        if entry["state"] == "claimed":
            self._claims[key] = entry["claims"]
            self._doubtful[key] = datetime.fromisoformat(entry["at"])
            return
        self._doubtful.pop(key, None)
        if entry["state"] == "released":
            self._claims.pop(key, None)


def _read(line: str, path: Path) -> dict[str, Any]:
    try:
        read = json.loads(line)
        if read["state"] == "claimed":
            datetime.fromisoformat(read["at"])
            if not isinstance(read["claims"], list):
                raise ValueError(line)
        return {**read, "key": str(read["key"])}
    except (ValueError, KeyError, TypeError):
        raise LedgerError("broken_outbox", name=str(path)) from None

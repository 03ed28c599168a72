"""A process that dies: SIGKILL at its nth call to the machine, before it, in the middle of it or after it.

`python -m tests.ledger.dying ACT FIRST FOLDER…` does ACT in the first folder, so that all it needs is loaded,
and then in each other one, in a process of its own that is killed at the point that the name of that folder
says ("7-half"). It prints how each ended: 9 is killed, 0 came through.
"""

import os
import signal
import socket
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.cli.calling import klaar

from klaar.ledger.model import Event
from klaar.ledger.store.folder import Folder

WHEN = ("half", "after")
MORNING = "2027-03-10T09:00"


def mortal(at: int, when: str) -> None:
    """From here on the process lives for `at` calls that write, sync, cut or send."""
    calls = iter(range(1, 10**9))

    def wrap(call: Callable[..., Any], halve: int | None = None) -> Callable[..., Any]:
        def wrapped(*arguments: Any, **named: Any) -> Any:
            if next(calls) != at:
                return call(*arguments, **named)
            if when == "half" and halve is not None:
                data = bytes(arguments[halve])
                call(*arguments[:halve], data[: len(data) // 2], *arguments[halve + 1 :], **named)
            elif when == "after":
                call(*arguments, **named)
            os.kill(os.getpid(), signal.SIGKILL)

        return wrapped

    os.write = wrap(os.write, 1)
    os.fsync, os.ftruncate, os.replace = wrap(os.fsync), wrap(os.ftruncate), wrap(os.replace)
    socket.socket.sendall = wrap(socket.socket.sendall, 1)  # type: ignore[method-assign]
    Path.replace = wrap(Path.replace)  # type: ignore[method-assign]


def add(folder: Path) -> None:
    """Add four events; what was acknowledged is noted in `acknowledged` beside the ledger."""
    noted = os.open(folder / "acknowledged", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    note = os.pwrite  # not among the calls that are counted
    now = datetime(2027, 3, 1, 12, tzinfo=UTC)
    promise, length = Folder(folder).duties()[0].id, 0
    for number in range(4):
        id = f"{folder.name}-{number}"
        Folder(folder).add(Event(id, promise, "confirmed", "Sam", "it", now, now))
        length += note(noted, f"{id}\n".encode(), length)


def tick(folder: Path) -> None:
    """One round of reminders, by the mail server that the environment names."""
    klaar("tick", folder, "--now", MORNING, "--language", "en", environ=os.environ)


def lay(folder: Path) -> None:
    """One round of reminders that puts its letters in a folder."""
    klaar("tick", folder, "--now", MORNING, "--send", folder / "letters", environ=os.environ)


def main(act: str, first: str, *folders: str) -> None:
    """Each in a process of its own, one after the other."""
    acts = {"add": add, "tick": tick, "lay": lay}
    acts[act](Path(first))
    for name in folders:
        child = os.fork()
        if not child:
            at, when = Path(name).name.split("-")
            mortal(int(at), when)
            acts[act](Path(name))
            os._exit(0)
        ended = os.waitpid(child, 0)[1]
        print(os.WTERMSIG(ended), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])

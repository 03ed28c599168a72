"""Starting the reading process, following it, and ending it when it takes too long."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

Record = dict[str, Any]
_SPARE = 15
_KILLED = -9
_OUT_OF_TIME = -24


class Wish(NamedTuple):
    """What is to be read: files in order as (path, name), in which language ("" to find out), and who is who."""

    files: Sequence[tuple[Path, str]]
    language: str
    it: Sequence[str]
    client: Sequence[str]


class Limits(NamedTuple):
    """What a reading may take: seconds of time, megabytes of memory, pages a file."""

    seconds: int
    megabytes: int
    pages: int


def read_apart(
    wish: Wish, limits: Limits, follow: Callable[[int, int], None], keep: Callable[[Record], None]
) -> Record:
    """Read in a process of its own; gives {"plain": …}, or {"failure": code, "detail": …} where it ended early.

    `follow` is called with the pages done and all pages, `keep` with {"answer": …, "seconds": …} as soon as it
    is there. Whatever happens to the process, this comes back.
    """
    with subprocess.Popen(
        [sys.executable, "-m", "klaar.web.jobs.reader"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        timer = threading.Timer(limits.seconds + _SPARE, process.kill)
        timer.start()
        try:
            return _listen(process, _request(wish, limits), follow, keep)
        finally:
            timer.cancel()
            process.kill()


def _request(wish: Wish, limits: Limits) -> str:
    return json.dumps(
        {
            "files": [{"path": str(path), "name": name} for path, name in wish.files],
            "language": wish.language,
            "it": list(wish.it),
            "client": list(wish.client),
            "seconds": limits.seconds,
            "megabytes": limits.megabytes,
            "pages": limits.pages,
        }
    )


def _listen(
    process: "subprocess.Popen[str]",
    request: str,
    follow: Callable[[int, int], None],
    keep: Callable[[Record], None],
) -> Record:
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(request)
        process.stdin.close()
    except BrokenPipeError:
        return _failure(process.wait())
    last: Record = {}
    for line in process.stdout:
        last = json.loads(line)
        if "of" in last:
            follow(last["page"], last["of"])
        elif "answer" in last:
            keep(last)
    code = process.wait()
    return last if "plain" in last or "failure" in last else _failure(code)


def _failure(code: int) -> Record:
    """Why a process that said nothing ended: its time was over, or something went wrong in it."""
    late = code in (_KILLED, _OUT_OF_TIME)
    return {"failure": "too_long" if late else "reader_broke", "detail": str(code)}

"""A file of lines that is only added to, and survives whatever happens to the process or the machine."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PIECE = 65536


@contextmanager
def locked(path: Path) -> Iterator[int]:
    """The file open to read and to add to, by this process alone; others wait. Makes it where it is not."""
    new = not path.exists()
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        if new:
            sync_folder(path.parent)
        yield handle
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """The names in a folder are on the disk when this returns."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def append(handle: int, lines: list[str]) -> None:
    """Add lines; they are on the disk when this returns. What broke off before is cut away first.

    A line that was not finished was never acknowledged: its process died while it wrote.
    """
    size = os.fstat(handle).st_size
    whole = _whole(handle, size)
    if whole < size:
        os.ftruncate(handle, whole)
    rest = memoryview("".join(f"{line}\n" for line in lines).encode("utf-8"))
    while rest:
        rest = rest[os.write(handle, rest) :]
    os.fsync(handle)


def last_line(handle: int) -> str:
    """The last line that was finished; "" where there is none."""
    end = _whole(handle, os.fstat(handle).st_size)
    begin = _newline_before(handle, end - 1)
    return os.pread(handle, max(0, end - begin), begin).decode("utf-8").rstrip("\n")


def _whole(handle: int, size: int) -> int:
    """Up to where the lines are finished."""
    return _newline_before(handle, size)


def _newline_before(handle: int, end: int) -> int:
    """The place behind the last line end before `end`; 0 where there is none."""
    while end > 0:
        begin = max(0, end - _PIECE)
        found = os.pread(handle, end - begin, begin).rfind(b"\n")
        if found >= 0:
            return begin + found + 1
        end = begin
    return 0


def read_lines(path: Path) -> tuple[list[str], bool]:
    """The finished lines of a file, and whether a last one broke off; none where there is no file.

    Lines end with "\\n" alone: the words in them may hold other signs that end a line.
    """
    try:
        text = path.read_bytes().decode("utf-8", "replace")
    except FileNotFoundError:
        return [], False
    *lines, rest = text.split("\n")
    return lines, bool(rest)

"""Where a command writes: the screen, a pipe, or a file that is written whole or not at all."""

import errno
import json
import os
from pathlib import Path
from typing import TextIO

from klaar.cli.around import Around
from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.words import FALLBACK, Words, own_language

_PLAIN = str.maketrans({"─": "-", "·": "-", "…": "...", "“": '"', "”": '"', "„": '"', "’": "'", "‘": "'"})
_NO_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_REASONS: dict[int, str] = {
    **dict.fromkeys(_NO_SPACE, "no_space"),
    errno.EISDIR: "is_directory",
    errno.ENOENT: "no_folder",
    errno.ENOTDIR: "no_folder",
    errno.EACCES: "not_allowed",
    errno.EPERM: "not_allowed",
    errno.EROFS: "not_allowed",
}


def json_bytes(record: object) -> bytes:
    """`record` as JSON on one line, in UTF-8; a lone surrogate, which has no UTF-8, as its escape."""
    try:
        return (json.dumps(record, ensure_ascii=False) + "\n").encode()
    except UnicodeEncodeError:
        return (json.dumps(record) + "\n").encode()


def write_text(text: str, around: Around, file: str = "") -> int:
    """Write words for a reader to `file`, or to standard output in its own encoding; gives `Exit.DONE`.

    Raises `CommandError` where that cannot be, `BrokenPipeError` where nobody reads the pipe any longer.
    """
    encoding = "utf-8" if file else (getattr(around.stdout, "encoding", None) or "utf-8")
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        data = text.translate(_PLAIN).encode(encoding, "replace")
    return write_bytes(data, around, file)


def write_bytes(data: bytes, around: Around, file: str = "") -> int:
    """Write `data` to `file`, or to standard output; as `write_text`."""
    try:
        if file:
            _to_file(data, Path(file))
        elif around.stdout is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        else:
            _to_stream(data, around.stdout)
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        words = Words(own_language(around.arguments, around.environ) or FALLBACK)
        name = file or words.say("errors", "screen")
        raise CommandError(Exit.NOT_WRITTEN, "not_written", name=name, detail=_reason(error, words)) from None
    return Exit.DONE


def _reason(error: Exception, words: Words) -> str:
    number = getattr(error, "errno", None) or 0
    detail = getattr(error, "strerror", None) or str(error)
    return words.say("reason", _REASONS.get(number, "other"), detail=detail)


def _to_stream(data: bytes, stream: TextIO) -> None:
    """All of `data`: with PYTHONUNBUFFERED set a stream takes no more at once than its pipe can hold."""
    rest = memoryview(data)
    while rest:
        rest = rest[stream.buffer.write(rest) or 0 :]
    stream.flush()


def _to_file(data: bytes, file: Path) -> None:
    """A new file beside the old one takes its place when it is complete; a device is written to as it is."""
    if file.exists() and not file.is_file():
        with file.open("wb") as device:
            device.write(data)
        return
    target = Path(os.path.realpath(file))
    partial = target.with_name(f".{target.name[:200]}.{os.getpid()}.part")
    try:
        with partial.open("xb") as part:
            part.write(data)
            part.flush()
            os.fsync(part.fileno())
        if target.exists():
            partial.chmod(target.stat().st_mode & 0o7777)
        partial.replace(target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise

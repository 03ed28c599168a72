"""The pages of a long PDF, read by several processes at once where the machine allows it.

The pages are handed out in parts through a pipe, so that whoever is done first takes the next; each process
reads with pdfium, which is not made for threads. Which process reads a page makes no difference to what is
read. Only for a process of one thread on Linux: elsewhere a copy of a running process is not safe to use.
"""

import os
import pickle
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from tempfile import TemporaryFile
from typing import BinaryIO, cast

from klaar.documents.pdf.open import OpenPdf
from klaar.documents.pdf.pages import ReadPage, read_page
from klaar.documents.request import Request

_FEWEST = 24
"""Pages below which another process costs more time than it saves."""
_SMALLEST = 4
_MOST_PARTS = 250

_Read = dict[int, list[ReadPage]]


def read_pages(pdf: OpenPdf, count: int, request: Request) -> list[ReadPage]:
    """All `count` pages in order; `request.processes` says how many processes may read them."""
    size = max(_SMALLEST, -(-count // _MOST_PARTS))
    parts = [range(first, min(first + size, count + 1)) for first in range(1, count + 1, size)]
    read: _Read = {}
    if request.processes > 1 and count >= _FEWEST and _is_alone():
        with suppress(OSError):
            read = _together(pdf, parts, request)
    elif request.meanwhile:
        request.meanwhile()
    for place, pages in enumerate(parts):
        if place not in read:
            read[place] = list(_told(pdf, pages, request, count))
    return [page for place in range(len(parts)) for page in read[place]]


def _is_alone() -> bool:
    """Whether this process may be copied: on Linux, with no other thread that could hold a lock."""
    return sys.platform == "linux" and threading.active_count() == 1


def _told(pdf: OpenPdf, pages: range, request: Request, count: int) -> Iterator[ReadPage]:
    """The pages one by one, each told to whoever asked how far it is."""
    for number in pages:
        yield read_page(pdf, number)
        if request.progress is not None:
            request.progress(number, count)


def _together(pdf: OpenPdf, parts: list[range], request: Request) -> _Read:
    """What this process and its helpers read; what a helper that was stopped leaves out is missing."""
    claims = _claims(len(parts))
    helpers: dict[int, BinaryIO] = {}
    try:
        for _ in range(request.processes - 1):
            file = cast(BinaryIO, TemporaryFile())  # noqa: SIM115 (closed below, when its process ends)
            helpers[_helper(pdf, parts, claims, file)] = file
        if request.meanwhile:
            request.meanwhile()
        read: _Read = {}
        for place in _claimed(claims):
            read[place] = list(_told(pdf, parts[place], request, parts[-1][-1]))
        for process, file in list(helpers.items()):
            os.waitpid(process, 0)
            del helpers[process]
            with file:
                read.update(_kept(file))
        return read
    finally:
        os.close(claims)
        for process, file in helpers.items():
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
            file.close()


def _claims(parts: int) -> int:
    """A pipe with a byte for each part: who reads the byte reads the part, and each is read once."""
    out, into = os.pipe()
    os.write(into, bytes(range(parts)))
    os.close(into)
    return out


def _claimed(claims: int) -> Iterator[int]:
    while one := os.read(claims, 1):
        yield one[0]


def _helper(pdf: OpenPdf, parts: list[range], claims: int, file: BinaryIO) -> int:
    """Starts a process that reads parts into `file` until none is left; gives its number."""
    process = os.fork()
    if process:
        return process
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        for place in _claimed(claims):
            pickle.dump((place, [read_page(pdf, number) for number in parts[place]]), file, protocol=5)
        file.flush()
    finally:
        os._exit(0)


def _kept(file: BinaryIO) -> Iterator[tuple[int, list[ReadPage]]]:
    """What a helper wrote down, as far as it came."""
    file.seek(0)
    with suppress(EOFError, pickle.UnpicklingError):
        while True:
            yield pickle.load(file)

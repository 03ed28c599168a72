"""The documents in the files that `klaar read` was given."""

import os
from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import PurePath

from klaar.cli.around import Around
from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.inputs import read_bytes
from klaar.cli.progress import PageCount
from klaar.cli.words import Words
from klaar.documents.errors import DocumentError
from klaar.documents.kind import detect
from klaar.documents.limits import DEFAULT_LIMITS
from klaar.documents.messages import error_message
from klaar.documents.model import Document
from klaar.documents.read import read_document, read_mail

_MOST_PROCESSES = 2
_LOCKED = ("password_needed", "wrong_password")


def read_files(
    options: Namespace, words: Words, around: Around, *, meanwhile: Callable[[], object] | None = None
) -> list[Document]:
    """The documents of all files in order; a mail gives itself and what is attached to it.

    `meanwhile` is done once while another process reads pages, if there is one. Raises `CommandError`
    for the first file that cannot be opened or read: an agreement with a part missing would be wrong in
    silence.
    """
    progress = PageCount(around, words)
    documents: list[Document] = []
    for name in options.files:
        data = read_bytes(name, around, DEFAULT_LIMITS.size)
        try:
            documents += _documents(data, PurePath(name).name or name, options, progress, meanwhile)
        except DocumentError as error:
            message = error_message(error, words.language)
            code = "locked" if error.code in _LOCKED else "unreadable"
            raise CommandError(Exit.NOT_READ, code, name=name, message=message) from None
        finally:
            progress.done()
    return documents


def _documents(
    data: bytes,
    name: str,
    options: Namespace,
    progress: PageCount,
    meanwhile: Callable[[], object] | None,
) -> Iterator[Document]:
    ocr = not options.no_ocr
    if data.strip() and len(data) <= DEFAULT_LIMITS.size and detect(data, name) == "mail":
        yield from read_mail(data, name, ocr=ocr).documents
    else:
        yield read_document(
            data,
            name,
            ocr=ocr,
            password=options.password,
            progress=progress,
            processes=min(_cores(), _MOST_PROCESSES),
            meanwhile=meanwhile,
        )


def _cores() -> int:
    """How many cores this process may use; 1 where the system does not tell."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1

"""What a reader is asked to read, and how."""

from collections.abc import Callable
from typing import NamedTuple

from klaar.documents.limits import DEFAULT_LIMITS, Limits
from klaar.documents.progress import Progress
from klaar.documents.words import DocumentWords


class Request(NamedTuple):
    """The bytes of a file with its name, and the wishes of whoever asked; see `read_document`."""

    data: bytes
    name: str
    words: DocumentWords
    languages: tuple[str, ...] = ("nl", "en")
    limits: Limits = DEFAULT_LIMITS
    ocr: bool = True
    password: str | None = None
    progress: Progress | None = None
    processes: int = 1
    meanwhile: Callable[[], object] | None = None

"""From bytes to a document."""

import hashlib
from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from klaar.documents.errors import DocumentError
from klaar.documents.flat.read import read_flat
from klaar.documents.kind import Format, detect, suffix_format
from klaar.documents.limits import DEFAULT_LIMITS, Limits
from klaar.documents.mail.model import Mail
from klaar.documents.model import Document, Gap
from klaar.documents.parts import Parts
from klaar.documents.progress import Progress
from klaar.documents.request import Request
from klaar.documents.words import document_words

_Result = TypeVar("_Result")


def read_document(
    data: bytes,
    name: str,
    *,
    languages: Sequence[str] = ("nl", "en"),
    ocr: bool = True,
    password: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    progress: Progress | None = None,
    processes: int = 1,
    meanwhile: Callable[[], object] | None = None,
) -> Document:
    """The document in `data`, whatever its format; the same bytes always give the same document.

    `name` is the file's name, `languages` those it may be in, `ocr` whether pictures of pages are read by
    OCR where it is installed, `password` opens a locked PDF, `progress` is called as pages are read. Of a
    long PDF the pages may be read by several `processes`, while this one does `meanwhile` first. Of a mail
    this is the message itself; `read_mail` gives its attachments too. Raises `DocumentError`, nothing else.
    """
    spoken = tuple(languages)
    words = document_words(spoken)
    return read_request(
        Request(data, name, words, spoken, limits, ocr, password, progress, processes, meanwhile)
    )


def read_mail(
    data: bytes,
    name: str,
    *,
    languages: Sequence[str] = ("nl", "en"),
    ocr: bool = True,
    limits: Limits = DEFAULT_LIMITS,
) -> Mail:
    """A mail with its attachments: a contract in a mail is a document of its own.

    An attachment that cannot be read is a gap `attachment_unread` of the mail, with its name and the code
    of its `DocumentError`. Mails that are attached are read too, with their own attachments behind them.
    """
    from klaar.documents.mail.read import mail_of  # noqa: PLC0415

    if len(data) > limits.size:
        raise DocumentError("too_large", f"{len(data)} bytes > {limits.size}")
    spoken = tuple(languages)
    request = Request(data, name, document_words(spoken), spoken, limits, ocr)
    return guarded(lambda: mail_of(request))


def read_request(request: Request) -> Document:
    """As `read_document`, for a request that was already put together."""
    data = request.data
    if len(data) > request.limits.size:
        raise DocumentError("too_large", f"{len(data)} bytes > {request.limits.size}")
    if not data.strip(b" \t\r\n\x0b\x0c\x00"):
        raise DocumentError("empty")
    found = detect(data, request.name)
    return finished(request, found, read_parts(request, found))


def read_parts(request: Request, found: Format) -> Parts:
    """The parts of a file of a known format; whatever a library trips over becomes a `DocumentError`."""
    reader = _reader(found)
    return guarded(lambda: reader(request))


def guarded(read: Callable[[], _Result]) -> _Result:
    """What `read` gives; anything it raises but a `DocumentError` becomes one."""
    try:
        return read()
    except DocumentError:
        raise
    except MemoryError as error:
        raise DocumentError("too_large", "memory") from error
    except RecursionError as error:
        raise DocumentError("too_large", "nesting") from error
    except Exception as error:
        raise DocumentError("corrupt", type(error).__name__) from error


def _reader(found: Format) -> Callable[[Request], Parts]:
    """The reader of a format; each is loaded when it is first needed, for some are heavy."""
    if found == "pdf":
        from klaar.documents.pdf.read import read_pdf  # noqa: PLC0415

        return read_pdf
    if found == "docx":
        from klaar.documents.word.read import read_word  # noqa: PLC0415

        return read_word
    if found == "odt":
        from klaar.documents.odt.read import read_odt  # noqa: PLC0415

        return read_odt
    if found == "html":
        from klaar.documents.html.read import read_html  # noqa: PLC0415

        return read_html
    if found == "mail":
        from klaar.documents.mail.read import read_message  # noqa: PLC0415

        return read_message
    return partial(read_flat, found=found)


def finished(request: Request, found: Format, parts: Parts) -> Document:
    """The document that these parts make; raises `empty` when there are no words in it."""
    if not parts.text.strip():
        raise DocumentError("empty")
    if len(parts.text) > request.limits.characters:
        raise DocumentError("too_large", f"{len(parts.text)} characters > {request.limits.characters}")
    return Document(
        name=request.name,
        format=found,
        sha256=hashlib.sha256(request.data).hexdigest(),
        text=parts.text,
        pages=parts.pages,
        blocks=parts.blocks,
        tables=parts.tables,
        lines=parts.lines,
        gaps=(*parts.gaps, *_named_otherwise(request.name, found)),
        title=parts.title,
    )


def _named_otherwise(name: str, found: Format) -> tuple[Gap, ...]:
    """A gap `name_differs` for a file whose name promises another format than its bytes hold."""
    named = suffix_format(name)
    if named is None or named == found or {named, found} <= {"text", "markdown"}:
        return ()
    return (Gap("name_differs", detail=found),)

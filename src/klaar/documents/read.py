"""From bytes to a document."""

import hashlib
from collections.abc import Sequence

from klaar.documents.decode import decode
from klaar.documents.errors import DocumentError
from klaar.documents.flat.read import first_title, markdown_flat, plain_parts
from klaar.documents.kind import Format, detect, suffix_format
from klaar.documents.limits import DEFAULT_LIMITS, Limits
from klaar.documents.model import Document, Gap
from klaar.documents.progress import Progress
from klaar.documents.words import document_words


def read_document(
    data: bytes,
    name: str,
    *,
    languages: Sequence[str] = ("nl", "en"),
    ocr: bool = True,
    password: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    progress: Progress | None = None,
) -> Document:
    """The document in `data`, whatever its format; the same bytes always give the same document.

    `name` is the file's name, `languages` those it may be in, `ocr` whether pictures of pages are read by
    OCR where it is installed, `password` opens a locked PDF. Of a mail this is the message itself; its
    attachments are in `read_mail`. Raises `DocumentError` and nothing else.
    """
    if len(data) > limits.size:
        raise DocumentError("too_large", f"{len(data)} bytes > {limits.size}")
    if not data.strip():
        raise DocumentError("empty")
    found = detect(data, name)
    if found == "pdf":
        return _pdf(data, name, tuple(languages), password, limits, progress)
    return _flat(data, name, found, tuple(languages), limits)


def _pdf(
    data: bytes,
    name: str,
    languages: tuple[str, ...],
    password: str | None,
    limits: Limits,
    progress: Progress | None,
) -> Document:
    from klaar.documents.pdf.read import read_pdf

    parts = read_pdf(data, document_words(languages), password=password, limits=limits, progress=progress)
    return Document(
        name=name,
        format="pdf",
        sha256=hashlib.sha256(data).hexdigest(),
        text=parts.text,
        pages=parts.pages,
        blocks=parts.blocks,
        tables=parts.tables,
        lines=parts.lines,
        gaps=(*parts.gaps, *named_otherwise(name, "pdf")),
        title=first_title(parts.text, parts.blocks),
    )


def _flat(data: bytes, name: str, found: Format, languages: tuple[str, ...], limits: Limits) -> Document:
    text, gaps = decode(data)
    if not text.strip():
        raise DocumentError("empty")
    if len(text) > limits.characters:
        raise DocumentError("too_large", f"{len(text)} characters > {limits.characters}")
    parts = (markdown_flat if found == "markdown" else plain_parts)(text, document_words(languages))
    return Document(
        name=name,
        format=found,
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        pages=parts.pages,
        blocks=parts.blocks,
        tables=parts.tables,
        gaps=(*gaps, *named_otherwise(name, found)),
        title=parts.title,
    )


def named_otherwise(name: str, found: Format) -> tuple[Gap, ...]:
    """A gap `name_differs` for a file whose name promises another format than its bytes hold."""
    named = suffix_format(name)
    flat = {"text", "markdown"}
    if named is None or named == found or {named, found} <= flat:
        return ()
    return (Gap("name_differs", detail=found),)

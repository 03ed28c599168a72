"""What a file is, by its bytes; its name only settles what bytes cannot: Markdown or plain text."""

import re
from typing import Literal

from klaar.documents.errors import DocumentError

Format = Literal["text", "markdown", "pdf", "docx", "odt", "html", "mail"]

_SUFFIXES: dict[str, Format] = {
    "txt": "text", "text": "text", "asc": "text",
    "md": "markdown", "markdown": "markdown", "mkd": "markdown", "mdown": "markdown",
    "pdf": "pdf", "docx": "docx", "docm": "docx", "dotx": "docx", "odt": "odt", "ott": "odt",
    "html": "html", "htm": "html", "xhtml": "html", "eml": "mail",
}  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_REFUSED = (
    (b"{\\rtf", "rtf"), (_OLE, "ole"), (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"), (b"II*\x00", "tiff"), (b"MM\x00*", "tiff"),
    (b"\x1f\x8b", "gzip"), (b"7z\xbc\xaf", "7z"), (b"Rar!", "rar"), (b"SQLite format 3", "sqlite"),
    (b"%!PS", "postscript"), (b"\x7fELF", "program"), (b"MZ", "program"),
)  # fmt: skip
_HEADER = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?"
    rb"(?:mime-version|message-id|received|return-path|delivered-to)\s*:",
    re.IGNORECASE,
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|```|\|?(?:\s*:?-{3,}:?\s*\|)+|\s*[-*] \S|> )", re.MULTILINE)
_HEAD = 4096


def suffix_format(name: str) -> Format | None:
    """What the end of the name says: "Bijlage B.PDF" is "pdf", "agreement" is nothing."""
    return _SUFFIXES.get(name.rpartition(".")[2].lower()) if "." in name else None


def detect(data: bytes, name: str) -> Format:
    """The format of `data`; raises `DocumentError("unknown_type")` for a kind of file that is not read.

    Bytes that begin with "%PDF-" are a PDF whatever the file is called. A mail is only taken for one when
    its name says so or its head has lines that only mail servers write, for a pasted mail is plain text.
    """
    head = data[:_HEAD]
    named = suffix_format(name)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _zipped(data, named)
    if head.startswith(_OLE) and _LOCKED in data:
        raise DocumentError("encrypted")
    for sign, what in _REFUSED:
        if head.startswith(sign) and (what != "program" or b"\x00" in head):
            raise DocumentError("unknown_type", what)
    if _HTML.match(head.removeprefix(b"\xef\xbb\xbf")):
        return "html"
    if named == "mail" or (named is None and _HEADER.match(head)):
        return "mail"
    if named in {"text", "markdown", "html"}:
        return named
    return "markdown" if _looks_marked(head) else "text"


def _zipped(data: bytes, named: Format | None) -> Format:
    head = data[:_HEAD]
    if b"application/vnd.oasis.opendocument.text" in head[:200]:
        return "odt"
    if b"word/document" in data or b"word/" in head:
        return "docx"
    if b"application/vnd.oasis.opendocument" in head[:200] or b"xl/" in data or b"ppt/" in data:
        raise DocumentError("unknown_type", "spreadsheet" if b"xl/" in data else "presentation")
    if named in {"docx", "odt"}:
        return named
    if b"content.xml" in data:
        return "odt"
    raise DocumentError("unknown_type", "zip")


def _looks_marked(head: bytes) -> bool:
    """At least two of the signs that only Markdown has, one of them a heading, a table or a fence."""
    found = _MARKDOWN.findall(head.decode("utf-8", "replace"))
    return len(found) >= 2 and any(sign.lstrip()[0] in "#`|:" for sign in found)

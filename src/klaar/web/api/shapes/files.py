"""Files and places in them, as `klaar.agreement/1` writes them."""

from typing import Literal

from ninja import Schema

from klaar.web.api.shapes.words import Certainty, File, Offset, PageNumber, Sha256

Format = Literal["text", "markdown", "pdf", "docx", "odt", "html", "mail"]


class Document(Schema):
    """One file."""

    name: str
    format: Format
    title: str
    language: Literal["nl", "en", "other"]
    pages: int
    words: int
    sha256: Sha256


class Whole(Schema):
    """The files taken together; of one file that file."""

    name: str
    format: str
    title: str
    language: Literal["nl", "en"]
    language_certainty: Certainty
    pages: int
    words: int
    sha256: Sha256


class Spot(Schema):
    """A place in a file."""

    document: File
    page: PageNumber
    start: Offset
    end: Offset

"""How much a document may ask of the machine before it is refused."""

from typing import NamedTuple


class Limits(NamedTuple):
    """What is still read; beyond it `DocumentError("too_large")` says which limit and how much there was.

    `size` and `unpacked` are bytes, before and after unpacking (a small DOCX may unpack to gigabytes);
    `characters` those of the text; `pages` those of a PDF; `nesting` the depth of lists, tables and mails
    within mails; `attachments` those of one mail; `ocr_seconds` the time for the recognition of one page.
    """

    size: int = 256_000_000
    unpacked: int = 512_000_000
    characters: int = 50_000_000
    pages: int = 10_000
    nesting: int = 100
    attachments: int = 200
    ocr_seconds: float = 120.0


DEFAULT_LIMITS = Limits()
"""Room for an agreement of thousands of pages."""

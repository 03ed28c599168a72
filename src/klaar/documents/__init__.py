"""Bytes become text that remembers page and position."""

from klaar.documents.errors import ERROR_CODES, GAP_CODES, DocumentError
from klaar.documents.limits import Limits
from klaar.documents.mail.model import Mail
from klaar.documents.messages import error_message, gap_message
from klaar.documents.model import Block, Document, Gap, Line, Page, Row, Table
from klaar.documents.places import PageBox, boxes
from klaar.documents.read import read_document, read_mail

__all__ = [
    "ERROR_CODES",
    "GAP_CODES",
    "Block",
    "Document",
    "DocumentError",
    "Gap",
    "Limits",
    "Line",
    "Mail",
    "Page",
    "PageBox",
    "Row",
    "Table",
    "boxes",
    "error_message",
    "gap_message",
    "read_document",
    "read_mail",
]

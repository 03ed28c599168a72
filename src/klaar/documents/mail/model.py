"""What a mail is: its own text, and the documents that came with it."""

from typing import NamedTuple

from klaar.documents.model import Document


class Mail(NamedTuple):
    """A mail: its own text as a document, what its head says, and its attachments as far as they were read.

    `date` is as the head gives it, in ISO 8601 ("2026-09-14T09:30:00+02:00"), "" where it gives none.
    """

    document: Document
    subject: str
    sender: str
    to: str
    date: str
    attachments: tuple[Document, ...]

    @property
    def documents(self) -> tuple[Document, ...]:
        """The mail and after it everything attached to it."""
        return (self.document, *self.attachments)

"""A document becomes numbered clauses, and passages that are read as a whole."""

from klaar.clauses.join import JoinedDocument
from klaar.clauses.model import Passage, Structure
from klaar.clauses.split_builder import Builder
from klaar.clauses.split_pieces import pieces_of
from klaar.clauses.zones import zoned
from klaar.clauses.zones_contents import find_contents
from klaar.documents.model import Document

_FIRM = frozenset({"markdown", "docx", "html", "odt"})


def split_clauses(document: Document, language: str) -> Structure:
    """Take `document` apart into clauses, passages and tables.

    From "11.2 Supplier shall:" with "a) deliver the data;" below it come the clauses "11.2" and "11.2.a",
    and two passages, of which the first opens the second. The labels of Dutch and English are both known
    whatever the `language`, since agreements mix them. Linear in the text; never raises for a `Document`.
    """
    del language
    text = document.text
    pieces = pieces_of(document)
    contents = find_contents(text, pieces)
    builder = Builder(text, pieces, contents, firm=document.format in _FIRM, breaks=_breaks(document))
    passages, clauses = zoned(text, builder.passages(), builder.clauses())
    return Structure(clauses, passages, document.tables)


def _breaks(document: Document) -> tuple[int, ...]:
    """Where a further document begins in one that was joined: its numbering begins anew."""
    return tuple(part.start for part in document.parts) if isinstance(document, JoinedDocument) else ()


__all__ = ["Passage", "Structure", "split_clauses"]

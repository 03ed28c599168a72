"""Several documents that form one agreement become one text."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from typing import NamedTuple

from klaar.documents.model import Block, Document, Gap, Line, Page, Row, Table
from klaar.text.span import Span

_BETWEEN = "\n\n"


class Part(NamedTuple):
    """One of the documents in a joined text: annex.pdf at `start:end`, the document with that index."""

    name: str
    start: int
    end: int
    document: int


@dataclass(frozen=True, slots=True)
class JoinedDocument(Document):
    """A document made of several; `parts` says which characters come from which."""

    parts: tuple[Part, ...] = ()

    def part_at(self, offset: int) -> Part:
        """The part in which a character stands, the one before it for the white space between two.

        An offset in the part's own file is `offset - part.start`. Raises `IndexError` outside the text.
        """
        if not 0 <= offset <= len(self.text):
            raise IndexError(offset)
        return [part for part in self.parts if part.start <= offset or part is self.parts[0]][-1]


def join_documents(documents: Sequence[Document]) -> JoinedDocument:
    """One document for a contract, its annexes and the terms that go with it, in the order given.

    Two texts of 100 characters become one of 202, the parts at 0:100 and 102:202. Pages are counted on.
    Raises `ValueError` where there is no document at all.
    """
    if not documents:
        raise ValueError("no documents to join")
    starts = [0]
    for document in documents:
        starts.append(starts[-1] + len(document.text) + len(_BETWEEN))
    first_pages = [0]
    for document in documents:
        first_pages.append(first_pages[-1] + max((page.number for page in document.pages), default=0))
    moved = [_Moved(*each) for each in zip(documents, starts, first_pages, strict=False)]
    text = _BETWEEN.join(document.text for document in documents)
    return JoinedDocument(
        name=" + ".join(document.name for document in documents),
        format=documents[0].format if len({document.format for document in documents}) == 1 else "joined",
        sha256=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
        pages=tuple(page for each in moved for page in each.pages()),
        blocks=tuple(block for each in moved for block in each.blocks()),
        tables=tuple(table for each in moved for table in each.tables()),
        lines=tuple(line for each in moved for line in each.lines()),
        gaps=tuple(gap for each in moved for gap in each.gaps()),
        title=next((document.title for document in documents if document.title), ""),
        parts=tuple(
            Part(document.name, start, after - len(_BETWEEN), index)
            for index, (document, (start, after)) in enumerate(zip(documents, pairwise(starts), strict=True))
        ),
    )


class _Moved(NamedTuple):
    """A document whose characters begin at `start` and whose pages are counted on from `page`."""

    document: Document
    start: int
    page: int

    def pages(self) -> list[Page]:
        by = self.start
        return [
            page._replace(number=page.number + self.page, start=page.start + by, end=page.end + by)
            for page in self.document.pages
        ]

    def blocks(self) -> list[Block]:
        by = self.start
        return [
            block._replace(
                start=block.start + by, end=block.end + by, body=block.body + by if block.body >= 0 else -1
            )
            for block in self.document.blocks
        ]

    def tables(self) -> list[Table]:
        by = self.start
        return [
            Table(table.start + by, table.end + by, tuple(map(self._row, table.rows)), table.heads)
            for table in self.document.tables
        ]

    def _row(self, row: Row) -> Row:
        by = self.start
        return Row(row.start + by, row.end + by, tuple(Span(a + by, b + by) for a, b in row.cells))

    def lines(self) -> list[Line]:
        by = self.start
        return [
            line._replace(
                start=line.start + by, end=line.end + by, page=line.page + self.page if line.page else 0
            )
            for line in self.document.lines
        ]

    def gaps(self) -> list[Gap]:
        return [gap._replace(page=gap.page + self.page if gap.page else 0) for gap in self.document.gaps]

"""What a read document is: one text, and where every part of it came from."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from klaar.text.span import Span

BlockKind = Literal[
    "heading", "paragraph", "item", "row", "quote", "code", "caption", "note", "toc", "furniture"
]
"""`furniture` is a running header, a footer or a page number; `toc` a line of a table of contents."""


class Page(NamedTuple):
    """One page: its characters, and its size in points (0 where the format has no pages)."""

    number: int
    start: int
    end: int
    width: float = 0.0
    height: float = 0.0


class Line(NamedTuple):
    """Where a run of characters stands on its page, in points from the left and the top."""

    start: int
    end: int
    page: int
    left: float
    top: float
    right: float
    bottom: float


class Block(NamedTuple):
    """One paragraph, heading, list item or table row, as the format itself tells it.

    `marker` is the number or bullet before it ("11.2", "a)", "•"), which is part of the block's text when
    the format writes it there and generated when the format keeps it apart (Word's automatic numbering);
    `body` is where the words after the marker begin. `level` is the heading's or the list's depth from 1.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    marker: str = ""
    body: int = -1


class Row(NamedTuple):
    """A table row: the characters it covers, and those of each cell."""

    start: int
    end: int
    cells: tuple[Span, ...]


class Table(NamedTuple):
    """Rows in order; the first `heads` of them are column heads."""

    start: int
    end: int
    rows: tuple[Row, ...]
    heads: int


class Gap(NamedTuple):
    """Something that was not read: `what` is a code of the messages, `page` 0 where there are no pages."""

    what: str
    page: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read.

    `text` is what every offset points into: for .txt and .md the file's own decoded text, unchanged; for
    other formats the body in reading order, words that a line end had cut joined, and after the body the
    running headers and footers, as blocks of kind `furniture`. Blocks do not overlap, are in order and
    cover all that is not white space.
    """

    name: str
    format: str
    sha256: str
    text: str
    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()
    lines: tuple[Line, ...] = ()
    gaps: tuple[Gap, ...] = ()
    title: str = ""

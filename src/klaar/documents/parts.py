"""What every reader hands over: a text with its blocks, tables and places."""

from typing import NamedTuple

from klaar.documents.model import Block, Gap, Line, Page, Row, Table
from klaar.text.span import Span


class Parts(NamedTuple):
    """A document's parts, before it has a name; see `Document` for what each is."""

    text: str
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()
    pages: tuple[Page, ...] = ()
    lines: tuple[Line, ...] = ()
    gaps: tuple[Gap, ...] = ()
    title: str = ""


def joined(one: Parts, two: Parts, between: str = "\n\n") -> Parts:
    """`two` after `one`, its places moved along."""
    by = len(one.text) + len(between)
    return Parts(
        one.text + between + two.text,
        (*one.blocks, *(_block(block, by) for block in two.blocks)),
        (*one.tables, *(_table(table, by) for table in two.tables)),
        (*one.pages, *(page._replace(start=page.start + by, end=page.end + by) for page in two.pages)),
        (*one.lines, *(line._replace(start=line.start + by, end=line.end + by) for line in two.lines)),
        (*one.gaps, *two.gaps),
        one.title or two.title,
    )


def _block(block: Block, by: int) -> Block:
    return block._replace(start=block.start + by, end=block.end + by, body=block.body + by)


def _table(table: Table, by: int) -> Table:
    rows = tuple(
        Row(row.start + by, row.end + by, tuple(Span(cell.start + by, cell.end + by) for cell in row.cells))
        for row in table.rows
    )
    return Table(table.start + by, table.end + by, rows, table.heads)


def first_title(text: str, blocks: tuple[Block, ...]) -> str:
    """The words of the first heading among the first blocks, without marks of emphasis.

    A heading with a number ("Artikel 1. Definities") is one of many and no title: "" then.
    """
    first = next((block for block in blocks[:12] if block.kind == "heading"), None)
    if first is None or first.marker:
        return ""
    return " ".join(text[first.body : first.end].strip("#*_ \t\n=-").split())

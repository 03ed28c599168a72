"""A promise in a table, with the heads of its columns: "Prioriteit: 1; Hersteltijd: 4 uur"."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from klaar.documents.model import Row, Table
from klaar.text.span import Span

_START = attrgetter("start")
_SHORT = 3
"""Letters of a cell that says nothing without its head: "1", "B-4"."""


def row_words(text: str, tables: Sequence[Table], span: Span) -> str:
    """The cells of a row that `span` lies in, and the first cell, each after its column's head.

    "" where the span lies in no table, or in a row that has a single cell.
    """
    return "; ".join(f"{head}: {words}" if head else words for head, words in row_cells(text, tables, span))


def row_cells(text: str, tables: Sequence[Table], span: Span) -> list[tuple[str, str]]:
    """The same cell by cell, each with its column's head ("" where there is none)."""
    found = _row(tables, span.start)
    if found is None or len(found[1].cells) < 2:
        return []
    table, row = found
    heads = _heads(text, table, len(row.cells))
    shown = []
    for number, cell in enumerate(row.cells):
        words = " ".join(cell.of(text).split())
        touched = cell.start < span.end and cell.end > span.start
        if words and (touched or not number):
            shown.append((heads[number], words))
    return shown


def row_name(text: str, tables: Sequence[Table], start: int) -> str:
    """What the row at `start` is about: its first cell, a short one after its column's head ("Prioriteit 1").

    "" where `start` lies in no table.
    """
    found = _row(tables, start)
    if found is None or not found[1].cells:
        return ""
    table, row = found
    name = " ".join(row.cells[0].of(text).split())
    head = _heads(text, table, len(row.cells))[0]
    return f"{head} {name}".strip() if len(name) <= _SHORT else name


def _row(tables: Sequence[Table], start: int) -> tuple[Table, Row] | None:
    at = bisect_right(tables, start, key=_START) - 1
    if at < 0 or start >= tables[at].end:
        return None
    rows = tables[at].rows
    number = bisect_right(rows, start, key=_START) - 1
    if number < tables[at].heads or start >= rows[number].end:
        return None
    return tables[at], rows[number]


def _heads(text: str, table: Table, columns: int) -> list[str]:
    """The column heads, or nothing where they do not fit the row."""
    if not table.heads or len(table.rows[table.heads - 1].cells) != columns:
        return [""] * columns
    return [" ".join(cell.of(text).split()).rstrip(":") for cell in table.rows[table.heads - 1].cells]

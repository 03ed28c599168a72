"""The rows and cells of an OpenDocument table."""

from collections.abc import Iterator
from typing import NamedTuple

from klaar.documents.odt.names import TABLE, count
from klaar.documents.xml import Element, local

_WIDEST = 200
_MOST_REPEATED = 50


class OdtRow(NamedTuple):
    """The cells of a row, None where a cell above or to the left runs on; whether it is a head."""

    cells: tuple[Element | None, ...]
    head: bool


def odt_rows(table: Element) -> list[OdtRow]:
    """The rows of a table in order."""
    return list(_rows(table, head=False))


def _rows(parent: Element, *, head: bool) -> Iterator[OdtRow]:
    for element in parent.iterchildren():
        name = local(element)
        if name == "table-row":
            row = OdtRow(tuple(_cells(element)), head)
            times = count(element, TABLE + "number-rows-repeated", 1, _MOST_REPEATED)
            for _ in range(times if any(cell is not None for cell in row.cells) else 1):
                yield row
        elif name in {"table-header-rows", "table-rows", "table-row-group"}:
            yield from _rows(element, head=head or name == "table-header-rows")


def _cells(row: Element) -> Iterator[Element | None]:
    left = _WIDEST
    for element in row.iterchildren():
        name = local(element)
        if name not in {"table-cell", "covered-table-cell"}:
            continue
        times = count(element, TABLE + "number-columns-repeated", 1, left)
        left -= times
        for _ in range(times):
            yield element if name == "table-cell" and len(element) else None

"""The rows and cells of a table on a web page."""

from collections.abc import Iterator
from typing import NamedTuple

from klaar.documents.html.names import name_of, whole
from klaar.documents.xml import Element

_WIDEST = 200
_PARTS = frozenset({"thead", "tbody", "tfoot"})
_LAYOUT_ROLES = frozenset({"presentation", "none"})


class HtmlRow(NamedTuple):
    """The cells of a row, None where a cell above or to the left runs on; whether it is a head."""

    cells: tuple[Element | None, ...]
    head: bool


def html_rows(table: Element) -> list[HtmlRow]:
    """The rows of a table, merged cells worked out."""
    rows: list[HtmlRow] = []
    running: dict[int, int] = {}
    for row, head in _rows(table, head=False):
        cells: list[Element | None] = []
        for cell in row.iterchildren():
            if name_of(cell) in {"td", "th"} and len(cells) < _WIDEST:
                _fill(cells, running)
                _put(cells, running, cell)
        _fill(cells, running)
        ths = [cell for cell in cells if cell is not None]
        rows.append(HtmlRow(tuple(cells), head or (bool(ths) and all(name_of(cell) == "th" for cell in ths))))
    return rows


def _fill(cells: list[Element | None], running: dict[int, int]) -> None:
    """Empty places for cells of earlier rows that run on through this one."""
    while running.get(len(cells), 0) > 0 and len(cells) < _WIDEST:
        running[len(cells)] -= 1
        cells.append(None)


def _put(cells: list[Element | None], running: dict[int, int], cell: Element) -> None:
    span = whole(cell.get("colspan"), 1, 1, _WIDEST)
    down = whole(cell.get("rowspan"), 1, 1, 1000)
    for place in range(span):
        if down > 1:
            running[len(cells)] = down - 1
        cells.append(None if place else cell)


def _rows(parent: Element, *, head: bool) -> Iterator[tuple[Element, bool]]:
    for element in parent.iterchildren():
        name = name_of(element)
        if name == "tr":
            yield element, head
        elif name in _PARTS:
            yield from _rows(element, head=name == "thead")


def is_layout(table: Element, rows: list[HtmlRow]) -> bool:
    """Whether a table only arranges the page: one column, tables inside it, or it says so."""
    if (table.get("role") or "").lower() in _LAYOUT_ROLES:
        return True
    if max((len(row.cells) for row in rows), default=0) < 2:
        return True
    return next(table.iterdescendants("table"), None) is not None

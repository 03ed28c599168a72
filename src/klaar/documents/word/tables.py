"""The rows and cells of a Word table, merged cells worked out."""

from collections.abc import Iterator

from klaar.documents.word.names import child, number, value
from klaar.documents.xml import Element, local

_WIDEST = 200


def table_rows(table: Element) -> list[list[Element | None]]:
    """For each row its cells; None stands where a cell above or to the left runs on."""
    return [_cells(row) for row in _rows(table)]


def _rows(parent: Element) -> Iterator[Element]:
    for element in parent.iterchildren():
        name = local(element)
        if name == "tr":
            if child(element, "trPr", "del") is None:
                yield element
        elif name in {"sdt", "sdtContent", "customXml", "ins", "moveTo"}:
            yield from _rows(element)


def _cells(row: Element) -> list[Element | None]:
    cells: list[Element | None] = [None] * min(_WIDEST, number(value(row, "trPr", "gridBefore")) or 0)
    for cell in _row_cells(row):
        merged = child(cell, "tcPr", "vMerge")
        goes_on = merged is not None and value(cell, "tcPr", "vMerge") != "restart"
        cells.append(None if goes_on else cell)
        span = number(value(cell, "tcPr", "gridSpan")) or 1
        cells.extend([None] * (min(max(span, 1), _WIDEST) - 1))
    return cells


def _row_cells(parent: Element) -> Iterator[Element]:
    for element in parent.iterchildren():
        name = local(element)
        if name == "tc":
            yield element
        elif name in {"sdt", "sdtContent", "customXml", "ins", "moveTo"}:
            yield from _row_cells(element)

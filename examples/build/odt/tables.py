"""Tables in OpenDocument."""

from examples.build.blocks import Grid
from odfdo import Element, Paragraph

_TAG = "table:table"


def ruled(grid: Grid, name: str) -> Element:
    """A table with lines, whose head is repeated on every page it reaches."""
    table = _empty(grid, name)
    heads = Element.from_tag("table:table-header-rows")
    heads.append(_row(grid.head, "Head", "Table_20_heading"))
    table.append(heads)
    for row in grid.rows:
        table.append(_row(row, "Cell", "Table_20_contents"))
    return table


def signatures(grid: Grid, name: str) -> Element:
    """A table without lines, with a line to sign on below each column."""
    table = _empty(grid, name)
    table.append(_row(grid.head, "Open", "Table_20_heading"))
    for row in grid.rows:
        table.append(_row(row, "Open", "Table_20_contents"))
    table.append(_row(("",) * len(grid.head), "Open", "Sign_20_here"))
    return table


def _empty(grid: Grid, name: str) -> Element:
    table = Element.from_tag(_TAG)
    table.set_attribute("table:name", name)
    table.set_attribute("table:style-name", name)
    for place in range(1, len(grid.head) + 1):
        column = Element.from_tag("table:table-column")
        column.set_attribute("table:style-name", f"{name}.{place}")
        table.append(column)
    return table


def _row(texts: tuple[str, ...], cell_style: str, text_style: str) -> Element:
    row = Element.from_tag("table:table-row")
    row.set_attribute("table:style-name", "Row")
    for words in texts:
        cell = Element.from_tag("table:table-cell")
        cell.set_attribute("office:value-type", "string")
        cell.set_attribute("table:style-name", cell_style)
        cell.append(Paragraph(words, style=text_style))
        row.append(cell)
    return row

"""Tables in Word: ruled ones, and the places to sign."""

from typing import Any

from docx.document import Document
from docx.shared import Cm
from docx.table import Table, _Row
from examples.build.blocks import Grid
from examples.build.widths import shares
from examples.build.word.fields import element, under


def ruled(document: Document, grid: Grid, width: float, *, wide: bool) -> None:
    """Adds a table with lines between its cells, whose head is repeated on every page it reaches."""
    looks = "Wide table text" if wide else "Table text"
    table = _filled(document, grid, "Table Grid", tuple(width * share for share in shares(grid)), looks)
    head = table.rows[0]
    _row_mark(head, "w:tblHeader")
    for cell in head.cells:
        cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill="E7E6E6"))
    for row in table.rows:
        _row_mark(row, "w:cantSplit")
    if not wide:
        document.add_paragraph(style="Table text")


def signatures(document: Document, grid: Grid, width: float) -> None:
    """Adds a table without lines, with a line to sign on below each column."""
    equal = (width / len(grid.head),) * len(grid.head)
    table = _filled(document, grid, "Normal Table", equal)
    row: Any = table.add_row()  # type: ignore[no-untyped-call]
    for cell in row.cells:
        paragraph = cell.paragraphs[0]
        paragraph.style = "Table text"
        paragraph.paragraph_format.space_before = Cm(2.2)
        paragraph.paragraph_format.right_indent = Cm(1)
        under(paragraph)


def _filled(
    document: Document, grid: Grid, style: str, widths: tuple[float, ...], looks: str = "Table text"
) -> Table:
    table: Table = document.add_table(rows=1 + len(grid.rows), cols=len(grid.head), style=style)
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for index, (row, texts) in enumerate(zip(table.rows, (grid.head, *grid.rows), strict=True)):
        for cell, words, width in zip(row.cells, texts, widths, strict=True):
            cell.width = Cm(width)
            cell.paragraphs[0].style = looks
            cell.paragraphs[0].add_run(words).bold = index == 0 or None
    return table


def _row_mark(row: _Row, tag: str) -> None:
    row._tr.get_or_add_trPr().append(element(tag, **{"val": "true"}))

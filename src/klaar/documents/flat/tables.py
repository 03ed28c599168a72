"""Tables of a flat text, from its grids."""

from collections.abc import Sequence

from klaar.documents.flat.grids import Grid
from klaar.documents.heads import count_heads
from klaar.documents.lines import TextLine
from klaar.documents.model import Row, Table
from klaar.documents.words import DocumentWords


def flat_tables(
    text: str, grids: Sequence[Grid], lines: Sequence[TextLine], words: DocumentWords
) -> tuple[Table, ...]:
    """Each grid as a table; a ruling line below the first row makes that row its heads."""
    return tuple(_table(text, grid, lines, words) for grid in grids)


def _table(text: str, grid: Grid, lines: Sequence[TextLine], words: DocumentWords) -> Table:
    rows = []
    for cells, line in zip(grid.rows, lines[grid.first : grid.last], strict=True):
        if cells:
            rows.append(Row(line.start, line.end, cells))
    said = [[cell.of(text) for cell in row.cells] for row in rows]
    ruled = next((place for place, cells in enumerate(grid.rows) if not cells and place), 0)
    above = sum(1 for cells in grid.rows[:ruled] if cells)
    heads = above if 0 < above <= 2 and above < len(rows) else count_heads(said, words)
    return Table(rows[0].start, rows[-1].end, tuple(rows), heads)
